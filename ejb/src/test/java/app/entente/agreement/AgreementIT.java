package app.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.entente.agreement.Office.Client;
import app.entente.document.SealedDocument;
import app.entente.document.Seals;
import app.entente.file.Files;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.kernel.Sha256;
import app.entente.notification.Mails;
import app.entente.person.Person;
import app.entente.person.PersonDetails;
import app.entente.signing.Evidence;
import app.entente.signing.Intent;
import app.entente.signing.SigningView;
import app.entente.signing.Signings;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.TestClock;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the agreement package, taken step by step by the people they are for, on the real database. */
class AgreementIT {

    private static Office office;
    private static Client noa;

    @BeforeAll
    static void a_practice_of_quebec_with_a_client() throws Exception {
        office = Office.open("CA-QC");
        noa = office.client("Noa", "Tremblay", "fr");
    }

    @AfterEach
    void right_the_clock() {
        TestClock.reset();
    }

    @Test
    void rules_1_to_5_an_agreement_is_written_sent_signed_by_both_and_active() throws Exception {
        UUID id = office.draft(noa);
        assertThat(office.agreement(id).getStatus()).isEqualTo("draft");
        office.prepare(id, Map.of("mode", "video"));
        office.practitioner().run(() -> agreements().send(id));
        assertThat(office.agreement(id).getStatus()).isEqualTo("sent");
        UUID signing = office.signing(id);
        byte[] frozen = noa.portal().call(() -> signings().fetch(signing, "fr"));
        assertThat(office.show(noa.portal(), signing, "fr")).contains("Y voir plus clair.", "1er décembre 2026");

        Intent intent = office.intend(noa.portal(), signing, List.of("service", "electronic", "telepractice"), "tremblay noa");
        office.prove(noa.portal(), intent);
        assertThat(office.agreement(id).getStatus()).isEqualTo("signed_by_client");
        assertThat(mail("to_countersign", id)).isTrue();
        office.practitionerSigns(signing, "fr");
        assertThat(office.agreement(id).getStatus()).isEqualTo("sealing");
        assertThat(mail("sealed", id)).isFalse();
        office.finish(signing);

        assertThat(office.agreement(id).getStatus()).isEqualTo("active");
        assertThat(office.view(noa.portal(), signing).signing().getStatus()).isEqualTo("sealed");
        assertThat(mail("sealed", id)).isTrue();
        assertThat((int) office.practitioner().call(() -> Features.get(Evidence.class).firstBroken(signing))).isZero();
        assertThat(office.rows("select kind from sealed_document where subject_id = '" + id + "' order by kind")).containsExactly(List.of("agreement"), List.of("evidence"));
        for (String kind : List.of("agreement", "evidence")) {
            SealedDocument sealed = sealed(kind, id);
            byte[] bytes = office.practitioner().call(() -> Features.get(Seals.class).bytes(sealed.getId()));
            assertThat(Sha256.of(bytes).hex()).isEqualTo(sealed.getSha256());
        }
        byte[] after = noa.portal().call(() -> signings().fetch(signing, "fr"));
        assertThat(after).isEqualTo(frozen);
        assertThat(Sha256.of(after).hex()).isEqualTo(office.view(noa.portal(), signing).in("fr").getSha256());
    }

    @Test
    void rule_1_an_agreement_keeps_the_version_it_was_made_from() throws Exception {
        UUID id = office.sent(noa);
        UUID version = office.agreement(id).getTemplateVersionId();
        assertThat(office.rows("select id from template_version")).containsExactly(List.of(version.toString()));
        assertThatThrownBy(() -> office.execute("update template_version set content = '{}'")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> office.execute("delete from template_version")).hasMessageContaining("permission denied");
    }

    @Test
    void rule_2_what_is_missing_is_counted_and_named_and_nothing_is_sent() throws Exception {
        UUID id = office.draft(noa);
        List<String> missing = office.practitioner().call(() -> agreements().form(id, "fr").missing());
        assertThat(missing).contains("Ce qui vous amène", "Ce que nous visons", "Date de début", "Service convenu", "Prix du service").doesNotHaveDuplicates();
        assertThat(office.practitioner().call(() -> agreements().form(id, "en").missing())).hasSameSizeAs(missing).contains("What brings you", "Agreed service");
        BusinessRuleViolation refusal = catchThrowableOfType(() -> office.practitioner().run(() -> agreements().send(id)), BusinessRuleViolation.class);
        assertThat(refusal.code()).isEqualTo("agreement.incomplete");
        assertThat(refusal.arguments()).containsExactly(missing.size());
        assertThat(office.agreement(id).isDraft()).isTrue();
        assertThat(office.rows("select 1 from signing where subject_id = '" + id + "'")).isEmpty();

        office.prepare(id, Map.of("request", ""));
        assertThat(office.practitioner().call(() -> agreements().form(id, "fr").missing())).containsExactly("Ce qui vous amène");
        assertThat(catchThrowableOfType(() -> office.practitioner().run(() -> agreements().send(id)), BusinessRuleViolation.class).arguments()).containsExactly(1);
        office.prepare(id, Map.of());
        office.practitioner().run(() -> agreements().send(id));
        assertThat(mail("sent", id)).isTrue();
    }

