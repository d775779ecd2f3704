package app.entente.file;

import java.time.LocalDate;
import java.util.UUID;

/** Somebody's role in a file, in a list. */
public record FileRoleRow(UUID id, UUID personId, String givenName, String familyName, String chosenName, String role, String capacity, LocalDate since,
    LocalDate until) {

    /** The name to say. */
    public String name() {
        return (chosenName == null || chosenName.isBlank() ? givenName : chosenName) + " " + familyName;
    }

    public boolean active() {
        return until == null;
    }
}
