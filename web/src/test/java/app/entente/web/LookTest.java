package app.entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What must stay true of the style sheet, the tags and the templates whatever page uses them. */
class LookTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path MESSAGES = Path.of("src/main/resources/app/entente/web/messages");
    private static final List<String> ACCENTS = List.of("sapin", "prune", "ardoise", "ocre", "lilas", "foret");

    @Test
    void every_pair_of_colours_can_be_read_in_both_schemes_and_six_accents() throws IOException {
        String sheet = Files.readString(WEBAPP.resolve("resources/entente/css/entente.css"));
        int dark = sheet.indexOf("@media screen and (prefers-color-scheme: dark)");
        List<String> poor = new ArrayList<>();
        for (String scheme : List.of(sheet.substring(0, dark), sheet.substring(dark))) {
            for (String accent : ACCENTS) {
                Map<String, String> colours = tokens(scheme, ":root");
                if (!accent.equals("sapin")) {
                    colours.putAll(tokens(scheme, ".accent-" + accent));
                }
                List<String> grounds = List.of("paper", "surface", "sunken", "accent-soft", "attention-soft", "personal", "ok-soft", "error-soft");
                for (String front : List.of("ink", "ink-soft", "accent")) {
                    grounds.forEach(ground -> judge(colours, front, ground, accent, poor));
                }
                judge(colours, "on-accent", "accent", accent, poor);
                for (String state : List.of("attention", "ok", "error")) {
                    List.of("paper", "surface", state + "-soft").forEach(ground -> judge(colours, state, ground, accent, poor));
                }
            }
        }
        assertThat(poor).isEmpty();
    }

    @Test
    void every_tag_of_the_library_has_its_file_and_every_file_its_tag() throws IOException {
        String library = Files.readString(WEBAPP.resolve("WEB-INF/entente.taglib.xml"));
        List<String> declared = found(library, "<source>tags/([\\w-]+)\\.xhtml</source>");
        try (Stream<Path> files = Files.list(WEBAPP.resolve("WEB-INF/tags"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".xhtml", "")))
                    .containsExactlyInAnyOrderElementsOf(declared);
        }
    }

    @Test
    void every_icon_that_a_page_names_is_drawn() throws IOException {
        List<String> drawn = found(Files.readString(WEBAPP.resolve("resources/entente/icons.svg")), "<symbol id=\"([\\w-]+)\"");
        TreeSet<String> named = new TreeSet<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            named.addAll(found(text, "<t:icon name=\"([\\w-]+)\""));
            named.addAll(found(text, "\\sicon=\"([\\w-]+)\""));
        }
        assertThat(named).isNotEmpty().isSubsetOf(drawn);
    }

    @Test
    void no_page_carries_a_style_or_a_script_inside_it() throws IOException {
        Pattern inside = Pattern.compile("\\sstyle=\"|<style|<script(?![^>]*\\ssrc=)|\\son[a-z]+=\"|href=\"javascript:");
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            if (inside.matcher(Files.readString(page)).find()) {
                wrong.add(page.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_the_frame_says_exists_in_both_languages_and_every_key_that_it_uses_exists() throws IOException {
        for (String bundle : List.of("frame", "faces")) {
            TreeSet<Object> french = new TreeSet<>(words(bundle + "_fr").keySet());
            french.removeIf(key -> key.toString().endsWith(".tu"));
            assertThat(french).isEqualTo(new TreeSet<>(words(bundle + "_en").keySet()));
        }
        Properties frame = words("frame_fr");
        TreeSet<String> used = new TreeSet<>();
        for (Path page : pages()) {
            used.addAll(found(Files.readString(page), "msg\\['(frame\\.[\\w.-]+)'\\]"));
        }
        assertThat(used).isNotEmpty().allSatisfy(key -> assertThat(frame).containsKey(key));
    }

    @Test
    void the_first_visit_is_light() throws IOException {
        Path fonts = WEBAPP.resolve("resources/entente/fonts");
        try (Stream<Path> files = Files.list(fonts)) {
            List<Path> faces = files.filter(file -> file.toString().endsWith(".woff2")).toList();
            assertThat(faces).hasSize(2).allSatisfy(face -> assertThat(Files.size(face)).isLessThan(35_000L));
        }
        assertThat(Files.size(WEBAPP.resolve("resources/entente/css/entente.css"))).isLessThan(50_000L);
        assertThat(Files.size(WEBAPP.resolve("resources/entente/js/entente.js"))).isLessThan(10_000L);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> all = Files.walk(WEBAPP)) {
            return all.filter(file -> file.toString().endsWith(".xhtml")).toList();
        }
    }

    private static Properties words(String name) throws IOException {
        Properties words = new Properties();
        try (Reader text = Files.newBufferedReader(MESSAGES.resolve(name + ".properties"))) {
            words.load(text);
        }
        return words;
    }

    private static List<String> found(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static Map<String, String> tokens(String scheme, String selector) {
        MatchResult block = Pattern.compile(Pattern.quote(selector) + "\\s*\\{([^}]*)}").matcher(scheme).results().findFirst().orElseThrow();
        Map<String, String> tokens = new HashMap<>();
        Pattern.compile("--([\\w-]+):\\s*(#[0-9a-f]{6})").matcher(block.group(1)).results().forEach(token -> tokens.put(token.group(1), token.group(2)));
        return tokens;
    }

    private static void judge(Map<String, String> colours, String front, String ground, String accent, List<String> poor) {
        double light = luminance(colours.get(front));
        double other = luminance(colours.get(ground));
        double contrast = (Math.max(light, other) + 0.05) / (Math.min(light, other) + 0.05);
        if (contrast < 4.5) {
            poor.add("%s on %s (%s): %.2f".formatted(front, ground, accent, contrast));
        }
    }

    private static double luminance(String colour) {
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
