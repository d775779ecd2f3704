package app.entente.file;

import java.time.LocalDate;
import java.util.UUID;

/** A file that is named to a supervisor, in a list. */
public record EntrustedFile(UUID id, String reference, String status, String step, LocalDate openedOn, String givenName, String familyName, String chosenName) {

    /** The client's name to say. */
    public String name() {
        return (chosenName == null || chosenName.isBlank() ? givenName : chosenName) + " " + familyName;
    }
}
