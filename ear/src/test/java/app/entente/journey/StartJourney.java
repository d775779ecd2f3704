package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.config.Stack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StartJourney {

    private final Stack stack = Installation.stack();

    @Test
    void the_application_says_that_it_is_ready() throws Exception {
        assertThat(get(stack.baseUrl() + "/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void the_sign_in_server_names_itself_as_the_application_expects() throws Exception {
        assertThat(get(stack.issuer() + "/.well-known/openid-configuration").body()).contains("\"issuer\":\"" + stack.issuer() + "\"");
    }

    @Test
    void the_mail_page_answers() throws Exception {
        assertThat(get(stack.mailUrl() + "/mails.json").statusCode()).isEqualTo(200);
    }

    @Test
    void the_second_factor_is_asked_for_unless_somebody_says_otherwise() {
        assertThat(stack.secondFactor()).isTrue();
    }

    @Test
    void the_applications_role_cannot_get_round_row_security_nor_change_the_schema() throws SQLException {
        try (Connection connection = DriverManager.getConnection(stack.jdbcUrl(), "entente_app", stack.secret("entente.db.app.password"))) {
            try (ResultSet role = connection.createStatement()
                    .executeQuery("select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole from pg_roles where rolname = current_user")) {
                role.next();
                assertThat(role.getBoolean(1)).isFalse();
            }
            assertThatThrownBy(() -> connection.createStatement().execute("create table public.mine (id int)")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void no_role_enters_the_database_without_its_password() {
        for (String role : new String[] { "postgres", "entente_owner", "entente_app", "entente_operator", "entente_auditor" }) {
            assertThatThrownBy(() -> DriverManager.getConnection(stack.jdbcUrl(), role, "guessed").close()).isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
