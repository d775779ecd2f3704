package app.entente.file;

import java.time.LocalDate;
import java.util.UUID;

/** A file in a list. */
public record FileRow(UUID id, String reference, String status, String step, LocalDate openedOn, UUID personId, String givenName,
    String familyName, String chosenName) {

    /** The client's name to say. */
    public String name() {
        return (chosenName == null || chosenName.isBlank() ? givenName : chosenName) + " " + familyName;
    }
}
