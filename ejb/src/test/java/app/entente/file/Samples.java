package app.entente.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.person.PersonDetails;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.TestClock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;

/** What the tests of files have in common. */
final class Samples {

    private Samples() {
    }

    static PersonDetails person(String given, String family) {
        PersonDetails details = new PersonDetails();
        details.setGivenName(given);
        details.setFamilyName(family);
        return details;
    }

    static PersonDetails born(String given, String family, LocalDate birth) {
        PersonDetails details = person(given, family);
        details.setBirthDate(birth);
        return details;
    }

    static UUID opened(InWorkspace who, String kind, String given, String family) throws Exception {
        return who.call(() -> Features.get(Files.class).open(kind, person(given, family), "Mieux dormir."));
    }

    static LocalDate today() {
        return LocalDate.ofInstant(TestClock.now(), ZoneId.of("America/Toronto"));
    }

    static void refused(String code, Callable<?> call) {
        assertThatThrownBy(call::call).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    static void refused(String code, InWorkspace who, InWorkspace.Action action) {
        refused(code, () -> {
            who.run(action);
            return null;
        });
    }
}
