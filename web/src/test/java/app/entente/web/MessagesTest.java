package app.entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word people read: there where it is asked for, in both languages, in one voice, set as print would set it. */
class MessagesTest {

    /** Where the words begin that a client reads: they say vous, and tu where the relation does. */
    private static final List<String> READ_BY_CLIENTS = List.of("portal.", "signing.", "invitation.visitor.");
    /** Bundles whose keys the platform or a class of its own asks for by other names. */
    private static final Set<String> ASKED_FOR_ELSEWHERE = Set.of("faces", "document");

    private static final Pattern TU = Pattern.compile("(?iu)(?<![\\p{L}’])(tu|te|toi|ton|ta|tes|tiens?)(?![\\p{L}])|(?<![\\p{L}])t’(?=\\p{L})");
    private static final Pattern VOUS = Pattern.compile("(?iu)(?<![\\p{L}]|rendez-)(vous|vos|votre|vôtres?)(?![\\p{L}])|(?<![\\p{L}])(?!(?:chez|assez|nez|rez|rendez-vous)(?!\\p{L}))\\p{L}+ez(?![\\p{L}])");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)[^}]*}");

    private final List<Bundles> screens = Bundles.ofScreens();
    private final List<Bundles> features = Bundles.ofFeatures();
    private final Map<Path, String> pages = Sources.files(Sources.WEBAPP, ".xhtml");
    private final Map<Path, String> beans = Sources.files(Sources.SCREENS, ".java");
    private final Map<Path, String> classes = Sources.files(Sources.FEATURES, ".java");

    @Test
    void every_key_that_screens_ask_for_has_its_words_in_both_languages() {
        Set<String> asked = Sources.keys(pages);
        asked.addAll(Sources.keys(beans));
        asked.removeIf(key -> !bundleNames(screens).contains(first(key)));
        asked.addAll(Sources.after("new BusinessRuleViolation\\(", classes));
        asked.addAll(Sources.after("new BusinessRuleViolation\\(", beans));
        assertThat(missing(asked, screens)).isEmpty();
        assertThat(asked).hasSizeGreaterThan(50);
    }

    @Test
    void every_key_that_mails_and_documents_ask_for_has_its_words_in_both_languages() {
        Set<String> asked = Sources.after("Texts\\.of\\(", classes);
        assertThat(missing(asked, features)).isEmpty();
    }

    @Test
    void every_text_is_asked_for() {
        Set<String> asked = Sources.keys(pages);
        asked.addAll(Sources.keys(beans));
        asked.addAll(Sources.keys(classes));
        List<String> unused = Stream.concat(screens.stream(), features.stream())
            .filter(bundle -> bundle.language().equals("fr") && !ASKED_FOR_ELSEWHERE.contains(bundle.name()))
            .flatMap(bundle -> bundle.keys().stream())
            .filter(key -> asked.stream().noneMatch(literal -> literal.equals(key) || literal.endsWith(".") && key.startsWith(literal))).toList();
        assertThat(unused).isEmpty();
    }

    @Test
    void french_and_english_say_the_same_things() {
        List<String> differences = new ArrayList<>();
        Map<String, Map<String, Bundles>> byName = new TreeMap<>();
        all().forEach(bundle -> byName.computeIfAbsent(bundle.folder() + "/" + bundle.name(), n -> new HashMap<>()).put(bundle.language(), bundle));
        byName.forEach((name, languages) -> {
            Bundles french = languages.get("fr");
            Bundles english = languages.get("en");
            if (french == null || english == null) {
                differences.add(name + " is not in both languages");
                return;
            }
            differences.addAll(minus(french.keys(), english.keys(), name + " says nothing in English for "));
            differences.addAll(minus(english.keys(), french.keys(), name + " says nothing in French for "));
            languages.values().stream().filter(b -> b.language().length() > 2)
                .forEach(b -> differences.addAll(minus(b.keys(), french.keys(), b + " says what no other says: ")));
        });
        assertThat(differences).isEmpty();
    }

    @Test
    void a_key_lies_in_the_bundle_that_its_first_part_names() {
        List<String> elsewhere = new ArrayList<>();
        Stream.concat(screens.stream(), features.stream()).filter(bundle -> !ASKED_FOR_ELSEWHERE.contains(bundle.name()))
            .forEach(bundle -> bundle.words().keySet().stream().filter(key -> !first(key).equals(bundle.name())).forEach(key -> elsewhere.add(bundle + ": " + key)));
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void placeholders_are_the_same_in_every_wording() {
        Map<String, Set<String>> expected = new HashMap<>();
        List<String> differences = new ArrayList<>();
        each(all(), (bundle, entry) -> {
            String key = bundle.folder() + "/" + bundle.name() + ":" + entry.getKey().replaceFirst("\\.tu$", "");
            Set<String> mine = PLACEHOLDER.matcher(entry.getValue()).results().map(p -> p.group(1)).collect(Collectors.toCollection(TreeSet::new));
            Set<String> before = expected.putIfAbsent(key, mine);
            if (before != null && !before.equals(mine)) {
                differences.add(bundle + " " + entry.getKey() + " fills in " + mine + ", another wording " + before);
            }
        });
        assertThat(differences).isEmpty();
    }

    @Test
    void no_text_is_empty_or_shouts_or_carries_typewriter_signs() {
        assertThat(found(all(), "(?s)\\s*|.*[!'\"].*|.*\\.\\.\\..*|.* - .*|.*TODO.*")).isEmpty();
    }

    @Test
    void french_is_set_as_print_sets_it() {
        List<Bundles> french = all().stream().filter(Bundles::french).toList();
        assertThat(found(french, "(?s).*[^\u202F][;?](?![\\w=/]).*")).as("a narrow no-break space before ; and ?").isEmpty();
        assertThat(found(french, "(?s).*[^\u00A0]:(?!\\S).*")).as("a no-break space before a colon").isEmpty();
        assertThat(found(french, "(?s).*(«[^\u00A0]|[^\u00A0]»).*")).as("no-break spaces inside guillemets").isEmpty();
        assertThat(found(french, "(?s).*\\d[ \u202F]?[%$€](?!\\w).*")).as("a no-break space before a unit").isEmpty();
        assertThat(found(french, "(?s).*[“”].*")).as("guillemets, not curly quotes").isEmpty();
    }

    @Test
    void english_is_set_as_print_sets_it() {
        List<Bundles> english = all().stream().filter(bundle -> !bundle.french()).toList();
        assertThat(found(english, "(?s).*\\s[;:?].*")).as("no space before ; : and ?").isEmpty();
        assertThat(found(english, "(?s).*[«»].*")).as("curly quotes, not guillemets").isEmpty();
    }

    @Test
    void no_text_says_tu_and_vous_at_once() {
        List<String> mixed = new ArrayList<>();
        each(all().stream().filter(Bundles::french).toList(), (bundle, entry) -> {
            if (TU.matcher(entry.getValue()).find() && VOUS.matcher(entry.getValue()).find()) {
                mixed.add(bundle + " " + entry.getKey() + ": " + entry.getValue());
            }
        });
        assertThat(mixed).isEmpty();
    }

    @Test
    void what_a_client_reads_has_both_forms_of_address() {
        List<String> wrong = new ArrayList<>();
        each(all().stream().filter(Bundles::french).toList(), (bundle, entry) -> {
            boolean tu = entry.getKey().endsWith(".tu");
            String base = entry.getKey().replaceFirst("\\.tu$", "");
            if (tu && VOUS.matcher(entry.getValue()).find()) {
                wrong.add(bundle + " " + entry.getKey() + " still says vous: " + entry.getValue());
            } else if (tu && !bundle.words().containsKey(base)) {
                wrong.add(bundle + " " + entry.getKey() + " has no base");
            } else if (!tu && readByClients(base) && TU.matcher(entry.getValue()).find()) {
                wrong.add(bundle + " " + entry.getKey() + " says tu where vous is the base: " + entry.getValue());
            } else if (!tu && readByClients(base) && VOUS.matcher(entry.getValue()).find() && !bundle.words().containsKey(base + ".tu")) {
                wrong.add(bundle + " " + entry.getKey() + " has no .tu: " + entry.getValue());
            }
        });
        assertThat(wrong).isEmpty();
    }

    private List<Bundles> all() {
        return Stream.concat(screens.stream(), features.stream()).toList();
    }

    private static boolean readByClients(String key) {
        return READ_BY_CLIENTS.stream().anyMatch(key::startsWith);
    }

    private static Set<String> bundleNames(List<Bundles> bundles) {
        return bundles.stream().map(Bundles::name).collect(Collectors.toSet());
    }

    private static String first(String key) {
        return key.substring(0, Math.max(0, key.indexOf('.')));
    }

    /** Which of the keys have no words; of one that ends in a dot, whether nothing begins like it. */
    private static List<String> missing(Set<String> keys, List<Bundles> bundles) {
        List<String> missing = new ArrayList<>();
        for (String key : keys) {
            for (String language : List.of("fr", "en")) {
                boolean there = bundles.stream().filter(b -> b.language().equals(language) && b.name().equals(first(key)))
                    .anyMatch(b -> b.words().containsKey(key) || key.endsWith(".") && b.words().keySet().stream().anyMatch(k -> k.startsWith(key)));
                if (!there) {
                    missing.add(key + " (" + language + ")");
                }
            }
        }
        return missing;
    }

    private static List<String> minus(List<String> some, List<String> others, String sentence) {
        return some.stream().filter(key -> !others.contains(key)).map(key -> sentence + key).toList();
    }

    private static List<String> found(List<Bundles> bundles, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        List<String> found = new ArrayList<>();
        each(bundles, (bundle, entry) -> {
            if (compiled.matcher(entry.getValue()).matches()) {
                found.add(bundle + " " + entry.getKey() + ": " + entry.getValue());
            }
        });
        return found;
    }

    private static void each(List<Bundles> bundles, BiConsumer<Bundles, Map.Entry<String, String>> work) {
        bundles.forEach(bundle -> bundle.words().entrySet().forEach(entry -> work.accept(bundle, entry)));
    }
}
