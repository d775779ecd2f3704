package app.entente.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTest {

    @Test
    void production_has_no_people_but_the_provisioner() throws IOException {
        assertThat(values(realm(false, true).get("users"), "username")).containsExactly("service-account-entente-provisioner");
    }

    @Test
    void production_has_no_secret_of_its_own() throws IOException {
        assertThat(values(realm(false, true).get("clients"), "secret"))
                .containsExactly("${ENTENTE_OIDC_CLIENT_SECRET}", "${ENTENTE_PROVISIONER_CLIENT_SECRET}");
    }

    @Test
    void the_demo_brings_its_four_people_under_their_fixed_ids() throws IOException {
        assertThat(values(realm(true, true).get("users"), "id")).containsExactly("11111111-0000-4000-8000-000000000001",
                "11111111-0000-4000-8000-000000000002", "11111111-0000-4000-8000-000000000003", "11111111-0000-4000-8000-000000000004");
    }

    @Test
    void three_roles_imply_the_second_factor_unless_it_is_off() throws IOException {
        assertThat(implying(realm(true, true))).containsExactly("practitioner", "assistant", "operator");
        assertThat(implying(realm(true, false))).isEmpty();
    }

    @Test
    void nobody_in_the_demo_owns_a_second_factor_when_it_is_off() throws IOException {
        assertThat(realm(true, true).get("users").toString()).contains("\"otp\"");
        assertThat(realm(true, false).get("users").toString()).doesNotContain("\"otp\"").contains("\"password\"");
    }

    @Test
    void the_provisioner_may_grant_every_role_but_operator() throws IOException {
        JsonNode realm = realm(false, true);
        String operator = "";
        for (JsonNode role : realm.path("roles").path("realm")) {
            operator = role.path("name").asString().equals("operator") ? role.path("id").asString() : operator;
        }

        assertThat(operator).isNotEmpty();
        assertThat(realm.path("clients").toString()).doesNotContain(operator);
        assertThat(values(realm.path("users"), "clientRoles")).noneMatch(roles -> roles.contains("manage-users"));
    }

    @Test
    void accounts_made_since_are_carried_over_and_those_of_the_realm_stay_its_own(@TempDir Path exported) throws IOException {
        Files.writeString(exported.resolve("entente-users-0.json"), """
                {"realm": "entente", "users": [{"id": "other", "username": "noa@demo.example"}, {"id": "7", "username": "lea@demo.example"}]}""");

        JsonNode users = Realm.withAccounts(Realm.of(true, true), exported).get("users");

        assertThat(values(users, "username")).containsOnlyOnce("noa@demo.example", "lea@demo.example");
        assertThat(values(users, "id")).contains("7").doesNotContain("other");
    }

    @Test
    void people_sign_in_at_exact_addresses_only() throws IOException {
        assertThat(values(client("entente-web").get("redirectUris"))).singleElement().asString().endsWith("/oidc/callback").doesNotContain("*");
    }

    @Test
    void nobody_signs_in_with_the_client_that_lists_where_links_lead() throws IOException {
        JsonNode links = client("entente-portal");
        assertThat(List.of("standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled"))
                .noneMatch(flow -> links.path(flow).asBoolean(true));
        assertThat(values(links.get("redirectUris"))).containsExactly("${ENTENTE_BASE_URL:http://localhost:8080}/c/*",
                "${ENTENTE_BASE_URL:http://localhost:8080}/places");
    }

    @Test
    void nobody_has_to_give_a_name_to_sign_in() throws IOException {
        String profile = realm(false, true).at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0").asString();
        List<String> compulsory = new ArrayList<>();
        for (JsonNode attribute : JsonMapper.builder().build().readTree(profile).path("attributes")) {
            if (attribute.has("required")) {
                compulsory.add(attribute.path("name").asString());
            }
        }
        assertThat(compulsory).containsExactly("email");
    }

    private static JsonNode client(String name) throws IOException {
        for (JsonNode client : realm(false, true).path("clients")) {
            if (client.path("clientId").asString().equals(name)) {
                return client;
            }
        }
        throw new AssertionError("no client " + name);
    }

    private static List<String> values(JsonNode list) {
        List<String> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asString()));
        return values;
    }

    private static JsonNode realm(boolean demo, boolean secondFactor) throws IOException {
        return Realm.of(demo, secondFactor);
    }

    private static List<String> implying(JsonNode realm) {
        List<String> names = new ArrayList<>();
        for (JsonNode role : realm.path("roles").path("realm")) {
            if (role.path("composites").path("realm").toString().contains("requires-2fa")) {
                names.add(role.path("name").asString());
            }
        }
        return names;
    }

    private static List<String> values(JsonNode list, String name) {
        List<String> values = new ArrayList<>();
        for (JsonNode node : list) {
            if (node.has(name)) {
                values.add(node.get(name).isString() ? node.get(name).asString() : node.get(name).toString());
            }
        }
        return values;
    }
}
