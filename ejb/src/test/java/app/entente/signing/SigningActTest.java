package app.entente.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.kernel.BusinessRuleViolation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rule 6 of the signing package: an intent becomes a signature once, by a fresh proof of the same person. */
class SigningActTest {

    private static final Instant INTENDED = Instant.parse("2026-11-22T15:00:00Z");
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final String NONCE = "3k9v0p2m";

    private final SigningAct act = new SigningAct(UUID.randomUUID(), ACCOUNT, NONCE, "a".repeat(64), List.of("service", "electronic"), "Noa Tremblay", null, INTENDED);

    @Test
    void rule_6_a_fresh_proof_of_the_same_person_signs() {
        Instant now = after(60);
        act.prove(proof(NONCE, "signature", after(58)), ACCOUNT, now);
        assertThat(act.signedAt()).isEqualTo(now);
        assertThat(act.consents()).containsExactly("service", "electronic");
    }

    @Test
    void rule_6_before_the_proof_nothing_is_signed() {
        assertThat(act.signedAt()).isNull();
    }

    @Test
    void rule_6_a_proof_older_than_the_intent_is_refused() {
        refused(proof(NONCE, "signature", after(-6)), ACCOUNT, after(10));
    }

    @Test
    void rule_6_five_seconds_of_clock_difference_are_allowed() {
        act.prove(proof(NONCE, "signature", after(-5)), ACCOUNT, after(10));
        assertThat(act.signedAt()).isEqualTo(after(10));
    }

    @Test
    void rule_6_the_proof_of_another_account_is_refused() {
        refused(proof(NONCE, "signature", after(5)), UUID.randomUUID(), after(10));
    }

    @Test
    void rule_6_a_proof_of_another_level_is_refused() {
        refused(proof(NONCE, "login", after(5)), ACCOUNT, after(10));
        refused(proof(NONCE, "Signature", after(5)), ACCOUNT, after(10));
        refused(proof(NONCE, null, after(5)), ACCOUNT, after(10));
    }

    @Test
    void rule_6_a_proof_bound_to_another_intent_is_refused() {
        refused(proof("3k9v0p2n", "signature", after(5)), ACCOUNT, after(10));
        refused(proof("", "signature", after(5)), ACCOUNT, after(10));
    }

    @Test
    void rule_6_a_proof_bound_to_no_intent_or_without_a_time_is_refused() {
        refused(proof(null, "signature", after(5)), ACCOUNT, after(10));
        refused(proof(NONCE, "signature", null), ACCOUNT, after(10));
    }

    @Test
    void rule_6_an_intent_lasts_five_minutes() {
        refused(proof(NONCE, "signature", after(290)), ACCOUNT, INTENDED.plus(SigningAct.PATIENCE));
        refused(proof(NONCE, "signature", after(290)), ACCOUNT, after(301));
        act.prove(proof(NONCE, "signature", after(290)), ACCOUNT, INTENDED.plus(SigningAct.PATIENCE).minusMillis(1));
        assertThat(act.signedAt()).isNotNull();
        assertThat(SigningAct.PATIENCE).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void rule_6_the_same_proof_signs_once() {
        Proof proof = proof(NONCE, "signature", after(5));
        act.prove(proof, ACCOUNT, after(10));
        assertThatThrownBy(() -> act.prove(proof, ACCOUNT, after(11))).isInstanceOf(BusinessRuleViolation.class).hasMessage("signing.not_proved");
        assertThat(act.signedAt()).isEqualTo(after(10));
    }

    @Test
    void rule_6_an_intent_that_a_later_one_took_the_place_of_signs_nothing() {
        act.lapse();
        refused(proof(NONCE, "signature", after(5)), ACCOUNT, after(10));
    }

    private void refused(Proof proof, UUID account, Instant now) {
        assertThatThrownBy(() -> act.prove(proof, account, now)).isInstanceOf(BusinessRuleViolation.class).hasMessage("signing.not_proved");
        assertThat(act.signedAt()).isNull();
    }

    private static Proof proof(String nonce, String level, Instant at) {
        return new Proof(nonce, level, at, "session");
    }

    private static Instant after(long seconds) {
        return INTENDED.plusSeconds(seconds);
    }
}
