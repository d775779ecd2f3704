package app.entente.file;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Somebody in a file, in a list: who and in which capacity, without any contact data. */
public record ParticipantRow(UUID id, UUID personId, String givenName, String familyName, String chosenName, LocalDate birthDate, String capacity,
    LocalDate since, LocalDate until, boolean principal, String sees, Instant grantedAt) {

    /** The name to say. */
    public String name() {
        return (chosenName == null || chosenName.isBlank() ? givenName : chosenName) + " " + familyName;
    }

    /** Whether they take part now. */
    public boolean active() {
        return until == null;
    }

    public boolean client() {
        return Participant.CLIENT.equals(capacity);
    }

    /** Whether they hold parental authority. */
    public boolean parent() {
        return Participant.PARENT.equals(capacity) || Participant.GUARDIAN.equals(capacity);
    }
}
