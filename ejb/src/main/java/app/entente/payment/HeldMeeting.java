package app.entente.payment;

import app.entente.kernel.Bilingual;
import java.time.Instant;
import java.util.UUID;

/** A meeting that took place and has no receipt yet, with whom and what for. */
public record HeldMeeting(UUID id, Instant startsAt, String givenName, String familyName, String serviceFr, String serviceEn) {

    /** The client's name as insurers know it. */
    public String name() {
        return givenName + " " + familyName;
    }

    /** The service's title in a language. */
    public String service(String language) {
        return new Bilingual(serviceFr, serviceEn).in(language);
    }
}
