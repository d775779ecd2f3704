package app.entente.config;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The Compose file of production beside the sources that it serves. */
class ComposeTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** A setting that is injected, and one that the container fills into a definition. */
    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(\\s*name\\s*=\\s*\"([^\"]+)\"");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\$\\{ENV=([A-Z0-9_]+)}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)(?::[^}]*)?}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)(:[?-])?[^}]*}");
    private static final Pattern EXPLAINED = Pattern.compile("(?m)^#?([A-Z0-9_]+)=(.*)$");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|MASTER_KEY)");

    private static String text;
    private static Map<String, Map<String, Object>> services;

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(ROOT.resolve("docker/compose.yaml"));
        Map<String, Object> file = new Yaml().load(text);
        services = castToServices(file.get("services"));
    }

    @Test
    void the_application_is_given_every_setting_that_its_sources_ask_for() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (String source : sources("ejb/src/main/java", "web/src/main/java")) {
            found(INJECTED, source).forEach(name -> asked.add(variable(name)));
            asked.addAll(found(ENVIRONMENT, source));
        }

        assertThat(asked).contains("ENTENTE_DB_URL", "ENTENTE_BASE_URL");
        assertThat(environment("app").keySet()).containsAll(asked);
    }

    @Test
    void the_sign_in_server_is_given_every_placeholder_of_the_realm() throws IOException {
        Set<String> placeholders = new TreeSet<>(found(PLACEHOLDER, Files.readString(ROOT.resolve(
                "config/src/main/resources/keycloak/entente-realm.json"))));

        assertThat(placeholders).contains("ENTENTE_OIDC_CLIENT_SECRET");
        assertThat(environment("keycloak").keySet()).containsAll(placeholders);
    }

    @Test
    void the_second_factor_is_required_the_demo_is_off_and_everything_but_tls_is_refused() {
        assertThat(environment("app")).containsEntry("ENTENTE_SECOND_FACTOR", "required").containsEntry("ENTENTE_DEMO", "false");
        assertThat(environment("keycloak")).containsEntry("ENTENTE_SSL_REQUIRED", "all");
    }

    @Test
    void no_secret_has_a_value_of_its_own() {
        Map<String, String> optional = new TreeMap<>();
        VARIABLE.matcher(text).results().filter(use -> SECRET.matcher(use.group(1)).matches() && !":?".equals(use.group(2)))
                .forEach(use -> optional.put(use.group(1), use.group()));
        assertThat(optional).isEmpty();

        services.keySet().forEach(service -> environment(service).forEach((name, value) -> {
            if (SECRET.matcher(name).matches()) {
                assertThat(value).as(service + ": " + name).startsWith("${").endsWith(":?}");
            }
        }));
    }

    @Test
    void the_example_explains_every_variable_and_gives_none_that_must_be_chosen_a_value() throws IOException {
        Map<String, String> explained = new TreeMap<>();
        EXPLAINED.matcher(Files.readString(ROOT.resolve("docker/.env.example"))).results()
                .forEach(line -> explained.put(line.group(1), line.group()));
        Set<String> used = new TreeSet<>(found(VARIABLE, text));

        assertThat(explained.keySet()).containsExactlyElementsOf(used);
        VARIABLE.matcher(text).results().filter(use -> ":?".equals(use.group(2)))
                .forEach(use -> assertThat(explained.get(use.group(1))).isEqualTo(use.group(1) + "="));
    }

    @Test
    void nothing_runs_as_root_or_writes_into_its_image_or_may_gain_rights() {
        services.forEach((name, service) -> {
            assertThat((String) service.get("user")).as(name).matches("[1-9][0-9]*:[0-9]+");
            assertThat(service).as(name).containsEntry("read_only", true).containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"));
        });
    }

    @Test
    void only_the_application_and_the_sign_in_server_are_published_and_only_they_leave_the_inner_network() {
        services.forEach((name, service) -> {
            boolean door = Set.of("app", "keycloak").contains(name);
            assertThat(service.containsKey("ports")).as(name).isEqualTo(door);
            assertThat(service.get("networks")).as(name).isEqualTo(door ? List.of("data", "front") : List.of("data"));
        });
    }

    @Test
    void the_application_knows_neither_the_owner_of_the_tables_nor_the_superuser() {
        assertThat(environment("app").keySet()).noneMatch(name -> name.contains("OWNER") || name.contains("SUPERUSER"));
        assertThat(environment("migrate").keySet()).noneMatch(name -> name.contains("SUPERUSER"));
    }

    private static Map<String, String> environment(String service) {
        Map<String, String> values = new TreeMap<>();
        if (services.get(service).get("environment") instanceof Map<?, ?> environment) {
            environment.forEach((name, value) -> values.put((String) name, String.valueOf(value)));
        }
        return values;
    }

    private static String variable(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).collect(toCollection(TreeSet::new));
    }

    private static List<String> sources(String... folders) throws IOException {
        List<String> sources = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }

    private static Map<String, Map<String, Object>> castToServices(Object node) {
        Map<String, Map<String, Object>> all = new TreeMap<>();
        ((Map<?, ?>) node).forEach((name, service) -> {
            Map<String, Object> settings = new TreeMap<>();
            ((Map<?, ?>) service).forEach((key, value) -> settings.put((String) key, value));
            all.put((String) name, settings);
        });
        return all;
    }
}
