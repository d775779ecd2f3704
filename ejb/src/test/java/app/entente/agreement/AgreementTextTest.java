package app.entente.agreement;

import static app.entente.agreement.Seeds.clause;
import static app.entente.agreement.Seeds.filled;
import static app.entente.agreement.Seeds.in;
import static app.entente.agreement.Seeds.knowing;
import static app.entente.agreement.Seeds.with;
import static app.entente.agreement.Seeds.without;
import static app.entente.agreement.Seeds.words;
import static org.assertj.core.api.Assertions.assertThat;

import app.entente.agreement.TemplateContent.Consent;
import app.entente.agreement.TemplateContent.Option;
import app.entente.agreement.TemplateContent.Variable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 2 and 3 of the agreement package, on the two templates that practices adopt. */
class AgreementTextTest {

    private static final List<Locale> LOCALES = List.of(Locale.CANADA_FRENCH, Locale.CANADA, Locale.FRANCE, Locale.UK);

    @ParameterizedTest
    @ValueSource(strings = {"ts", "pair_aidant"})
    void rule_2_nothing_is_missing_when_all_that_is_asked_for_is_there(String profession) {
        assertThat(filled(profession).missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "pair_aidant"})
    void rule_2_each_required_field_left_empty_is_named(String profession) {
        AgreementText text = filled(profession);
        List<String> required = text.content().variables().stream().filter(Variable::required).map(Variable::code).toList();
        assertThat(required).hasSizeGreaterThan(10);
        for (String code : required) {
            assertThat(with(text, code, "").missing()).as(code).containsExactly(code);
            assertThat(with(text, code, " \n ").missing()).as(code).containsExactly(code);
        }
    }

    @ParameterizedTest
    @CsvSource({"ts, practice.order practice.permit practice.address practice.privacyOfficer client.name client.contact service.title service.minutes service.price service.tax today",
        "pair_aidant, practice.siret practice.status practice.mediator practice.privacyOfficer client.name client.contact service.title service.minutes service.price service.tax today"})
    void rule_2_each_fact_the_text_needs_is_named_when_nobody_gave_it(String profession, String names) {
        for (String name : names.split(" ")) {
            assertThat(knowing(filled(profession), name, "").missing()).as(name).containsExactly(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "pair_aidant"})
    void rule_2_an_empty_draft_names_every_required_field_once(String profession) {
        AgreementText empty = new AgreementText(Seeds.template(profession), Map.of(), Seeds.facts(), Set.of(), Seeds.place(profession), "CAD");
        assertThat(empty.missing()).doesNotHaveDuplicates()
            .containsExactlyInAnyOrderElementsOf(empty.content().variables().stream().filter(Variable::required).map(Variable::code).toList());
    }

    @Test
    void rule_2_a_choice_that_is_none_of_the_options_is_missing() {
        assertThat(with(filled("ts"), "mode", "telepathy").missing()).containsExactly("mode");
    }

    @Test
    void rule_2_what_may_stay_empty_is_never_missing() {
        assertThat(Seeds.facts()).containsEntry("client.birthDate", "").containsEntry("representative", "").containsEntry("payer", "");
        assertThat(with(with(filled("ts"), "sharing_recipients", ""), "end_date", "").missing()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "pair_aidant"})
    void rule_3_no_brace_no_double_dot_and_no_empty_item_ever_remains(String profession) {
        AgreementText base = filled(profession);
        for (Locale locale : LOCALES) {
            for (boolean all : new boolean[] {false, true}) {
                AgreementText text = in(base, locale);
                if (all) {
                    for (Variable variable : text.content().variables()) {
                        text = with(text, variable.code(), variable.kind().contains("text") ? "Une phrase entière." : Seeds.word(variable));
                    }
                    for (String name : AgreementText.MAY_BE_EMPTY) {
                        text = knowing(text, name, "fait " + name + ".");
                    }
                }
                for (Variable variable : text.content().variables()) {
                    for (Option option : variable.options()) {
                        assertWhole(with(text, variable.code(), option.code()));
                    }
                }
                assertWhole(without(text, text.content().clauses().stream().map(TemplateContent.Clause::code).toArray(String[]::new)));
            }
        }
    }

    private static void assertWhole(AgreementText text) {
        String words = words(text);
        assertThat(words).doesNotContain("{{", "}}").doesNotContainPattern("(?<!\\.)\\.\\.(?!\\.)").doesNotContain(": \n", ":\n-\n", "\n- \n", " .", ": ,");
        assertThat(words.lines()).noneMatch(line -> line.strip().equals("-"));
        assertThat(text.clauses()).noneMatch(clause -> clause.body().isBlank() || clause.title().isBlank());
    }

    @Test
    void rule_3_a_line_that_names_an_empty_optional_field_is_left_out_whole() {
        AgreementText text = filled("ts");
        assertThat(clause(text, "duration")).startsWith("- Début : 1er décembre 2026\n\nSans date de fin").doesNotContain("Fin prévue");
        assertThat(clause(text, "parties")).contains("- Personne cliente : fait client name\n- Coordonnées").doesNotContain("naissance", "Représentant", "Payeur");
        assertThat(clause(text, "signatures")).contains("- fait client name, personne cliente\n- fait practice legalName");
        assertThat(clause(text, "telepractice")).endsWith("je vous rappelle.");
    }

    @Test
    void rule_3_a_line_that_names_a_filled_optional_field_is_there() {
        AgreementText text = knowing(with(with(filled("ts"), "end_date", "2027-03-08"), "emergency_contact", "Léa, 450-555-0199"), "client.birthDate", "14 mars 2001");
        assertThat(clause(text, "duration")).contains("- Fin prévue : 8 mars 2027");
        assertThat(clause(text, "parties")).contains("- Date de naissance : 14 mars 2001");
        assertThat(clause(text, "telepractice")).endsWith("- Personne à joindre en cas d’urgence : Léa, 450-555-0199");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "pair_aidant"})
    void rule_3_without_approaches_their_clause_says_nothing(String profession) {
        assertThat(clause(filled(profession), "approaches")).isEmpty();
        assertThat(clause(knowing(filled(profession), "approaches", "l’approche systémique"), "approaches")).startsWith("Je m’appuie sur : l’approche systémique.");
    }

