package app.entente.web.frame;

import java.util.Set;

/**
 * Where somebody of the platform may look when the practitioner has let them in. What is not named here stays closed, today's pages and tomorrow's: what
 * people tell each other, what they sign, what can be taken away, the journal.
 */
final class SupportRooms {

    private static final Set<String> OPEN = Set.of("/today/show.xhtml", "/file/list.xhtml", "/file/show.xhtml", "/meeting/list.xhtml", "/meeting/show.xhtml",
        "/agreement/list.xhtml", "/receipt/list.xhtml", "/receipt/show.xhtml", "/catalogue/list.xhtml", "/practice/show.xhtml");

    private SupportRooms() {
    }

    /** Whether a page may be looked at; downloads are no pages, and are closed. */
    static boolean open(Address address) {
        return address.view() != null && OPEN.contains(address.view());
    }
}
