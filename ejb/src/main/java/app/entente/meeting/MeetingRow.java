package app.entente.meeting;

import app.entente.kernel.Bilingual;
import app.entente.practice.PriceList;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * A meeting in a list, with whom and what for.
 *
 * @param firstPrice the first price of its service, minor units; what counts is {@link #priceMinor()}
 * @param datedPrices the later prices, as a price list keeps them
 * @param zone in whose local time it was booked
 * @param seriesId the series it belongs to; null for a single one
 * @param asked what its client asks; empty when nothing awaits an answer
 */
public record MeetingRow(UUID id, UUID fileId, String reference, UUID personId, String givenName, String familyName, String chosenName,
    UUID serviceId, String serviceFr, String serviceEn, long firstPrice, String datedPrices, Instant startsAt, String zone, int minutes, String mode,
    String place, String link, String phone, String status, UUID seriesId, String reason, boolean late, String asked, int travelMinutes) {

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

    /** What it costs, minor units: the price of its service on its day. */
    public long priceMinor() {
        return new PriceList(firstPrice, datedPrices).on(startsAt.atZone(ZoneId.of(zone)).toLocalDate());
    }

    public boolean booked() {
        return Meeting.BOOKED.equals(status);
    }

    public boolean held() {
        return Meeting.HELD.equals(status);
    }

    /** Whether it will not take place. */
    public boolean cancelled() {
        return Meeting.CANCELLED_BY_CLIENT.equals(status) || Meeting.CANCELLED_BY_PRACTITIONER.equals(status);
    }

    /** Whether there is something to pay, and so something to give a receipt for. */
    public boolean paid() {
        return held() && priceMinor() > 0;
    }
}