    @Test
    void rule_2_a_draft_with_an_unreadable_date_can_still_be_opened_and_says_so() throws Exception {
        UUID id = office.draft(noa);
        office.prepare(id, Map.of("start_date", "bientôt"));
        assertThat(office.practitioner().call(() -> agreements().form(id, "fr").missing())).containsExactly("Date de début");
    }

    @Test
    void rule_4_french_is_frozen_first_and_english_too_for_who_reads_english() throws Exception {
        Client jane = office.client("Jane", "Smith", "en");
        SigningView view = office.view(jane.portal(), office.signing(office.sent(jane)));
        assertThat(view.documents()).extracting(d -> d.getLanguage()).containsExactly("fr", "en");
        assertThat(view.documents()).extracting(d -> d.getTitle()).containsExactly("Entente de service", "Service agreement");
        assertThat(view.signing().getFirstLanguage()).isEqualTo("fr");
        assertThat(office.view(noa.portal(), office.signing(office.sent(noa))).documents()).extracting(d -> d.getLanguage()).containsExactly("fr");
    }

    @Test
    void rule_4_an_english_text_names_the_order_in_english() throws Exception {
        Client jane = office.client("Jane", "Doe", "en");
        UUID signing = office.signing(office.sent(jane));
        String order = office.rows("select professional_order_en from practice").get(0).get(0);
        assertThat(office.show(jane.portal(), signing, "en")).contains(escaped(order));
        assertThat(office.show(jane.portal(), signing, "fr")).contains("Ordre des travailleurs").doesNotContain(escaped(order));
    }

    @Test
    void rule_6_what_was_sent_can_be_neither_written_nor_sent_again() throws Exception {
        UUID id = office.sent(noa);
        refused("agreement.frozen", () -> office.prepare(id, Map.of("request", "Autre chose.")));
        refused("agreement.frozen", () -> office.practitioner().run(() -> agreements().send(id)));
        assertThat(office.rows("select value from agreement_value where agreement_id = '" + id + "' and code = 'request'")).containsExactly(List.of("Y voir plus clair."));
    }

    @Test
    void rule_6_the_screen_of_the_client_is_the_text_as_it_was_sent() throws Exception {
        Client ada = office.client("Ada", "Roy", "fr");
        UUID signing = office.signing(office.sent(ada));
        String before = office.show(ada.portal(), signing, "fr");
        correct(ada, details -> details.setFamilyName("Gagnon"));
        assertThat(office.show(ada.portal(), signing, "fr")).isEqualTo(before).contains("Ada Roy");
        assertThat(office.view(ada.portal(), signing).me().getName()).isEqualTo("Ada Roy");
    }

    @Test
    void rule_6_a_form_made_from_an_earlier_state_of_the_draft_changes_nothing() throws Exception {
        UUID id = office.draft(noa);
        int version = office.agreement(id).getVersion();
        office.prepare(id, Map.of());
        assertThatThrownBy(() -> office.practitioner().run(() -> agreements().prepare(id, version, Map.of("request", "Perdu."), null, List.of(), List.of())))
            .isInstanceOf(OptimisticLockException.class);
        assertThat(office.practitioner().call(() -> agreements().form(id, "fr").values())).containsEntry("request", "Y voir plus clair.");
    }

    @Test
    void rule_6_a_sent_agreement_may_be_declined() throws Exception {
        UUID id = office.sent(noa);
        UUID signing = office.signing(id);
        noa.portal().run(() -> signings().decline(signing, "Pas maintenant."));
        Agreement declined = office.agreement(id);
        assertThat(declined.getStatus()).isEqualTo("declined");
        assertThat(declined.getEndReason()).isEqualTo("Pas maintenant.");
        assertThat(declined.getEndedAt()).isNotNull();
        assertThat(mail("declined", id)).isTrue();
    }

    @Test
    void rule_6_a_sent_agreement_may_be_voided_and_the_client_is_told() throws Exception {
        UUID id = office.sent(noa);
        UUID signing = office.signing(id);
        office.practitioner().run(() -> signings().cancel(signing, "Erreur de date."));
        assertThat(office.agreement(id).getStatus()).isEqualTo("voided");
        assertThat(mail("voided", id)).isTrue();
    }

