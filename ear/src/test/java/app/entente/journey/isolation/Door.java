package app.entente.journey.isolation;

import app.entente.journey.Installation;
import app.entente.journey.OneTimeCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sign-in server, for people of this test alone: makes their accounts and takes them through its pages, one-time codes included. */
final class Door {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_PAGES = 6;

    private final String server;
    private final String issuer;
    private final String password;
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    private final Map<String, Long> steps = new ConcurrentHashMap<>();

    /** Somebody with an account at the sign-in server. */
    record Human(String subject, String email, String password) {
    }

    private Door(String issuer, String password) {
        this.issuer = issuer;
        server = issuer.substring(0, issuer.indexOf("/realms/"));
        this.password = password;
    }

    /** An administrator's token; good for a minute. */
    private String admin() {
        return ask("POST", server + "/realms/master/protocol/openid-connect/token", "application/x-www-form-urlencoded",
            "grant_type=password&client_id=admin-cli&username=admin&password=" + password, null).get("access_token").asString();
    }

    static Door open() {
        return new Door(Installation.stack().issuer(), Installation.stack().secret("entente.keycloak.admin.password"));
    }

    /** Makes an account. Of the realm's roles or groups one is given where a name is; a realm role that works in a practice asks for a second factor. */
    Human human(String name, String role, String group) {
        String email = name + "-" + Long.toString(System.nanoTime(), 36) + "@isolation.example";
        String phrase = "Une-phrase-de-passe-" + System.nanoTime();
        String admin = admin();
        String groups = group.isEmpty() ? "" : ", \"groups\": [\"" + group + "\"]";
        ask("POST", server + "/admin/realms/entente/users", "application/json", """
            {"username": "%s", "email": "%s", "emailVerified": true, "enabled": true, "firstName": "%s", "lastName": "Example",
             "credentials": [{"type": "password", "value": "%s", "temporary": false}]%s}""".formatted(email, email, name, phrase, groups), admin);
        String id = ask("GET", server + "/admin/realms/entente/users?exact=true&email=" + email, null, null, admin).get(0).get("id").asString();
        if (!role.isEmpty()) {
            JsonNode known = ask("GET", server + "/admin/realms/entente/roles/" + role, null, null, admin);
            ask("POST", server + "/admin/realms/entente/users/" + id + "/role-mappings/realm", "application/json", "[" + known + "]", admin);
        }
        return new Human(id, email, phrase);
    }

    /** Takes an account away again. */
    void forget(Human human) {
        ask("DELETE", server + "/admin/realms/entente/users/" + human.subject(), null, null, admin());
    }

    /** Ends every session of somebody, as an administrator does; the application is told in the background. */
    void endSessions(Human human) {
        ask("POST", server + "/admin/realms/entente/users/" + human.subject() + "/logout", null, "", admin());
    }

    /** Opens a closed page and goes through whatever the sign-in server asks; answers the page that was meant. */
    Reply enter(Visitor visitor, Human human, String path) {
        return through(visitor, human, visitor.follow(visitor.get(path)));
    }

    /** Goes through the pages of the sign-in server from one of them on. */
    Reply through(Visitor visitor, Human human, Reply from) {
        Reply reply = from;
        for (int i = 0; i < MOST_PAGES && reply.uri().toString().startsWith(issuer); i++) {
            Form form = Form.of(reply).stream().filter(f -> f.kinds().keySet().stream().anyMatch(List.of("username", "password", "totp", "otp")::contains))
                .findFirst().orElseThrow(() -> new AssertionError("the sign-in server asks for something else: " + from.asked()));
            if (form.kinds().containsKey("totpSecret")) {
                keys.put(human.subject(), form.value("totpSecret").getBytes(StandardCharsets.UTF_8));
                form = form.with("totp", code(human)).with("userLabel", "isolation");
            }
            form = form.kinds().containsKey("otp") ? form.with("otp", code(human)) : form;
            form = form.kinds().containsKey("username") ? form.with("username", human.email()) : form;
            form = form.kinds().containsKey("password") ? form.with("password", human.password()) : form;
            reply = visitor.follow(visitor.post(form.action(), form.fields(), Map.of()));
        }
        if (reply.uri().toString().startsWith(issuer)) {
            throw new AssertionError(human.email() + " did not get past " + reply.page().title() + ": " + reply.page().select("[id^=input-error], .error").text());
        }
        return reply;
    }

    /** The next code; each is good once. */
    private String code(Human human) {
        long step = steps.merge(human.subject(), OneTimeCode.now(), (last, now) -> Math.max(now, last + 1));
        return OneTimeCode.of(keys.get(human.subject()), step);
    }

    private static JsonNode ask(String method, String address, String type, String body, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
            .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(method + " " + address + ": " + response.statusCode() + " " + response.body());
            }
            return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
