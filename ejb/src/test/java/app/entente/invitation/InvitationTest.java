package app.entente.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.identity.CommandState;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.SecretLink;
import app.entente.notification.MailFate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvitationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T14:00:00Z"), ZoneOffset.UTC);
    private static final Instant NOW = CLOCK.instant();

    private final Invitation invitation = new Invitation(UUID.randomUUID(), "noa@demo.example", SecretLink.random().digest(),
        SecondFact.word("hirondelle"), NOW);

    @Test
    void rule_4_the_right_answer_confirms_once() {
        assertThat(invitation.confirm("Hirondelle", NOW)).isTrue();
        assertThat(invitation.confirm("Hirondelle", NOW)).isFalse();
        assertThat(state(NOW)).isEqualTo(InvitationState.CONFIRMED);
    }

    @Test
    void rule_4_the_fifth_answer_may_still_be_right() {
        wrong(4);
        assertThat(invitation.confirm("hirondelle", NOW)).isTrue();
    }

    @Test
    void rule_4_after_five_wrong_answers_the_right_one_no_longer_helps() {
        wrong(5);
        assertThat(state(NOW)).isEqualTo(InvitationState.EXHAUSTED);
        assertThat(invitation.confirm("hirondelle", NOW)).isFalse();
    }

    @Test
    void rule_4_a_link_lives_two_weeks_to_the_instant() {
        Instant end = NOW.plus(Duration.ofDays(14));
        assertThat(state(end.minusMillis(1))).isEqualTo(InvitationState.SENT);
        assertThat(state(end)).isEqualTo(InvitationState.EXPIRED);
        assertThat(invitation.confirm("hirondelle", end)).isFalse();
        assertThat(invitation.confirm("hirondelle", NOW)).isFalse();
    }

    @Test
    void rule_4_a_revoked_link_is_dead() {
        invitation.revoke(NOW);
        assertThat(invitation.confirm("hirondelle", NOW)).isFalse();
        assertThat(state(NOW)).isEqualTo(InvitationState.REVOKED);
    }

    @Test
    void rule_2_a_link_that_was_replaced_is_dead() {
        invitation.replaced();
        assertThat(invitation.confirm("hirondelle", NOW)).isFalse();
    }

    @Test
    void what_has_ended_cannot_be_revoked_again() {
        invitation.revoke(NOW);
        assertThatThrownBy(() -> invitation.revoke(NOW)).isInstanceOf(BusinessRuleViolation.class).hasMessage("invitation.over");
    }

    @Test
    void an_expired_link_needs_no_revoking() {
        assertThatThrownBy(() -> invitation.revoke(NOW.plus(Duration.ofDays(15)))).hasMessage("invitation.over");
    }

    @Test
    void the_practitioner_sees_what_became_of_the_mail_and_of_the_account() {
        assertThat(invitation.state(() -> null, () -> CommandState.NONE, () -> CommandState.NONE, NOW)).isEqualTo(InvitationState.QUEUED);
        assertThat(invitation.state(() -> new MailFate(MailFate.State.FAILED, NOW), () -> CommandState.NONE, () -> CommandState.NONE, NOW))
            .isEqualTo(InvitationState.UNDELIVERED);
        invitation.confirm("hirondelle", NOW);
        assertThat(invitation.state(() -> null, () -> CommandState.DELAYED, () -> CommandState.NONE, NOW)).isEqualTo(InvitationState.DELAYED);
        assertThat(invitation.state(() -> null, () -> CommandState.PARKED, () -> CommandState.NONE, NOW)).isEqualTo(InvitationState.STUCK);
        invitation.accepted("subject", NOW);
        assertThat(invitation.state(() -> null, () -> CommandState.DONE, () -> CommandState.DONE, NOW)).isEqualTo(InvitationState.ACCEPTED);
        assertThat(invitation.state(() -> null, () -> CommandState.DONE, () -> CommandState.PARKED, NOW)).isEqualTo(InvitationState.STUCK);
    }

    private void wrong(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(invitation.confirm("mésange", NOW)).isFalse();
        }
    }

    private InvitationState state(Instant at) {
        return invitation.state(() -> new MailFate(MailFate.State.SENT, NOW), () -> CommandState.WAITING, () -> CommandState.NONE, at);
    }
}
