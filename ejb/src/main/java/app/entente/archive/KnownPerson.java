package app.entente.archive;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody who is a client here, with what tells people apart (rule 4). A row of the same file stands as one too: it has no file yet. */
public record KnownPerson(UUID fileId, String fileReference, String givenName, String familyName, String chosenName, LocalDate birthDate, String email,
    String phone, String postalCode) {

    /** Whether this may be the same person as another one of the same name (rule 4). */
    boolean same(KnownPerson other) {
        if (birthDate != null && other.birthDate != null) {
            return birthDate.equals(other.birthDate);
        }
        boolean mail = has(email) && has(other.email);
        boolean call = !Words.digits(phone).isEmpty() && !Words.digits(other.phone).isEmpty();
        if (mail && email.equalsIgnoreCase(other.email) || call && Objects.equals(Words.digits(phone), Words.digits(other.phone))) {
            return true;
        }
        return !mail && !call;
    }

    /** The names to be found by: with the given and with the chosen one. */
    Set<String> names() {
        return Stream.of(givenName, chosenName).filter(KnownPerson::has).map(first -> Words.plain(first + " " + familyName)).collect(Collectors.toSet());
    }

    /** The name to say. */
    public String name() {
        return (has(chosenName) ? chosenName : givenName) + " " + familyName;
    }

    private static boolean has(String words) {
        return words != null && !words.isBlank();
    }
}
