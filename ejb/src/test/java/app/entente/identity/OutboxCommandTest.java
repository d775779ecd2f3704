package app.entente.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxCommandTest {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    private final OutboxCommand command = new OutboxCommand("invitation.account", UUID.randomUUID(), NOW);

    @Test
    void rule_6_it_waits_longer_each_time_but_never_more_than_an_hour() {
        Duration before = Duration.ZERO;
        for (int attempt = 1; attempt < OutboxCommand.MOST_ATTEMPTS; attempt++) {
            command.failed("no answer", false, 0.5, NOW);
            Duration wait = Duration.between(NOW, command.getNextAt());
            assertThat(wait).isGreaterThanOrEqualTo(before).isLessThanOrEqualTo(Duration.ofHours(1));
            before = wait;
        }
        assertThat(command.getStatus()).isEqualTo("waiting");
        command.failed("no answer", false, 0.5, NOW);
        assertThat(command.getStatus()).isEqualTo("parked");
    }

    @Test
    void rule_6_what_only_a_person_can_mend_is_parked_at_once_and_can_be_asked_again() {
        command.failed("refused", true, 0.5, NOW);
        assertThat(command.getStatus()).isEqualTo("parked");
        assertThat(command.getLastError()).isEqualTo("refused");
        command.askAgain(NOW);
        assertThat(command.getStatus()).isEqualTo("waiting");
        assertThat(command.getAttempts()).isZero();
    }
}
