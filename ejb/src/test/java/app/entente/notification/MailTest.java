package app.entente.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.kernel.BusinessRuleViolation;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"noa@demo.example\r\nBcc: other@demo.example", "noa@demo.example\nX: y", "noa@demo.example,other@demo.example",
        "Noa <noa@demo.example>", "noa@demo.example ", "noa", "", "noa@demo.example\u0000"})
    void rule_3_an_address_that_could_add_a_header_or_another_address_is_refused(String recipient) {
        assertThatThrownBy(() -> mail(recipient, "Bonjour")).isInstanceOf(BusinessRuleViolation.class)
            .extracting(e -> ((BusinessRuleViolation) e).code()).isEqualTo("notification.recipient");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bonjour\r\nBcc: other@demo.example", "Bonjour\nX: y", "Bonjour\u0085X: y", " ", ""})
    void rule_3_a_subject_that_could_add_a_header_is_refused(String subject) {
        assertThatThrownBy(() -> mail("noa@demo.example", subject)).isInstanceOf(BusinessRuleViolation.class)
            .extracting(e -> ((BusinessRuleViolation) e).code()).isEqualTo("notification.subject");
    }

    @Test
    void rule_4_each_wait_is_longer_than_the_one_before_until_it_is_two_hours() {
        Mail mail = mail("noa@demo.example", "Bonjour");
        Duration before = Duration.ZERO;
        for (int attempt = 1; attempt < Mail.MOST_ATTEMPTS; attempt++) {
            mail.stayed("no answer", false, 0.5, NOW);
            Duration wait = Duration.between(NOW, mail.getNextAt());
            assertThat(wait).isGreaterThan(before).isLessThanOrEqualTo(Duration.ofHours(2));
            before = wait;
        }
        assertThat(mail.getStatus()).isEqualTo("queued");
    }

    @Test
    void rule_4_the_wait_is_spread_by_half_to_either_side() {
        Mail early = mail("noa@demo.example", "Bonjour");
        Mail late = mail("noa@demo.example", "Bonjour");
        early.stayed("no answer", false, 0, NOW);
        late.stayed("no answer", false, 1, NOW);
        assertThat(early.getNextAt()).isEqualTo(NOW.plusSeconds(15));
        assertThat(late.getNextAt()).isEqualTo(NOW.plusSeconds(45));
    }

    @Test
    void rule_4_after_the_last_attempt_a_mail_has_failed_and_keeps_no_text() {
        Mail mail = mail("noa@demo.example", "Bonjour");
        for (int attempt = 1; attempt < Mail.MOST_ATTEMPTS; attempt++) {
            mail.stayed("no answer", false, 0.5, NOW);
        }
        assertThat(mail.getStatus()).isEqualTo("queued");
        mail.stayed("no answer", false, 0.5, NOW);
        assertThat(mail.getStatus()).isEqualTo("failed");
        assertThat(mail.getBody()).isEmpty();
    }

    @Test
    void rule_4_a_wrong_address_fails_at_once() {
        Mail mail = mail("noa@demo.example", "Bonjour");
        mail.stayed("550 no such user", true, 0.5, NOW);
        assertThat(mail.getStatus()).isEqualTo("failed");
    }

    @Test
    void rule_6_a_mail_that_has_left_keeps_no_text() {
        Mail mail = mail("noa@demo.example", "Bonjour");
        mail.left(NOW);
        assertThat(mail.getStatus()).isEqualTo("sent");
        assertThat(mail.getBody()).isEmpty();
    }

    private static Mail mail(String recipient, String subject) {
        return new Mail("key", recipient, "fr", subject, "https://entente.example/p/x/invitation?t=secret", NOW);
    }
}
