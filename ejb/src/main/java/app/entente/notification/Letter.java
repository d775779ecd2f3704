package app.entente.notification;

import java.time.Instant;
import java.util.UUID;

/** What the postman carries: a mail of a workspace or of the platform itself. */
interface Letter {

    /** Its row, after which it is named on its way. */
    UUID getId();

    /** One plain address. */
    String getRecipient();

    /** {@code fr} or {@code en}. */
    String getLanguage();

    /** Discreet: it shows on locked screens. */
    String getSubject();

    /** Plain text. */
    String getBody();

    /** When it was written, UTC. */
    Instant getCreatedAt();

    /** A calendar object that goes with it (RFC 5545); null when none does. */
    default String getCalendar() {
        return null;
    }
}
