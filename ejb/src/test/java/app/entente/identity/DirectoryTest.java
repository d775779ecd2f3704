package app.entente.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The admin client on Jersey's proxies, against answers such as Keycloak gives. */
class DirectoryTest {

    private static final String USERS = "/admin/realms/entente/users";
    private static final String TOKEN = "{\"access_token\":\"t\",\"expires_in\":60,\"unknown\":1}";
    private static final String FRESH = "{\"id\":\"s-1\",\"enabled\":true,\"emailVerified\":false,\"requiredActions\":[\"UPDATE_PASSWORD\"]}";
    private static final String KNOWN = "{\"id\":\"s-1\",\"enabled\":true,\"emailVerified\":true,\"requiredActions\":[],\"newer\":{}}";

    private final Map<String, String> answers = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        answers.put("POST /realms/entente/protocol/openid-connect/token", "200 " + TOKEN);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            String line = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(line + " " + exchange.getRequestURI().getRawQuery() + " " + body);
            String answer = answers.getOrDefault(line, "404 {}");
            byte[] bytes = answer.substring(4).getBytes(StandardCharsets.UTF_8);
            if (line.equals("POST " + USERS) && answer.startsWith("201")) {
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1" + USERS + "/s-1");
                answers.put("GET " + USERS, "200 [" + FRESH + "]");
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void an_account_is_made_without_a_name_and_with_a_password_to_choose() {
        answers.put("GET " + USERS, "200 []");
        answers.put("POST " + USERS, "201 ");
        answers.put("GET " + USERS + "/s-1", "200 " + FRESH);
        assertThat(directory().ensureUser("noa@demo.example", "fr")).isEqualTo(new KnownUser("s-1", true));
        assertThat(asked).anySatisfy(line -> assertThat(line).startsWith("POST " + USERS).contains("\"email\":\"noa@demo.example\"",
            "\"requiredActions\":[\"UPDATE_PASSWORD\"]", "\"locale\":[\"fr\"]").doesNotContain("firstName", "lastName"));
        assertThat(asked).anySatisfy(line -> assertThat(line).startsWith("GET " + USERS + " ").contains("exact=true"));
    }

    @Test
    void an_account_that_is_there_is_not_made_again() {
        answers.put("GET " + USERS, "200 [" + KNOWN + "]");
        answers.put("GET " + USERS + "/s-1", "200 " + KNOWN);
        assertThat(directory().ensureUser("noa@demo.example", "fr")).isEqualTo(new KnownUser("s-1", false));
        assertThat(asked).noneMatch(line -> line.startsWith("POST " + USERS));
    }

    @Test
    void an_address_that_is_taken_by_somebody_out_of_reach_is_refused() {
        answers.put("GET " + USERS, "200 []");
        answers.put("POST " + USERS, "409 {}");
        assertThatThrownBy(() -> directory().ensureUser("omar@demo.example", "fr")).isInstanceOf(DirectoryRefused.class);
    }

    @Test
    void the_provider_writes_only_to_somebody_who_has_something_to_do() {
        answers.put("GET " + USERS + "/s-1", "200 " + KNOWN);
        directory().sendPasswordMail("s-1", "http://localhost/c/x/");
        assertThat(asked).noneMatch(line -> line.startsWith("PUT"));
        answers.put("GET " + USERS + "/s-1", "200 " + FRESH);
        answers.put("PUT " + USERS + "/s-1/execute-actions-email", "204 ");
        directory().sendPasswordMail("s-1", "http://localhost/c/x/");
        assertThat(asked).anySatisfy(line -> assertThat(line).startsWith("PUT " + USERS + "/s-1/execute-actions-email")
            .contains("client_id=entente-portal", "redirect_uri=http", "[\"UPDATE_PASSWORD\"]"));
    }

    @Test
    void a_provider_in_trouble_is_asked_later_and_one_that_refuses_is_not() {
        Directory directory = directory();
        answers.put("GET " + USERS, "503 {}");
        assertThatThrownBy(() -> directory.ensureUser("noa@demo.example", "fr")).isInstanceOf(DirectoryUnavailable.class);
        answers.put("GET " + USERS, "403 {}");
        assertThatThrownBy(() -> directory.ensureUser("noa@demo.example", "fr")).isInstanceOf(DirectoryRefused.class);
        answers.put("GET " + USERS, "401 {}");
        assertThatThrownBy(() -> directory.ensureUser("noa@demo.example", "fr")).isInstanceOf(DirectoryUnavailable.class);
    }

    @Test
    void a_provider_that_is_away_is_asked_later() {
        Directory directory = directory();
        server.stop(0);
        assertThatThrownBy(() -> directory.logout("s-1")).isInstanceOf(DirectoryUnavailable.class);
    }

    private Directory directory() {
        Directory directory = new Directory();
        directory.url = "http://127.0.0.1:" + server.getAddress().getPort();
        directory.issuer = "http://elsewhere/realms/entente";
        directory.clientId = "entente-provisioner";
        directory.clientSecret = "secret";
        return directory;
    }
}
