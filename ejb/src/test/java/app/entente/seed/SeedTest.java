package app.entente.seed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts and facts of the demo practices: complete in both languages, well set, and consistent with one another. */
class SeedTest {

    private static final String QUEBEC = "practice-maude-lavigne.json";
    private static final String FRANCE = "practice-camille-aubry.json";
    private static final String AGREEMENT_QUEBEC = "agreement-ts.json";
    private static final String AGREEMENT_FRANCE = "agreement-pair_aidant.json";

    private static final List<String> STEPS = List.of("intake", "assessment", "planning", "intervention", "closing");
    private static final List<String> TOOLS = List.of("agreement", "receipt", "plan", "resource", "instrument", "reference");
    private static final List<String> APPROACHES = List.of("humanistic_existential", "cbt", "systemic", "trauma_informed",
            "motivational_interviewing", "solution_focused", "strengths_based", "concurrent_disorders", "attachment_mentalization",
            "nondirective_counselling", "intercultural", "twelve_step");
    private static final Set<String> LANGUAGES = Set.of("fr", "fr-FR", "fr-CA", "en");
    private static final Set<String> GROUPS = Set.of("parties", "purpose", "consent", "modalities", "approaches", "confidentiality", "file",
            "fees", "cancellation", "duration", "withdrawal", "complaint", "signatures");
    private static final Set<String> KINDS = Set.of("text", "longtext", "money", "number", "date", "choice");
    private static final Set<String> BUILT_IN = Set.of("practice.legalName", "practice.title", "practice.order", "practice.permit",
            "practice.siret", "practice.status", "practice.address", "practice.phone", "practice.email", "practice.privacyOfficer",
            "practice.mediator", "client.name", "client.birthDate", "client.contact", "representative", "payer", "approaches",
            "service.title", "service.minutes", "service.price", "service.tax", "today");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern FAMILIAR = word("tu|te|toi|ton|ta|tes|t’\\p{L}+");
    private static final Pattern FORMAL = word("vous|votre|vos|vôtre|vôtres|(?!(?:chez|assez|nez)\\b)\\p{L}{2,}ez");