    @Test
    void rule_3_a_clause_left_out_goes_with_its_consents() {
        AgreementText text = knowing(filled("ts"), "payer", "Assurances Exemple");
        assertThat(codes(text)).contains("payer");
        assertThat(clause(text, "payer")).contains("- Payeur : Assurances Exemple");
        AgreementText shorter = without(text, "payer");
        assertThat(codes(shorter)).doesNotContain("payer");
        assertThat(clause(shorter, "payer")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "pair_aidant"})
    void rule_3_a_clause_that_is_not_optional_cannot_be_left_out(String profession) {
        AgreementText text = filled(profession);
        AgreementText bare = without(text, text.content().clauses().stream().map(TemplateContent.Clause::code).toArray(String[]::new));
        text.content().clauses().stream().filter(c -> !c.optional()).forEach(c -> assertThat(clause(bare, c.code())).as(c.code()).isEqualTo(clause(text, c.code())));
        assertThat(codes(bare)).contains("service", "electronic");
    }

    @Test
    void rule_3_a_clause_whose_condition_is_not_met_is_left_out() {
        assertThat(clause(filled("ts"), "payer")).isEmpty();
        assertThat(codes(filled("ts"))).doesNotContain("payer");
    }

    @Test
    void rule_3_a_consent_is_asked_for_where_its_condition_is_met() {
        AgreementText text = filled("ts");
        assertThat(codes(text)).containsExactly("service", "electronic", "cancellation_fee");
        assertThat(codes(with(text, "mode", "video"))).contains("telepractice");
        assertThat(codes(with(text, "mode", "phone"))).contains("telepractice");
        assertThat(codes(with(text, "mode", "mixed"))).contains("telepractice");
        assertThat(codes(with(text, "mode", "office"))).doesNotContain("telepractice");
        assertThat(codes(with(text, "recording", "agreed"))).contains("recording");
        assertThat(codes(with(text, "sharing_recipients", "Dre Roy"))).contains("sharing");
        assertThat(codes(in(text, Locale.CANADA))).contains("language_wish");
    }

    @Test
    void rule_3_the_peer_template_asks_for_what_france_asks_for() {
        assertThat(codes(filled("pair_aidant"))).containsExactlyInAnyOrder("service", "health_data", "withdrawal_info", "early_start", "electronic", "cancellation_fee");
        assertThat(filled("pair_aidant").consents().stream().filter(Consent::required).map(Consent::code))
            .containsExactlyInAnyOrder("service", "health_data", "withdrawal_info", "electronic");
    }

    @Test
    void rule_3_a_consent_says_the_figures_of_its_agreement() {
        AgreementText text = filled("ts");
        Consent fee = text.consents().stream().filter(c -> c.code().equals("cancellation_fee")).findFirst().orElseThrow();
        assertThat(text.text(fee)).isEqualTo("J’accepte des frais de 60,00\u00A0$ pour une rencontre manquée ou annulée moins de 24 heures avant.");
        assertThat(in(text, Locale.CANADA).text(fee)).isEqualTo("I accept a fee of $60.00 for a meeting missed or cancelled less than 24 hours ahead.");
    }

