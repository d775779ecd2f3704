package app.entente.member;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A line of the table of who sees what: something people do here, and the boundary methods that do it. A method belongs to the line that names it
 * ({@code Files.open}), else to the line that names its class ({@code Invitations}), else to the one that names its feature ({@code meeting}).
 * Whether a role may is never written here: {@link OpeningsTable} reads it from the methods.
 */
public enum Capability {
    /** Who the clients are, how to reach and to find them. */
    CONTACTS("file", "person"),
    /** Opening a file. */
    FILES("Files.open"),
    /** Calendar and meetings. */
    MEETINGS("meeting"),
    /** Receipts and payments. */
    RECEIPTS("receipt", "payment", "EarlierReceipts", "Agreements.terms", "Signings.given"),
    /** Which agreements a file has and how far they are. */
    AGREEMENT_STATES("Agreements.ofFile"),
    /** What agreements say, preparing and signing them. */
    AGREEMENTS("agreement", "signing"),
    /** Reading what is signed of notes and assessments. */
    SIGNED_NOTES("Entries.show", "Entries.ofFile", "Entries.kind", "Entries.checkCode"),
    /** Notes, assessment and plan. */
    NOTES("note", "assessment", "closing", "plan", "scale"),
    /** Inviting clients to their space. */
    INVITATIONS("invitation"),
    /** Reading the files that were entrusted. */
    ENTRUSTED("Supervision.mine", "Supervision.read"),
    /** Comments on entrusted files. */
    COMMENTS("Supervision.comment", "Supervision.comments"),
    /** Entrusting files. */
    ENTRUSTING("Supervision"),
    /** What services there are, with their prices. */
    SERVICES("Practices.service"),
    /** The practice's profile, texts and catalogue. */
    SETTINGS("practice", "catalogue", "document"),
    /** The team. */
    TEAM("member"),
    /** Finding people, meetings and receipts. */
    DESK_SEARCH("Searches.ofDesk"),
    /** Finding everything, what is written too. */
    SEARCH("search"),
    /** The trail of who did what, support access and archive. */
    OVERSIGHT("audit", "support", "archive", "workspace", "notification", "identity");

    private final List<String> doors;

    Capability(String... doors) {
        this.doors = List.of(doors);
    }

    /** The features, classes and methods of this line. */
    List<String> doors() {
        return doors;
    }

    /** The line a method belongs to; empty when none names it, its class or its feature. */
    static Optional<Capability> of(String feature, String type, String method) {
        return named(type + "." + method).or(() -> named(type)).or(() -> named(feature));
    }

    private static Optional<Capability> named(String door) {
        return Arrays.stream(values()).filter(capability -> capability.doors.contains(door)).findFirst();
    }
}
