package app.entente.meeting;

import app.entente.kernel.Bilingual;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A meeting in a list, with whom and what for. */
public record MeetingRow(UUID id, UUID fileId, String reference, UUID personId, String givenName, String familyName, String chosenName,
    UUID serviceId, String serviceFr, String serviceEn, long priceMinor, Instant startsAt, int minutes, String mode, String place, String status) {

    /** The client's name to say. */
    public String name() {
        return (chosenName == null || chosenName.isBlank() ? givenName : chosenName) + " " + familyName;
    }

    /** The service's title in a language. */
    public String service(String language) {
        return new Bilingual(serviceFr, serviceEn).in(language);
    }

    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    public boolean booked() {
        return Meeting.BOOKED.equals(status);
    }

    public boolean held() {
        return Meeting.HELD.equals(status);
    }

    /** Whether there is something to pay, and so something to give a receipt for. */
    public boolean paid() {
        return held() && priceMinor > 0;
    }
}
