package app.entente.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.agreement.Office;
import app.entente.agreement.Office.Client;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.TestClock;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules 1 to 6, 9 and 10 of the signing package: who may sign what, when, and how it ends. */
class SigningIT {

    private static final List<String> REQUIRED = List.of("service", "electronic");

    private static Office office;
    private static Client noa;
    private static Client other;
    private static Client jane;
    private UUID signing;

    @BeforeAll
    static void a_practice_with_three_clients() throws Exception {
        office = Office.open("CA-QC");
        noa = office.client("Noa", "Tremblay", "fr");
        other = office.client("Ada", "Roy", "fr");
        jane = office.client("Jane", "Smith", "en");
    }

    @BeforeEach
    void something_to_sign() throws Exception {
        signing = office.signing(office.sent(noa));
    }

    @AfterEach
    void right_the_clock() {
        TestClock.reset();
    }

    @Test
    void rule_1_the_act_and_every_event_hold_the_digest_of_the_bytes_that_were_shown() throws Exception {
        office.clientSigns(noa, signing);
        String digest = office.view(noa.portal(), signing).in("fr").getSha256();
        assertThat(office.rows("select a.frozen_sha256 from signing_act a join signing_party p on p.id = a.party_id where p.signing_id = '" + signing + "'"))
            .containsExactly(List.of(digest));
        for (String kind : List.of("frozen", "document_shown", "reauthentication_requested", "signed")) {
            assertThat(bodies(signing, kind)).as(kind).isNotEmpty().allMatch(body -> body.contains(digest));
        }
    }

    @Test
    void rule_2_the_practice_signs_after_the_client() throws Exception {
        office.show(office.practitioner(), signing, "fr");
        assertThat(office.view(office.practitioner(), signing).myTurn()).isFalse();
        refused("signing.not_your_turn", () -> office.intend(office.practitioner(), signing, List.of(), Office.PRACTITIONER));
        office.clientSigns(noa, signing);
        assertThat(office.view(office.practitioner(), signing).myTurn()).isTrue();
        assertThat(office.view(noa.portal(), signing).myTurn()).isFalse();
        refused("signing.not_your_turn", () -> office.intend(noa.portal(), signing, REQUIRED, noa.name()));
        office.practitionerSigns(signing, "fr");
        assertThat(office.view(noa.portal(), signing).signing().getStatus()).isEqualTo("sealing");
    }

    @Test
    void rule_2_another_client_finds_nothing_to_see_sign_or_decline() throws Exception {
        office.show(noa.portal(), signing, "fr");
        Intent intent = office.intend(noa.portal(), signing, REQUIRED, noa.name());
        int before = events(signing).size();
        InWorkspace ada = other.portal();
        notFound(() -> office.view(ada, signing));
        notFound(() -> office.show(ada, signing, "fr"));
        notFound(() -> ada.run(() -> signings().fetch(signing, "fr")));
        notFound(() -> ada.run(() -> signings().consents(signing, "fr")));
        notFound(() -> ada.run(() -> signings().wish(signing, "fr")));
        notFound(() -> office.intend(ada, signing, REQUIRED, noa.name()));
        notFound(() -> office.prove(ada, intent));
        notFound(() -> ada.run(() -> signings().decline(signing, "Non.")));
        assertThat(events(signing)).hasSize(before);
        assertThat(office.view(noa.portal(), signing).me().getStatus()).isEqualTo("waiting");
    }

    @Test
    void rule_2_a_colleague_watches_but_does_not_sign_and_leaves_no_trace() throws Exception {
        office.clientSigns(noa, signing);
        InWorkspace colleague = office.practitioner().as(other.portal().account(), "login");
        int before = events(signing).size();
        assertThat(office.view(colleague, signing).me()).isNull();
        assertThat(office.show(colleague, signing, "fr")).contains("Noa Tremblay");
        assertThat(events(signing)).hasSize(before);
        notFound(() -> office.intend(colleague, signing, List.of(), Office.PRACTITIONER));
        notFound(() -> colleague.run(() -> signings().decline(signing, "")));
    }