    private static Pattern word(String alternatives) {
        return Pattern.compile("(?<![\\p{L}’])(?:" + alternatives + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalogue.json", QUEBEC, FRANCE, AGREEMENT_QUEBEC, AGREEMENT_FRANCE, "law-CA-QC.json", "law-FR.json", "demo.json"})
    void every_text_is_complete_and_well_set(String file) {
        List<String> faults = new ArrayList<>();
        int[] count = {0};
        eachText(read(file), "", (path, text) -> {
            count[0]++;
            faults.addAll(faultsOf(path, text));
        });
        assertThat(faults).isEmpty();
        assertThat(count[0]).as("texts in " + file).isGreaterThan(15);
    }

    @Test
    void the_rules_for_texts_catch_what_they_are_for() {
        assertThat(faultsOf("a", text("Tu gardes votre copie.", "You keep it."))).hasSize(1);
        assertThat(faultsOf("a", text("Tu viens si vous pouvez.", "You come."))).hasSize(1);
        assertThat(faultsOf("a", text("Prends soin de toi, écrivez.", "Take care."))).hasSize(1);
        assertThat(faultsOf("a", text("L'entente", "The agreement"))).hasSize(1);
        assertThat(faultsOf("a", text("Pourquoi ?", "Why?"))).hasSize(1);
        assertThat(faultsOf("a", text("Le prix : 10", "The price: 10"))).hasSize(1);
        assertThat(faultsOf("a", text("« oui »", "“yes”"))).hasSize(1);
        assertThat(faultsOf("a", text("Bravo\u202f!", "Well done."))).hasSize(1);
        assertThat(faultsOf("a", text("", "The agreement"))).hasSize(1);
        assertThat(faultsOf("a", Json.createObjectBuilder().add("fr", "Entente").build())).hasSize(1);
        assertThat(faultsOf("a", text("L’entente «\u00a0claire\u00a0»\u202f; chez vous\u00a0: oui", "The agreement"))).isEmpty();
    }

    @Test
    void the_catalogue_has_five_steps_six_tools_and_twelve_approaches_in_order() {
        JsonObject catalogue = read("catalogue.json");
        assertThat(codes(catalogue.getJsonArray("steps"))).isEqualTo(STEPS);
        assertThat(codes(catalogue.getJsonArray("tools"))).isEqualTo(TOOLS);
        assertThat(codes(catalogue.getJsonArray("approaches"))).isEqualTo(APPROACHES);
        for (JsonObject approach : list(catalogue.getJsonArray("approaches"))) {
            assertThat(approach.keySet()).contains("title", "purpose", "how", "effect", "sensitive", "psychotherapyModel");
            assertThat(approach.getJsonArray("how")).as(approach.getString("code")).hasSizeBetween(3, 6);
            assertThat(approach.getBoolean("sensitive")).as(approach.getString("code"))
                    .isEqualTo(Set.of("concurrent_disorders", "twelve_step").contains(approach.getString("code")));
        }
    }

    @Test
    void the_steps_and_the_whole_path_keep_their_own_estimates() {
        Map<String, JsonObject> steps = byCode(read("catalogue.json").getJsonArray("steps"));
        assertThat(steps.get("assessment").getInt("sessionsMin")).isEqualTo(1);
        assertThat(steps.get("assessment").getInt("sessionsMax")).isEqualTo(2);
        assertThat(steps.get("intervention").getInt("sessionsMin")).isEqualTo(3);
        assertThat(steps.get("intervention").getInt("sessionsMax")).isEqualTo(6);
        assertThat(steps.get("intake").isNull("sessionsMin")).isTrue();
        JsonObject note = read(QUEBEC).getJsonObject("pathNote");
        assertThat(note.getInt("episodeSessionsMin")).isEqualTo(5);
        assertThat(note.getInt("episodeSessionsMax")).isEqualTo(6);
        assertThat(read(FRANCE).getJsonObject("pathNote").isNull("episodeSessionsMin")).isTrue();
    }

    @Test
    void the_quebec_practice_shows_all_twelve_approaches_and_offers_no_psychotherapy() {
        JsonObject practice = read(QUEBEC);
        assertThat(codes(practice.getJsonArray("approaches"))).isEqualTo(APPROACHES);
        assertThat(practice.getBoolean("psychotherapyPermit")).isFalse();
        JsonObject catalogue = read("catalogue.json");
        for (JsonValue part : List.of(practice.get("services"), practice.get("tagline"), practice.get("intro"), practice.get("introduction"),
                practice.get("sectionTexts"), catalogue.get("steps"), catalogue.get("tools"), catalogue.get("approaches"))) {
            assertThat(part.toString().toLowerCase()).doesNotContain("psychothérap").doesNotContain("psychotherapy\"").doesNotContain("psychotherapy ");
        }
        for (JsonObject clause : list(read(AGREEMENT_QUEBEC).getJsonArray("clauses"))) {
            assertThat(clause.get("title").toString().toLowerCase()).doesNotContain("psychoth");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {QUEBEC, FRANCE})
    void a_practice_is_complete_and_points_only_to_what_exists(String file) {
        JsonObject practice = read(file);
        assertThat(practice.keySet()).contains("slug", "name", "jurisdiction", "zone", "currency", "language", "profession", "legalName", "title",
                "address", "phone", "email", "accent", "privacyOfficer", "complaintBodies", "taxRegime", "intro", "introduction", "principles",
                "limits", "whatItIsNot", "steps", "pathNote", "tools", "approaches", "rhythms", "modes", "services", "contact");
        assertThat(codes(practice.getJsonArray("steps"))).isEqualTo(STEPS);
        JsonObject catalogue = read("catalogue.json");
        for (String part : List.of("steps", "tools", "approaches")) {
            Set<String> known = Set.copyOf(codes(catalogue.getJsonArray(part)));
            for (JsonObject entry : list(practice.getJsonArray(part))) {
                if (!known.contains(entry.getString("code"))) {
                    assertThat(entry.keySet()).as(part + " " + entry.getString("code")).contains("title")
                            .containsAnyOf("text", "purpose");
                }
            }
        }
        Set<String> law = lawCodes(practice.getString("jurisdiction"));
        assertThat(law).contains(practice.getJsonObject("taxRegime").getString("law"));
        assertThat(law).containsAll(strings(practice.getJsonObject("contact").getJsonArray("helplines")));
        Set<String> kinds = Set.copyOf(codes(catalogue.getJsonArray("serviceKinds")));
        Set<String> modes = objects(practice.getJsonArray("modes")).map(m -> m.getString("mode")).collect(Collectors.toSet());
        for (JsonObject service : list(practice.getJsonArray("services"))) {
            String code = service.getString("code");
            assertThat(kinds).contains(service.getString("kind"));
            assertThat(modes).as(code).containsAll(strings(service.getJsonArray("modes")));
            assertThat(service.getInt("usualMinutes")).as(code).isPositive().isLessThanOrEqualTo(service.getInt("maxMinutes"));
            assertThat(service.getInt("priceMinor")).as(code).isNotNegative();
            assertThat(service.getString("currency")).isEqualTo(practice.getString("currency"));
            assertThat(law).contains(service.getJsonObject("tax").getString("law"));
            assertThat(service.containsKey("areas")).as(code + " has areas when at home")
                    .isEqualTo(strings(service.getJsonArray("modes")).contains("home"));
        }
    }

    @Test
    void no_service_of_the_peer_practice_goes_beyond_forty_five_minutes() {
        JsonObject practice = read(FRANCE);
        assertThat(practice.getInt("maxMinutes")).isEqualTo(45);
        assertThat(objects(practice.getJsonArray("services")).mapToInt(s -> s.getInt("maxMinutes")).max()).hasValue(45);
        assertThat(codes(practice.getJsonArray("rhythms"))).containsExactly("weekly", "twice_a_month", "short_calls");
        JsonObject home = objects(practice.getJsonArray("services")).filter(s -> s.containsKey("areas")).findFirst().orElseThrow();
        assertThat(objects(home.getJsonArray("areas")).flatMap(a -> strings(a.getJsonArray("postalCodes")).stream()))
                .containsExactly("77000", "77300");
        assertThat(codes(practice.getJsonArray("approaches"))).doesNotContain("cbt", "trauma_informed", "concurrent_disorders",
                "attachment_mentalization", "twelve_step");
    }

    @ParameterizedTest
    @ValueSource(strings = {AGREEMENT_QUEBEC, AGREEMENT_FRANCE})
    void an_agreement_covers_every_group_and_uses_only_known_variables(String file) {
        JsonObject agreement = read(file);
        List<JsonObject> clauses = list(agreement.getJsonArray("clauses"));
        assertThat(clauses.stream().map(c -> c.getString("group")).collect(Collectors.toSet())).isEqualTo(GROUPS);
        Map<String, JsonObject> variables = byCode(agreement.getJsonArray("variables"));
        Set<String> used = new TreeSet<>();
        for (JsonObject clause : clauses) {
            used.addAll(sameInBoth(clause.getString("code"), clause.getJsonObject("body")));
        }
        for (JsonObject consent : list(agreement.getJsonArray("consents"))) {
            used.addAll(sameInBoth(consent.getString("code"), consent.getJsonObject("text")));
        }
        Set<String> known = new TreeSet<>(BUILT_IN);
        known.addAll(variables.keySet());
        assertThat(known).containsAll(used);
        assertThat(used).as("every declared variable is used").containsAll(variables.keySet());
        assertThat(used).contains("practice.legalName", "practice.title", "practice.address", "practice.phone", "practice.email", "client.name",
                "client.contact", "representative", "payer", "service.title", "service.minutes", "service.price", "service.tax",
                "practice.privacyOfficer", "approaches", "today");
    }

    @ParameterizedTest
    @ValueSource(strings = {AGREEMENT_QUEBEC, AGREEMENT_FRANCE})
    void the_variables_of_an_agreement_have_a_kind_a_group_and_sound_defaults(String file) {
        for (JsonObject variable : list(read(file).getJsonArray("variables"))) {
            String code = variable.getString("code");
            assertThat(KINDS).as(code).contains(variable.getString("kind"));
            assertThat(GROUPS).as(code).contains(variable.getString("group"));
            assertThat(variable.keySet()).as(code).contains("label", "help", "required");
            if (variable.getString("kind").equals("choice")) {
                assertThat(codes(variable.getJsonArray("options"))).as(code).contains(variable.getString("default"));
            }
            if (Set.of("money", "number").contains(variable.getString("kind"))) {
                assertThat(variable.getInt("default")).as(code).isPositive();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {AGREEMENT_QUEBEC, AGREEMENT_FRANCE})
    void every_consent_points_to_a_clause_and_legal_texts_never_say_tu(String file) {
        JsonObject agreement = read(file);
        Set<String> clauses = Set.copyOf(codes(agreement.getJsonArray("clauses")));
        Map<String, JsonObject> consents = byCode(agreement.getJsonArray("consents"));
        assertThat(consents.keySet()).contains("electronic", "service", "cancellation_fee", "recording", "sharing");
        consents.forEach((code, consent) -> {
            assertThat(clauses).as(code).contains(consent.getString("clause"));
            assertThat(FAMILIAR.matcher(consent.getJsonObject("text").getString("fr")).find()).as(code).isFalse();
            assertThat(FORMAL.matcher(consent.getJsonObject("helpTu").getString("fr")).find()).as(code + " said with tu").isFalse();
            assertThat(FAMILIAR.matcher(consent.getJsonObject("help").getString("fr")).find()).as(code + " said with vous").isFalse();
        });
        assertThat(consents.get("cancellation_fee").getBoolean("required")).isFalse();
        Set<String> law = lawCodes(agreement.getString("jurisdiction"));
        for (JsonObject clause : list(agreement.getJsonArray("clauses"))) {
            assertThat(FAMILIAR.matcher(clause.getJsonObject("body").getString("fr")).find()).as(clause.getString("code")).isFalse();
            assertThat(law).as(clause.getString("code")).containsAll(strings(clause.getJsonArray("law")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {AGREEMENT_QUEBEC, AGREEMENT_FRANCE})
    void a_condition_names_a_known_value(String file) {
        JsonObject agreement = read(file);
        Map<String, JsonObject> variables = byCode(agreement.getJsonArray("variables"));
        List<String> conditions = Stream.concat(objects(agreement.getJsonArray("clauses")), objects(agreement.getJsonArray("consents")))
                .filter(o -> o.containsKey("when")).map(o -> o.getString("when")).toList();
        assertThat(conditions).isNotEmpty();
        for (String condition : conditions) {
            String[] parts = condition.split(":");
            if (variables.containsKey(parts[0])) {
                if (parts.length > 1) {
                    assertThat(codes(variables.get(parts[0]).getJsonArray("options"))).as(condition).contains(parts[1].split("\\|"));
                } else {
                    assertThat(variables.get(parts[0]).getBoolean("required")).as(condition).isFalse();
                }
            } else {
                assertThat(parts[0]).isIn("payer", "language", "approaches");
            }
        }
    }

    @Test
    void each_place_has_what_its_law_asks_for() {
        JsonObject quebec = read(AGREEMENT_QUEBEC);
        assertThat(quebec.getString("languageFirst")).isEqualTo("fr");
        assertThat(codes(quebec.getJsonArray("consents"))).contains("language_wish", "telepractice");
        assertThat(bodies(quebec)).contains("{{practice.order}}", "{{practice.permit}}", "syndic", "conciliation", "Commission d’accès",
                "cinq ans", "risque sérieux de mort");
        JsonObject france = read(AGREEMENT_FRANCE);
        Map<String, JsonObject> consents = byCode(france.getJsonArray("consents"));
        assertThat(consents.get("withdrawal_info").getBoolean("required")).isTrue();
        assertThat(consents.get("early_start").getBoolean("required")).isFalse();
        assertThat(bodies(france)).contains("{{practice.siret}}", "{{practice.mediator}}", "CNIL", "14\u00a0jours", "sept jours", "45\u00a0minutes");
        List<JsonObject> clauses = list(france.getJsonArray("clauses"));
        assertThat(clauses.get(clauses.size() - 1).getString("code")).isEqualTo("withdrawal_form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CA-QC", "FR"})
    void every_rule_of_a_place_has_a_source_and_says_whether_it_was_checked(String place) {
        JsonArray entries = read("law-" + place + ".json").getJsonArray("entries");
        assertThat(list(entries)).extracting(entry -> entry.getString("code") + " from " + entry.get("validFrom")).doesNotHaveDuplicates();
        for (JsonObject entry : list(entries)) {
            String code = entry.getString("code");
            assertThat(entry.keySet()).as(code).contains("kind", "text", "validFrom", "source", "checked");
            assertThat(entry.getString("source")).as(code).isNotBlank();
            if (!entry.isNull("validFrom")) {
                assertThat(java.time.LocalDate.parse(entry.getString("validFrom"))).as(code).isAfter("1900-01-01");
            }
            if (Set.of("constant", "helpline").contains(entry.getString("kind"))) {
                assertThat(entry.getString("value")).as(code).isNotBlank();
            }
        }
    }

    @Test
    void the_demo_meetings_fit_their_services() {
        Map<String, JsonObject> practices = Map.of("maude-lavigne", read(QUEBEC), "camille-aubry", read(FRANCE));
        for (JsonObject demo : list(read("demo.json").getJsonArray("practices"))) {
            JsonObject practice = practices.get(demo.getString("slug"));
            Map<String, JsonObject> services = byCode(practice.getJsonArray("services"));
            Set<String> taken = new TreeSet<>();
            assertThat(demo.getJsonArray("clients")).hasSize(3);
            for (JsonObject client : list(demo.getJsonArray("clients"))) {
                List<JsonObject> meetings = list(client.getJsonArray("meetings"));
                assertThat(meetings.stream().filter(m -> m.getString("status").equals("held"))).as(client.getString("key")).isNotEmpty();
                for (JsonObject meeting : meetings) {
                    JsonObject service = services.get(meeting.getString("service"));
                    assertThat(service).as(meeting.toString()).isNotNull();
                    assertThat(strings(service.getJsonArray("modes"))).contains(meeting.getString("mode"));
                    assertThat(meeting.getInt("minutes")).isLessThanOrEqualTo(service.getInt("maxMinutes"));
                    assertThat(meeting.getString("status").equals("booked")).as(meeting.toString()).isEqualTo(meeting.getInt("week") > 0);
                    assertThat(taken.add(meeting.getInt("week") + meeting.getString("weekday") + meeting.getString("time"))).isTrue();
                }
            }
        }
    }

    @Test
    void the_same_client_is_in_both_practices_and_is_addressed_as_each_relation_wishes() {
        List<JsonObject> practices = list(read("demo.json").getJsonArray("practices"));
        List<JsonObject> noa = practices.stream().flatMap(p -> objects(p.getJsonArray("clients")))
                .filter(c -> c.getString("account", "").equals("11111111-0000-4000-8000-000000000003")).toList();
        assertThat(noa).extracting(c -> c.getJsonObject("person").getString("addressForm")).containsExactly("vous", "tu");
        assertThat(noa).allSatisfy(c -> assertThat(c.getJsonObject("person").getString("birthDate")).isEqualTo("2001-03-14"));
        for (JsonObject client : noa) {
            JsonObject wish = client.getJsonObject("agreement");
            JsonObject template = Stream.of(AGREEMENT_QUEBEC, AGREEMENT_FRANCE).map(SeedTest::read)
                    .filter(a -> a.getString("code").equals(wish.getString("template"))).findFirst().orElseThrow();
            assertThat(byCode(template.getJsonArray("variables")).keySet()).containsAll(wish.getJsonObject("values").keySet());
            Set<String> missing = objects(template.getJsonArray("variables")).filter(v -> v.getBoolean("required") && !v.containsKey("default"))
                    .map(v -> v.getString("code")).collect(Collectors.toSet());
            missing.removeAll(wish.getJsonObject("values").keySet());
            assertThat(missing).as("only the date depends on the day").containsExactly("start_date");
        }
    }

    private static List<String> faultsOf(String path, JsonObject text) {
        List<String> faults = new ArrayList<>();
        if (!text.containsKey("fr") || !text.containsKey("en") || !LANGUAGES.containsAll(text.keySet())) {
            faults.add(path + ": languages are " + text.keySet());
        }
        text.forEach((language, value) -> {
            String words = ((JsonString) value).getString();
            String at = path + "/" + language + ": " + words;
            if (words.isBlank()) {
                faults.add(at + " is blank");
            }
            if (Pattern.compile("\\p{L}'\\p{L}").matcher(words).find()) {
                faults.add(at + " has a straight apostrophe");
            }
            if (words.contains("!")) {
                faults.add(at + " has an exclamation mark");
            }
            if (language.startsWith("fr")) {
                if (Pattern.compile(" [:;?]|[\\p{L})][?;]|« | »|\"|\\.\\.\\.").matcher(words).find()) {
                    faults.add(at + " has a wrong space or mark");
                }
                if (FAMILIAR.matcher(words).find() && FORMAL.matcher(words).find()) {
                    faults.add(at + " mixes tu and vous");
                }
            }
        });
        return faults;
    }

    private static Set<String> sameInBoth(String code, JsonObject text) {
        Set<String> french = variablesOf(text.getString("fr"));
        assertThat(variablesOf(text.getString("en"))).as(code + " in both languages").isEqualTo(french);
        return french;
    }

    private static Set<String> variablesOf(String text) {
        Matcher matcher = VARIABLE.matcher(text);
        Set<String> names = new TreeSet<>();
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        assertThat(text.replaceAll(VARIABLE.pattern(), "")).doesNotContain("{").doesNotContain("}");
        return names;
    }

    private static String bodies(JsonObject agreement) {
        return objects(agreement.getJsonArray("clauses")).map(c -> c.getJsonObject("body").getString("fr")).collect(Collectors.joining("\n"));
    }

    private static void eachText(JsonValue value, String path, BiConsumer<String, JsonObject> visitor) {
        if (value instanceof JsonObject object) {
            if (object.containsKey("fr") || object.containsKey("en")) {
                visitor.accept(path, object);
            } else {
                object.forEach((key, child) -> eachText(child, path + "/" + key, visitor));
            }
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                eachText(array.get(i), path + "/" + i, visitor);
            }
        }
    }

    private static JsonObject text(String french, String english) {
        return Json.createObjectBuilder().add("fr", french).add("en", english).build();
    }

    private static Set<String> lawCodes(String jurisdiction) {
        return Set.copyOf(codes(read("law-" + jurisdiction + ".json").getJsonArray("entries")));
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.getValuesAs(JsonObject.class).stream();
    }

    private static List<JsonObject> list(JsonArray array) {
        return array.getValuesAs(JsonObject.class);
    }

    private static List<String> codes(JsonArray array) {
        return objects(array).map(o -> o.getString("code")).toList();
    }

    private static List<String> strings(JsonArray array) {
        return array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }

    private static Map<String, JsonObject> byCode(JsonArray array) {
        return objects(array).collect(Collectors.toMap(o -> o.getString("code"), o -> o));
    }

    private static JsonObject read(String file) {
        try (InputStream in = SeedTest.class.getResourceAsStream("/app/entente/seed/" + file); JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
