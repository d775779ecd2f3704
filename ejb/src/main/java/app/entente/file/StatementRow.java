package app.entente.file;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A statement in a list; the names are those of its source and null when it has none. */
public record StatementRow(UUID id, UUID fileId, UUID source, String context, String shelf, LocalDate saidOn, String text, Instant createdAt,
    String givenName, String familyName, String chosenName) {

    /** The name of who said it; null when nobody is named. */
    public String name() {
        return source == null ? null : (chosenName == null || chosenName.isBlank() ? givenName : chosenName) + " " + familyName;
    }

    public boolean joint() {
        return Disclosure.JOINT.equals(context);
    }

    public boolean shared() {
        return Disclosure.SHARED.equals(shelf);
    }

    public boolean personal() {
        return Disclosure.PERSONAL.equals(shelf);
    }
}