    @Test
    void rule_2_the_practitioner_cannot_sign_for_the_client() throws Exception {
        office.show(noa.portal(), signing, "fr");
        Intent intent = office.intend(noa.portal(), signing, REQUIRED, noa.name());
        refused("signing.not_proved", () -> office.prove(office.practitioner(), intent));
        office.show(office.practitioner(), signing, "fr");
        refused("signing.not_your_turn", () -> office.intend(office.practitioner(), signing, REQUIRED, noa.name()));
        assertThat(office.view(noa.portal(), signing).me().getStatus()).isEqualTo("waiting");
    }

    @Test
    void rule_2_neither_does_the_client_sign_for_the_practitioner() throws Exception {
        office.clientSigns(noa, signing);
        office.show(office.practitioner(), signing, "fr");
        Intent intent = office.intend(office.practitioner(), signing, List.of(), Office.PRACTITIONER);
        refused("signing.not_proved", () -> office.prove(noa.portal(), intent));
        assertThat(office.view(noa.portal(), signing).signing().getStatus()).isEqualTo("open");
    }

    @Test
    void rule_2_the_portal_of_the_same_person_under_another_account_proves_nothing() throws Exception {
        office.show(noa.portal(), signing, "fr");
        Intent intent = office.intend(noa.portal(), signing, REQUIRED, noa.name());
        refused("signing.not_proved", () -> office.prove(noa.portal().as(other.portal().account(), "signature"), intent));
    }

    @Test
    void rule_3_nobody_signs_what_was_not_shown_to_them() throws Exception {
        refused("signing.not_shown", () -> office.intend(noa.portal(), signing, REQUIRED, noa.name()));
        office.show(office.practitioner(), signing, "fr");
        refused("signing.not_shown", () -> office.intend(noa.portal(), signing, REQUIRED, noa.name()));
        office.show(noa.portal(), signing, "fr");
        assertThat(office.intend(noa.portal(), signing, REQUIRED, noa.name()).nonce()).hasSizeGreaterThan(20);
    }

    @Test
    void rule_3_having_fetched_the_bytes_counts_as_shown() throws Exception {
        noa.portal().run(() -> signings().fetch(signing, "fr"));
        assertThat(office.view(noa.portal(), signing).shown()).containsExactly("fr");
        office.intend(noa.portal(), signing, REQUIRED, noa.name());
    }

    @Test
    void rule_4_a_required_consent_that_is_not_ticked_refuses() throws Exception {
        office.show(noa.portal(), signing, "fr");
        refused("signing.consent_missing", () -> office.intend(noa.portal(), signing, List.of(), noa.name()));
        refused("signing.consent_missing", () -> office.intend(noa.portal(), signing, List.of("service", "cancellation_fee"), noa.name()));
        assertThat(bodies(signing, "consent_given")).isEmpty();
    }

    @Test
    void rule_4_each_consent_is_noted_given_or_not_with_the_digest_of_its_text() throws Exception {
        office.show(noa.portal(), signing, "fr");
        office.prove(noa.portal(), office.intend(noa.portal(), signing, List.of("service", "electronic", "invented"), noa.name()));
        assertThat(bodies(signing, "consent_given")).hasSize(2).noneMatch(body -> body.contains("invented"));
        List<ConsentText> asked = noa.portal().call(() -> signings().consents(signing, "fr"));
        ConsentText fee = asked.stream().filter(c -> c.getCode().equals("cancellation_fee")).findFirst().orElseThrow();
        assertThat(fee.getText()).contains("60,00\u00A0$");
        assertThat(bodies(signing, "consent_not_given")).anyMatch(body -> body.contains("cancellation_fee") && body.contains(fee.getSha256()));
        assertThat(bodies(signing, "signed").get(0)).contains("\"consents\":\"service electronic\"");
    }

    @Test
    void rule_5_another_name_is_refused_and_the_expected_one_told() throws Exception {
        office.show(noa.portal(), signing, "fr");
        for (String typed : new String[] {null, "", "  ", "Noa", "Maude Lavigne", "…"}) {
            refused("signing.other_name", () -> office.intend(noa.portal(), signing, REQUIRED, typed));
        }
        assertThat(office.rows("select 1 from signing_act a join signing_party p on p.id = a.party_id where p.signing_id = '" + signing + "'")).isEmpty();
    }

