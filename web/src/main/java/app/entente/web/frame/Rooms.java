package app.entente.web.frame;

import app.entente.identity.Role;
import java.util.List;
import java.util.Map;

/**
 * Which pages of a practice somebody who works there may open, by role; a practitioner opens all of them, and what is not written here stays shut
 * to everybody else. It only decides what is shown: what is answered is decided by the boundaries behind the pages.
 */
final class Rooms {

    /** Pages as {@code folder/page}, or a folder with a slash behind it; {@code /} is the first page, {@code download/} what a boundary lets out. */
    private static final Map<String, List<String>> OPEN = Map.of(
        Role.ASSISTANT, List.of("/", "today/show", "meeting/", "receipt/", "payment/", "search/", "archive/receipts", "file/list", "file/show", "file/edit", "download/"),
        Role.SUPERVISOR, List.of("/", "supervision/", "note/show"),
        // To look at the screens, by the practitioner's leave: not at what people tell each other or sign, at nothing to take away, and not at the journal.
        Role.SUPPORT, List.of("/", "today/show", "file/list", "file/show", "meeting/calendar", "meeting/list", "meeting/show", "agreement/list", "receipt/list", "receipt/show",
            "catalogue/list", "practice/show"));

    private Rooms() {
    }

    /** Whether that role may open the page an address of the practice names. */
    static boolean open(Address address, String role) {
        return open(address.rest().length() == 1 ? "/" : address.rest().substring(1), role);
    }

    /** The same for a page given as {@code folder/page}. */
    static boolean open(String page, String role) {
        return Role.PRACTITIONER.equals(role) || OPEN.getOrDefault(role, List.of()).stream().anyMatch(room -> room.length() > 1 && room.endsWith("/") ? page.startsWith(room) : page.equals(room));
    }

    /** The first page of a role, within the practice. */
    static String first(String role) {
        return Role.SUPERVISOR.equals(role) ? "/supervision/list" : "/today/show";
    }
}