    @Test
    void rule_6_a_sent_agreement_expires_after_thirty_days() throws Exception {
        UUID id = office.sent(noa);
        office.finish(office.signing(id));
        assertThat(office.agreement(id).getStatus()).isEqualTo("sent");
        TestClock.advance(Duration.ofDays(30).minusMinutes(1));
        office.finish(office.signing(id));
        assertThat(office.agreement(id).getStatus()).isEqualTo("sent");
        TestClock.advance(Duration.ofMinutes(2));
        office.finish(office.signing(id));
        assertThat(office.agreement(id).getStatus()).isEqualTo("expired");
        assertThat(mail("expired", id)).isTrue();
    }

    @Test
    void rule_7_nothing_is_sent_to_an_address_that_is_missing_or_not_safe() throws Exception {
        Client lea = office.client("Léa", "Côté", "fr");
        UUID id = office.draft(lea);
        office.prepare(id, Map.of());
        correct(lea, details -> details.setMailSafe(false));
        refused("agreement.no_safe_mail", () -> office.practitioner().run(() -> agreements().send(id)));
        correct(lea, details -> {
            details.setMailSafe(true);
            details.setEmail(null);
        });
        refused("agreement.no_safe_mail", () -> office.practitioner().run(() -> agreements().send(id)));
        assertThat(office.agreement(id).isDraft()).isTrue();
        assertThat(mail("sent", id)).isFalse();
    }

    @Test
    void rule_7_a_mail_holds_a_link_and_no_word_of_the_agreement() throws Exception {
        UUID id = office.active(noa);
        List<List<String>> mails = office.rows("select subject || ' ' || body from mail where dedup_key like '%" + id + "'");
        assertThat(mails).hasSize(3);
        assertThat(mails).allSatisfy(mail -> assertThat(mail.get(0)).contains("http://localhost:8080/").doesNotContain("Tremblay", "Y voir", "Maude"));
    }

    @Test
    void a_client_finds_their_own_agreements_and_no_draft() throws Exception {
        Client ada = office.client("Ada", "Côté", "fr");
        UUID hers = office.sent(ada);
        UUID draft = office.draft(ada);
        assertThat(ada.portal().call(() -> agreements().mine())).extracting(AgreementRow::id).containsExactly(hers);
        assertThat(ada.portal().call(() -> agreements().find(hers)).getId()).isEqualTo(hers);
        assertThatThrownBy(() -> ada.portal().run(() -> agreements().find(draft))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> noa.portal().run(() -> agreements().find(hers))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> noa.portal().run(() -> agreements().row(hers))).isInstanceOf(NotFound.class);
    }

    @Test
    void rule_4_an_agreement_of_france_is_whole_in_french_and_in_english() throws Exception {
        Office france = Office.open("FR");
        Client ben = france.client("Ben", "Martin", "en");
        UUID signing = france.signing(france.sent(ben));
        String french = france.show(ben.portal(), signing, "fr");
        String english = france.show(ben.portal(), signing, "en");
        assertThat(french).contains("20,00\u00A0€", "1er décembre 2026", "SIRET").doesNotContain("{{", "..");
        assertThat(english).contains("€20.00", "1 December 2026", "SIRET", "we take stock every eight sessions").doesNotContain("{{", "..");
        assertThat(france.required(ben.portal(), signing, "fr")).containsExactly("service", "health_data", "withdrawal_info", "electronic");
        assertThat(france.required(ben.portal(), signing, "en")).isEqualTo(france.required(ben.portal(), signing, "fr"));
    }

    private static String escaped(String text) {
        return text.replace("'", "&#39;");
    }

    private static void correct(Client client, Consumer<PersonDetails> change) throws Exception {
        office.practitioner().run(() -> {
            Person person = Features.get(Files.class).client(client.file());
            change.accept(person.getDetails());
            Features.get(Files.class).correctClient(client.file(), person.getDetails(), person.getVersion());
        });
    }

    private static void refused(String code, InWorkspace.Action action) {
        assertThatThrownBy(action::run).isInstanceOf(BusinessRuleViolation.class).hasMessage(code);
    }

    private static boolean mail(String what, UUID agreement) throws Exception {
        return office.practitioner().call(() -> Features.get(Mails.class).fate("agreement." + what + "." + agreement)) != null;
    }

    private static SealedDocument sealed(String kind, UUID subject) throws Exception {
        return office.practitioner().call(() -> Features.get(Seals.class).ofSubject(kind, subject)).orElseThrow();
    }

    private static Agreements agreements() {
        return Features.get(Agreements.class);
    }

    private static Signings signings() {
        return Features.get(Signings.class);
    }
}
