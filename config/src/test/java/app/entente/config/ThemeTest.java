package app.entente.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts and the looks of the sign-in pages and their mails. */
class ThemeTest {

    private static final String THEME = "/keycloak/themes/entente/";
    private static final Pattern TOKEN = Pattern.compile("(--[a-z-]+): (#[0-9a-f]{6})");

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void what_is_said_in_english_is_said_in_french_too(String part) throws IOException {
        assertThat(texts(part, "fr").stringPropertyNames()).containsAll(texts(part, "en").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void french_has_its_apostrophes_its_spaces_and_no_exclamation_mark(String part) throws IOException {
        List<String> wrong = new ArrayList<>();
        texts(part, "fr").forEach((key, text) -> {
            if (text.toString().matches("(?s).*('|!| [;:?]|« | »|\\b(tu|ton|ta|tes|toi)\\b).*")) {
                wrong.add(key + "=" + text);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void every_text_can_be_filled_in(String part) throws IOException {
        for (String language : List.of("fr", "en")) {
            texts(part, language).forEach((key, text) ->
                    assertThat(new MessageFormat(text.toString(), Locale.FRANCE).format(new Object[] {"a", "b", "c", "d", "e"})).as((String) key).isNotBlank());
        }
    }

    @Test
    void a_mail_has_one_link() throws IOException {
        texts("email", "fr").forEach((key, text) -> {
            if (key.toString().endsWith("Body")) {
                assertThat(text.toString().split("\\{0}", -1)).as((String) key).hasSize(2);
            }
        });
    }

    @Test
    void the_pages_have_the_type_and_the_mark_of_the_application() {
        for (String name : List.of("fonts/atkinson-hyperlegible-next.woff2", "fonts/source-serif-4-600.woff2", "mark.svg", "css/entente.css")) {
            assertThat(ThemeTest.class.getResource(THEME + "login/resources/" + name)).as(name).isNotNull();
        }
    }

    @Test
    void text_can_be_read_on_its_ground_in_light_and_in_dark() throws IOException {
        String css = read(THEME + "login/resources/css/entente.css");
        for (String scheme : css.substring(css.indexOf(":root"), css.indexOf("*, *::before")).split("@media")) {
            Properties tokens = new Properties();
            for (Matcher token = TOKEN.matcher(scheme); token.find();) {
                tokens.setProperty(token.group(1), token.group(2));
            }
            for (String[] pair : new String[][] {{"--ink", "--paper"}, {"--ink-soft", "--paper"}, {"--ink-soft", "--surface"}, {"--accent", "--paper"},
                {"--accent", "--surface"}, {"--on-accent", "--accent"}, {"--ink", "--accent-soft"}, {"--ink", "--error-soft"}, {"--error", "--surface"}}) {
                assertThat(contrast(tokens.getProperty(pair[0]), tokens.getProperty(pair[1]))).as(String.join(" on ", pair)).isGreaterThan(4.5);
            }
        }
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static Properties texts(String part, String language) throws IOException {
        Properties texts = new Properties();
        try (InputStreamReader in = new InputStreamReader(open(THEME + part + "/messages/messages_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    private static String read(String name) throws IOException {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static InputStream open(String name) {
        return ThemeTest.class.getResourceAsStream(name);
    }
}
