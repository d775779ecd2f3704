package app.entente.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.testing.TestProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The admin client on Jersey's proxies, against answers such as Keycloak gives. */
class DirectoryTest {

    private static final String NOA = "noa@demo.example";

    private TestProvider provider;

    @BeforeEach
    void serve() {
        provider = TestProvider.start();
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void an_account_is_made_without_a_name_and_with_a_password_to_choose() {
        assertThat(directory().ensureUser(NOA, "fr")).isEqualTo(new KnownUser("s-" + NOA, true));
        assertThat(provider.asked).anySatisfy(line -> assertThat(line).startsWith("POST /admin").contains("\"email\":\"" + NOA + "\"",
            "\"requiredActions\":[\"UPDATE_PASSWORD\"]", "\"locale\":[\"fr\"]").doesNotContain("firstName", "lastName"));
        assertThat(provider.asked).anySatisfy(line -> assertThat(line).startsWith("GET /admin").contains("exact=true"));
    }

    @Test
    void an_account_is_made_once_and_stays_fresh_until_its_password_is_chosen() {
        directory().ensureUser(NOA, "fr");
        assertThat(directory().ensureUser(NOA, "fr").fresh()).isTrue();
        assertThat(provider.asked.stream().filter(line -> line.startsWith("POST /admin"))).hasSize(1);
    }

    @Test
    void an_account_that_is_there_is_not_made_again() {
        provider.knows(NOA);
        assertThat(directory().ensureUser(NOA, "fr")).isEqualTo(new KnownUser("s-" + NOA, false));
        assertThat(provider.asked).noneMatch(line -> line.startsWith("POST /admin"));
    }

    @Test
    void an_address_that_is_taken_by_somebody_out_of_reach_is_refused() {
        provider.hides("omar@demo.example");
        assertThatThrownBy(() -> directory().ensureUser("omar@demo.example", "fr")).isInstanceOf(DirectoryRefused.class);
    }

    @Test
    void a_disabled_account_is_refused() {
        provider.disables(NOA);
        assertThatThrownBy(() -> directory().ensureUser(NOA, "fr")).isInstanceOf(DirectoryRefused.class);
    }

    @Test
    void the_provider_writes_only_to_somebody_who_has_something_to_do() {
        provider.knows(NOA);
        directory().sendPasswordMail("s-" + NOA, "http://localhost/c/x/");
        assertThat(provider.asked).noneMatch(line -> line.startsWith("PUT"));
        directory().ensureUser("lea@demo.example", "fr");
        directory().sendPasswordMail("s-lea@demo.example", "http://localhost/c/x/");
        assertThat(provider.asked).anySatisfy(line -> assertThat(line).startsWith("PUT /admin/realms/entente/users/s-lea@demo.example/execute-actions-email")
            .contains("client_id=entente-portal", "redirect_uri=http://localhost/c/x/", "[\"UPDATE_PASSWORD\"]"));
    }

    @Test
    void somebody_is_signed_out_everywhere() {
        directory().logout("s-1");
        assertThat(provider.asked).anyMatch(line -> line.startsWith("POST /admin/realms/entente/users/s-1/logout"));
    }

    @Test
    void a_provider_in_trouble_is_asked_later_and_one_that_refuses_is_not() {
        Directory directory = directory();
        provider.refuse(503);
        assertThatThrownBy(() -> directory.ensureUser(NOA, "fr")).isInstanceOf(DirectoryUnavailable.class);
        provider.refuse(401);
        assertThatThrownBy(() -> directory.ensureUser(NOA, "fr")).isInstanceOf(DirectoryUnavailable.class);
        provider.refuse(403);
        assertThatThrownBy(() -> directory.ensureUser(NOA, "fr")).isInstanceOf(DirectoryRefused.class);
        provider.refuse(0);
        assertThat(directory.ensureUser(NOA, "fr").fresh()).isTrue();
    }

    @Test
    void a_token_that_is_no_longer_liked_is_replaced_once() {
        Directory directory = directory();
        directory.ensureUser(NOA, "fr");
        provider.refuseOnce(401);
        assertThat(directory.ensureUser(NOA, "fr").fresh()).isTrue();
        assertThat(provider.asked.stream().filter(line -> line.contains("/token"))).hasSize(2);
        provider.refuse(401);
        assertThatThrownBy(() -> directory.ensureUser(NOA, "fr")).isInstanceOf(DirectoryUnavailable.class);
        assertThat(provider.asked.stream().filter(line -> line.contains("/token"))).hasSize(3);
    }

    @Test
    void what_the_provider_said_of_a_person_is_not_in_the_reason() {
        provider.hides(NOA);
        assertThatThrownBy(() -> directory().ensureMember(NOA, "fr", "assistant")).isInstanceOf(DirectoryRefused.class)
            .hasMessageNotContaining(NOA).hasMessageNotContaining("noa");
    }

    @Test
    void somebody_new_who_is_to_work_here_has_to_set_up_a_second_factor_and_holds_the_role_that_forces_it() {
        assertThat(directory().ensureMember(NOA, "fr", "assistant")).isEqualTo(new KnownMember("s-" + NOA, true, true));
        assertThat(provider.rolesOf(NOA)).containsExactly("assistant");
        assertThat(directory().ensureMember(NOA, "fr", "assistant")).isEqualTo(new KnownMember("s-" + NOA, true, true));
        assertThat(provider.made(NOA)).isEqualTo(1);
    }

    @Test
    void somebody_known_who_is_to_work_here_is_changed_only_when_they_have_agreed() {
        provider.knows(NOA);
        assertThat(directory().ensureMember(NOA, "fr", "assistant")).isEqualTo(new KnownMember("s-" + NOA, false, false));
        assertThat(provider.rolesOf(NOA)).isEmpty();
        directory().secure("s-" + NOA, "assistant", true);
        assertThat(provider.rolesOf(NOA)).containsExactly("assistant");
        assertThat(provider.asked).anyMatch(line -> line.contains("/logout"));
        assertThat(directory().ensureMember(NOA, "fr", "assistant")).isEqualTo(new KnownMember("s-" + NOA, false, true));
    }

    @Test
    void a_role_out_of_reach_is_refused() {
        provider.knows(NOA);
        assertThatThrownBy(() -> directory().secure("s-" + NOA, "operator", true)).isInstanceOf(DirectoryRefused.class);
    }

    @Test
    void a_provider_that_is_away_is_asked_later() {
        Directory directory = directory();
        provider.close();
        assertThatThrownBy(() -> directory.logout("s-1")).isInstanceOf(DirectoryUnavailable.class);
    }

    private Directory directory() {
        Directory directory = new Directory();
        directory.url = provider.url();
        directory.issuer = "http://elsewhere/realms/entente";
        directory.clientId = "entente-provisioner";
        directory.clientSecret = "secret";
        return directory;
    }
}