    @Test
    void rule_3_annexes_come_last() {
        List<AgreementText.Filled> clauses = filled("pair_aidant").clauses();
        assertThat(clauses.get(clauses.size() - 1).code()).isEqualTo("withdrawal_form");
        assertThat(clauses.get(clauses.size() - 2).code()).isEqualTo("signatures");
    }

    @Test
    void rule_3_amounts_are_written_as_the_place_writes_them() {
        assertThat(clause(with(filled("ts"), "report_price", "123456"), "fees")).contains("Rapport ou attestation : 1\u00A0234,56\u00A0$ l’heure");
        assertThat(clause(in(with(filled("ts"), "report_price", "123456"), Locale.CANADA), "fees")).contains("Report or letter: $1,234.56 per hour");
        assertThat(clause(with(filled("pair_aidant"), "cancellation_fee", "123456"), "cancellation")).contains("une indemnité de 1\u202F234,56\u00A0€ n’est due");
        assertThat(clause(in(with(filled("pair_aidant"), "cancellation_fee", "123456"), Locale.UK), "cancellation")).contains("a fee of €1,234.56 is due");
    }

    @ParameterizedTest
    @CsvSource({"fr-CA, 1er décembre 2026", "fr-FR, 1er décembre 2026", "en-CA, 1 December 2026", "en-GB, 1 December 2026"})
    void rule_3_dates_are_written_in_words(String locale, String day) {
        assertThat(clause(in(with(filled("ts"), "start_date", "2026-12-01"), Locale.forLanguageTag(locale)), "duration")).contains(" " + day + "\n");
    }

    @Test
    void rule_3_choices_are_written_in_the_language_of_the_text() {
        AgreementText text = with(filled("ts"), "mode", "mixed");
        assertThat(clause(text, "modalities")).contains("- Mode : au bureau et à distance, selon ce que nous convenons\n").contains("Personne n’enregistre les rencontres.");
        assertThat(clause(in(text, Locale.CANADA), "modalities")).contains("- Mode: at the office and at a distance, as we agree\n").contains("Nobody records the meetings.");
    }

    @Test
    void rule_3_a_default_left_untouched_is_written_in_the_language_of_the_text() {
        AgreementText english = in(filled("ts"), Locale.CANADA);
        assertThat(clause(english, "modalities")).contains("- Frequency: every two weeks\n").contains("You may write to me through the secure messages.");
        assertThat(clause(english, "consent")).contains("the social service of your local community centre");
        AgreementText written = with(english, "frequency", "une fois par mois");
        assertThat(clause(written, "modalities")).contains("- Frequency: une fois par mois\n");
        assertThat(clause(filled("ts"), "modalities")).contains("- Fréquence : toutes les deux semaines\n");
    }

    @Test
    void rule_3_what_was_written_is_kept_to_the_letter() {
        AgreementText text = with(filled("ts"), "request", "5 $ \\ C:\\dossier, 50 % & <b>");
        assertThat(clause(text, "purpose")).startsWith("Votre demande : 5 $ \\ C:\\dossier, 50 % & <b>\n\n");
    }

    @Test
    void rule_3_three_dots_that_were_written_stay_three() {
        assertThat(clause(with(filled("ts"), "request", "Souffler... et dormir"), "purpose")).startsWith("Votre demande : Souffler... et dormir\n\n");
        assertThat(clause(with(filled("ts"), "request", "Souffler..."), "purpose")).startsWith("Votre demande : Souffler...\n\n");
    }

    @Test
    void rule_3_a_sentence_that_brings_its_own_dot_does_not_get_a_second() {
        assertThat(clause(knowing(filled("ts"), "approaches", "Thérapie brève, etc."), "approaches")).startsWith("Je m’appuie sur : Thérapie brève, etc.\n\n");
    }

    @ParameterizedTest
    @CsvSource({"start_date, demain", "start_date, 2026-02-30", "report_price, cent", "report_price, 12.50"})
    void rule_2_what_is_no_date_and_no_amount_is_missing_and_not_an_error(String variable, String written) {
        assertThat(with(filled("ts"), variable, written).missing()).containsExactly(variable);
        assertThat(words(with(filled("ts"), variable, written))).isNotBlank();
    }

    private static List<String> codes(AgreementText text) {
        return text.consents().stream().map(Consent::code).toList();
    }
}
