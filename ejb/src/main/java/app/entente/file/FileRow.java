package app.entente.file;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A file in a list.
 *
 * @param lastServiceOn day of the last meeting that was held; null when there was none
 * @param personId the client it is called by
 * @param clients how many people it is for
 */
public record FileRow(UUID id, String reference, String kind, String status, String step, LocalDate openedOn, LocalDate lastServiceOn, UUID personId,
    String givenName, String familyName, String chosenName, Long clients) {

    /** The client's name to say. */
    public String name() {
        return (chosenName == null || chosenName.isBlank() ? givenName : chosenName) + " " + familyName;
    }

    /** How many others it is for. */
    public long others() {
        return Math.max(0, clients - 1);
    }
}
