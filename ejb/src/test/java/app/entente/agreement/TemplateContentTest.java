package app.entente.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.agreement.TemplateContent.Clause;
import app.entente.agreement.TemplateContent.Consent;
import app.entente.agreement.TemplateContent.Variable;
import app.entente.kernel.Bilingual;
import app.entente.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules 1 to 3 of the agreement package, as far as the templates themselves can break them. */
class TemplateContentTest {

    private static final Pattern BRACES = Pattern.compile("\\{\\{([^}]*)}}");

    @ParameterizedTest
    @ValueSource(strings = {"ts", "pair_aidant"})
    void rule_2_every_name_in_a_text_can_be_filled_in(String profession) {
        TemplateContent content = Seeds.template(profession);
        Set<String> known = new HashSet<>(Seeds.facts().keySet());
        content.variables().forEach(v -> known.add(v.code()));
        texts(content).forEach(text -> {
            assertThat(known).containsAll(names(text.getFr()));
            assertThat(known).containsAll(names(text.getEn()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "pair_aidant"})
    void rule_2_both_languages_name_the_same_fields(String profession) {
        texts(Seeds.template(profession)).forEach(text -> assertThat(names(text.getEn())).as(text.getFr()).isEqualTo(names(text.getFr())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "pair_aidant"})
    void rule_2_every_field_is_used_and_said_in_both_languages(String profession) {
        TemplateContent content = Seeds.template(profession);
        Set<String> used = new HashSet<>();
        texts(content).forEach(text -> used.addAll(names(text.getFr())));
        for (Variable variable : content.variables()) {
            assertThat(used).contains(variable.code());
            assertThat(variable.label().getFr()).isNotBlank();
            assertThat(variable.label().getEn()).isNotBlank();
            assertThat(variable.kind()).isIn("text", "longtext", "money", "number", "date", "choice");
            assertThat(variable.kind().equals("choice")).as(variable.code()).isEqualTo(!variable.options().isEmpty());
            String fallback = variable.fallback().getFr();
            if (!fallback.isEmpty() && variable.kind().equals("choice")) {
                assertThat(variable.options()).extracting(TemplateContent.Option::code).contains(fallback);
            }
            assertThat(fallback.isEmpty()).as(variable.code()).isEqualTo(variable.fallback().getEn().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "pair_aidant"})
    void rule_3_every_consent_goes_with_a_clause_and_every_condition_can_be_met(String profession) {
        TemplateContent content = Seeds.template(profession);
        List<String> clauses = content.clauses().stream().map(Clause::code).toList();
        assertThat(clauses).doesNotHaveDuplicates();
        assertThat(content.consents()).extracting(Consent::code).doesNotHaveDuplicates().contains("service", "electronic");
        content.consents().forEach(consent -> assertThat(clauses).contains(consent.clause()));
        Stream.concat(content.clauses().stream().map(Clause::when), content.consents().stream().map(Consent::when)).filter(when -> !when.isEmpty()).forEach(when -> {
            String name = when.split(":")[0];
            assertThat(Stream.concat(Stream.of("language"), Stream.concat(Seeds.facts().keySet().stream(), content.variables().stream().map(Variable::code)))).contains(name);
            content.variables().stream().filter(v -> v.code().equals(name) && when.contains(":"))
                .forEach(v -> assertThat(v.options()).extracting(TemplateContent.Option::code).contains(when.split(":")[1].split("\\|")));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "pair_aidant"})
    void rule_3_a_required_consent_never_goes_with_a_clause_that_may_be_left_out(String profession) {
        TemplateContent content = Seeds.template(profession);
        Set<String> mayGo = new HashSet<>();
        content.clauses().stream().filter(c -> c.optional() || !c.when().isEmpty()).forEach(c -> mayGo.add(c.code()));
        content.consents().stream().filter(Consent::required).forEach(consent -> {
            assertThat(mayGo).doesNotContain(consent.clause());
            assertThat(consent.when()).isEmpty();
        });
    }

    @Test
    void rule_3_defaults_are_read_in_each_shape_they_are_written_in() {
        TemplateContent content = Seeds.template("ts");
        assertThat(fallback(content, "frequency")).isEqualTo(new Bilingual("toutes les deux semaines", "every two weeks"));
        assertThat(fallback(content, "mode")).isEqualTo(new Bilingual("office", "office"));
        assertThat(fallback(content, "report_price")).isEqualTo(new Bilingual("12000", "12000"));
        assertThat(fallback(content, "request")).isEqualTo(new Bilingual("", ""));
    }

    @Test
    void rule_1_a_version_keeps_its_text_to_the_letter() {
        String json = """
            {"code": "a", "title": {"fr": "é", "en": "e"}}""";
        TemplateVersion version = new TemplateVersion(UUID.randomUUID(), 1, json, Instant.EPOCH);
        assertThat(version.content().title().getFr()).isEqualTo("é");
        assertThat(version).extracting("content", "sha256").containsExactly(json, Sha256.of(json.getBytes(StandardCharsets.UTF_8)).hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"code\": \"a\", \"title\": {\"fr\": \"é\"}}"})
    void rule_1_what_is_no_template_is_not_read(String json) {
        assertThatThrownBy(() -> TemplateContent.read(json)).isInstanceOf(RuntimeException.class);
    }

    private static Bilingual fallback(TemplateContent content, String code) {
        return content.variables().stream().filter(v -> v.code().equals(code)).findFirst().orElseThrow().fallback();
    }

    private static Stream<Bilingual> texts(TemplateContent content) {
        return Stream.of(content.clauses().stream().flatMap(c -> Stream.of(c.title(), c.body())), content.consents().stream().flatMap(c -> Stream.of(c.text(), c.help(), c.helpTu())))
            .flatMap(s -> s);
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        Matcher braces = BRACES.matcher(text);
        while (braces.find()) {
            names.add(braces.group(1));
        }
        return names;
    }
}