    @Test
    void rule_5_a_name_too_long_to_be_kept_is_refused() throws Exception {
        office.show(noa.portal(), signing, "fr");
        refused("signing.other_name", () -> office.intend(noa.portal(), signing, REQUIRED, "Noa Tremblay" + " x".repeat(100)));
    }

    @Test
    void rule_5_a_drawing_is_kept_encrypted_and_only_its_digest_is_noted() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB), "png", png);
        office.show(noa.portal(), signing, "fr");
        noa.portal().run(() -> signings().intend(signing, REQUIRED, noa.name(), "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray())));
        assertThat(bodies(signing, "reauthentication_requested").get(0)).containsPattern("\"drawing\":\"[0-9a-f]{64}\"");
        refused("signing.drawing", () -> noa.portal().run(() -> signings().intend(signing, REQUIRED, noa.name(), "data:image/png;base64,AAAA")));
    }

    @Test
    void rule_6_an_act_signs_once() throws Exception {
        office.show(noa.portal(), signing, "fr");
        Intent intent = office.intend(noa.portal(), signing, REQUIRED, noa.name());
        office.prove(noa.portal(), intent);
        refused("signing.not_proved", () -> office.prove(noa.portal(), intent));
        assertThat(bodies(signing, "signed")).hasSize(1);
    }

    @Test
    void rule_6_a_later_intent_takes_the_place_of_an_earlier_one() throws Exception {
        office.show(noa.portal(), signing, "fr");
        Intent first = office.intend(noa.portal(), signing, REQUIRED, noa.name());
        Intent second = office.intend(noa.portal(), signing, REQUIRED, noa.name());
        assertThat(second.nonce()).isNotEqualTo(first.nonce());
        refused("signing.not_proved", () -> office.prove(noa.portal(), first));
        office.prove(noa.portal(), second);
    }

    @Test
    void rule_6_a_proof_that_does_not_hold_signs_nothing_and_a_good_one_still_may() throws Exception {
        office.show(noa.portal(), signing, "fr");
        Intent intent = office.intend(noa.portal(), signing, REQUIRED, noa.name());
        refused("signing.not_proved", () -> noa.portal().run(() -> signings().prove(intent.actId(), new Proof(intent.nonce(), "login", TestClock.now(), "s"))));
        refused("signing.not_proved", () -> noa.portal().run(() -> signings().prove(intent.actId(), new Proof("guess", "signature", TestClock.now(), "s"))));
        refused("signing.not_proved",
            () -> noa.portal().run(() -> signings().prove(intent.actId(), new Proof(intent.nonce(), "signature", TestClock.now().minusSeconds(60), "s"))));
        assertThat(bodies(signing, "reauthentication_done")).isEmpty();
        assertThat(office.view(noa.portal(), signing).me().isWaiting()).isTrue();
        office.prove(noa.portal(), intent);
        assertThat(bodies(signing, "reauthentication_done")).hasSize(1);
    }

    @Test
    void rule_6_after_five_minutes_the_intent_is_over() throws Exception {
        office.show(noa.portal(), signing, "fr");
        Intent intent = office.intend(noa.portal(), signing, REQUIRED, noa.name());
        TestClock.advance(Duration.ofMinutes(5));
        refused("signing.not_proved", () -> office.prove(noa.portal(), intent));
    }

    @Test
    void rule_6_the_nonce_is_kept_only_as_a_digest() throws Exception {
        office.show(noa.portal(), signing, "fr");
        Intent intent = office.intend(noa.portal(), signing, REQUIRED, noa.name());
        assertThat(office.rows("select a::text from signing_act a where id = '" + intent.actId() + "'").get(0).get(0)).doesNotContain(intent.nonce());
        assertThat(events(signing)).noneMatch(event -> event.getBody().contains(intent.nonce()));
    }

    @Test
    void rule_6_an_act_that_nobody_began_is_not_found() {
        notFound(() -> office.prove(noa.portal(), new Intent(UUID.randomUUID(), "x")));
    }

    @Test
    void rule_9_after_being_voided_nothing_can_be_signed() throws Exception {
        office.show(noa.portal(), signing, "fr");
        Intent intent = office.intend(noa.portal(), signing, REQUIRED, noa.name());
        office.practitioner().run(() -> signings().cancel(signing, "Erreur."));
        assertEnded(intent, "voided");
    }

    @Test
    void rule_9_after_being_declined_nothing_can_be_signed() throws Exception {
        office.show(noa.portal(), signing, "fr");
        Intent intent = office.intend(noa.portal(), signing, REQUIRED, noa.name());
        noa.portal().run(() -> signings().decline(signing, null));
        assertThat(office.view(noa.portal(), signing).me().getStatus()).isEqualTo("declined");
        assertEnded(intent, "declined");
    }

    @Test
    void rule_9_after_its_last_day_nothing_can_be_signed_even_before_the_timer_has_come() throws Exception {
        office.show(noa.portal(), signing, "fr");
        TestClock.advance(Duration.ofDays(30).minusMinutes(2));
        Intent intent = office.intend(noa.portal(), signing, REQUIRED, noa.name());
        TestClock.advance(Duration.ofMinutes(3));
        refused("signing.ended", () -> office.prove(noa.portal(), intent));
        assertThat(office.view(noa.portal(), signing).myTurn()).isFalse();
        office.finish(signing);
        assertEnded(intent, "expired");
        int events = events(signing).size();
        office.finish(signing);
        assertThat(events(signing)).hasSize(events);
    }

    private void assertEnded(Intent intent, String how) throws Exception {
        assertThat(office.view(noa.portal(), signing).signing().getStatus()).isEqualTo(how);
        assertThat(bodies(signing, how)).hasSize(1);
        refused("signing.ended", () -> office.prove(noa.portal(), intent));
        refused("signing.ended", () -> office.intend(noa.portal(), signing, REQUIRED, noa.name()));
        refused("signing.ended", () -> noa.portal().run(() -> signings().decline(signing, "")));
        refused("signing.ended", () -> noa.portal().run(() -> signings().wish(signing, "fr")));
        refused("signing.ended", () -> office.practitioner().run(() -> signings().cancel(signing, "")));
        assertThat(office.view(noa.portal(), signing).signing().getStatus()).isEqualTo(how);
    }

    @Test
    void rule_9_the_practitioner_may_decline_at_their_turn() throws Exception {
        refused("signing.not_your_turn", () -> office.practitioner().run(() -> signings().decline(signing, "")));
        office.clientSigns(noa, signing);
        refused("signing.not_your_turn", () -> noa.portal().run(() -> signings().decline(signing, "")));
        office.practitioner().run(() -> signings().decline(signing, "Hors de mon champ."));
        assertThat(office.view(noa.portal(), signing).signing().getStatus()).isEqualTo("declined");
    }

    @Test
    void rule_9_after_the_last_signature_nothing_is_taken_back() throws Exception {
        office.clientSigns(noa, signing);
        office.practitionerSigns(signing, "fr");
        refused("signing.ended", () -> office.practitioner().run(() -> signings().cancel(signing, "")));
        refused("signing.ended", () -> noa.portal().run(() -> signings().decline(signing, "")));
        TestClock.advance(Duration.ofDays(31));
        office.finish(signing);
        assertThat(office.view(noa.portal(), signing).signing().getStatus()).isEqualTo("sealed");
    }

    @Test
    void rule_10_english_is_wished_after_french_was_shown_and_then_binds_both() throws Exception {
        UUID agreement = office.sent(jane);
        UUID english = office.signing(agreement);
        refused("signing.not_shown", () -> jane.portal().run(() -> signings().wish(english, "en")));
        office.show(jane.portal(), english, "en");
        refused("signing.not_shown", () -> jane.portal().run(() -> signings().wish(english, "en")));
        office.show(jane.portal(), english, "fr");
        jane.portal().run(() -> signings().wish(english, "en"));
        assertThat(jane.portal().call(() -> signings().consents(english, "en"))).extracting(ConsentText::getCode).contains("language_wish");
        office.prove(jane.portal(), office.intend(jane.portal(), english, REQUIRED, jane.name()));

        SigningView view = office.view(office.practitioner(), english);
        office.show(office.practitioner(), english, "fr");
        refused("signing.not_shown", () -> office.intend(office.practitioner(), english, List.of(), Office.PRACTITIONER));
        office.practitionerSigns(english, "en");
        office.finish(english);
        assertThat(office.rows("select distinct a.frozen_sha256 from signing_act a join signing_party p on p.id = a.party_id where p.signing_id = '" + english + "'"))
            .containsExactly(List.of(view.in("en").getSha256()));
        assertThat(office.rows("select kind, language from sealed_document where subject_id = '" + agreement + "' order by kind"))
            .containsExactly(List.of("agreement", "en"), List.of("evidence", "en"));
        assertThat(bodies(english, "frozen")).anyMatch(b -> b.contains(view.in("fr").getSha256())).anyMatch(b -> b.contains(view.in("en").getSha256()));
        assertThat(bodies(english, "language_wished")).hasSize(1).allMatch(b -> b.contains(view.in("en").getSha256()));
        assertThat(bodies(english, "signed")).hasSize(2).allMatch(b -> b.contains(view.in("en").getSha256()));
    }

    @Test
    void rule_10_what_is_wished_must_be_shown_too() throws Exception {
        UUID english = office.signing(office.sent(jane));
        office.show(jane.portal(), english, "fr");
        jane.portal().run(() -> signings().wish(english, "en"));
        refused("signing.not_shown", () -> office.intend(jane.portal(), english, REQUIRED, jane.name()));
    }

    @Test
    void rule_10_without_a_wish_french_binds_though_english_was_read() throws Exception {
        UUID agreement = office.sent(jane);
        UUID both = office.signing(agreement);
        office.show(jane.portal(), both, "en");
        refused("signing.not_shown", () -> office.intend(jane.portal(), both, REQUIRED, jane.name()));
        office.clientSigns(jane, both);
        assertThat(bodies(both, "signed").get(0)).contains(office.view(jane.portal(), both).in("fr").getSha256());
    }

    @Test
    void rule_10_what_the_client_has_signed_no_later_wish_changes() throws Exception {
        UUID agreement = office.sent(jane);
        UUID both = office.signing(agreement);
        office.show(jane.portal(), both, "en");
        office.clientSigns(jane, both);
        refused("signing.not_your_turn", () -> jane.portal().run(() -> signings().wish(both, "en")));
        office.show(office.practitioner(), both, "en");
        office.show(office.practitioner(), both, "fr");
        refused("signing.not_your_turn", () -> office.practitioner().run(() -> signings().wish(both, "en")));
        office.practitionerSigns(both, "fr");
        office.finish(both);
        assertThat(office.rows("select kind, language from sealed_document where subject_id = '" + agreement + "' order by kind"))
            .containsExactly(List.of("agreement", "fr"), List.of("evidence", "fr"));
        assertThat(bodies(both, "language_wished")).isEmpty();
    }

    @Test
    void rule_10_a_wish_before_signing_may_be_taken_back() throws Exception {
        UUID both = office.signing(office.sent(jane));
        office.show(jane.portal(), both, "fr");
        jane.portal().run(() -> signings().wish(both, "en"));
        jane.portal().run(() -> signings().wish(both, "fr"));
        office.clientSigns(jane, both);
        assertThat(bodies(both, "signed").get(0)).contains(office.view(jane.portal(), both).in("fr").getSha256());
    }

    private static void refused(String code, InWorkspace.Action action) {
        assertThatThrownBy(action::run).isInstanceOf(BusinessRuleViolation.class).hasMessage(code);
    }

    private static void notFound(InWorkspace.Action action) {
        assertThatThrownBy(action::run).isInstanceOf(NotFound.class);
    }

    private static List<EvidenceEvent> events(UUID signing) throws Exception {
        return office.practitioner().call(() -> Features.get(Evidence.class).of(signing));
    }

    private static List<String> bodies(UUID signing, String kind) throws Exception {
        return events(signing).stream().filter(e -> e.getKind().equals(kind)).map(EvidenceEvent::getBody).toList();
    }

    private static Signings signings() {
        return Features.get(Signings.class);
    }
}
