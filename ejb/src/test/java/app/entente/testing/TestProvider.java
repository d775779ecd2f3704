package app.entente.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An identity provider that answers the admin calls the application makes as Keycloak does: people are searched by exact address, made once
 * (409 afterwards), read, written to. It can be told to be away.
 */
public final class TestProvider implements AutoCloseable {

    private static final String USERS = "/admin/realms/entente/users";
    private static final Pattern EMAIL = Pattern.compile("\"email\":\"([^\"]+)\"");

    /** What it was asked, a line each: method, path, query, body. */
    public final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> people = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile int refusal;

    private TestProvider(HttpServer server) {
        this.server = server;
    }

    /** Starts it on a free port. */
    public static TestProvider start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            TestProvider provider = new TestProvider(server);
            server.createContext("/", provider::answer);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on every admin call is answered with that status; 0 for answering properly again. */
    public void refuse(int status) {
        refusal = status;
    }

    /** Somebody who has an account and a password already, under the subject {@code s-<address>}. */
    public void knows(String email) {
        people.put(email, "{\"id\":\"s-" + email + "\",\"enabled\":true,\"emailVerified\":true,\"requiredActions\":[],\"newer\":{}}");
    }

    /** Somebody whom only others may see: not found, yet in the way. */
    public void hides(String email) {
        people.put(email, "");
    }

    /** Somebody whose account is disabled. */
    public void disables(String email) {
        people.put(email, "{\"id\":\"s-" + email + "\",\"enabled\":false,\"emailVerified\":true}");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add(exchange.getRequestMethod() + " " + path + " " + query + " " + body);
        if (path.endsWith("/token")) {
            send(exchange, 200, "{\"access_token\":\"t\",\"expires_in\":60,\"unknown\":1}");
        } else if (refusal != 0) {
            send(exchange, refusal, "{}");
        } else if (path.equals(USERS) && exchange.getRequestMethod().equals("POST")) {
            create(exchange, body);
        } else if (path.equals(USERS)) {
            String known = people.getOrDefault(query.replaceAll(".*email=([^&]+).*", "$1"), "");
            send(exchange, 200, "[" + known + "]");
        } else if (exchange.getRequestMethod().equals("GET")) {
            String known = people.getOrDefault(path.substring((USERS + "/s-").length()), "");
            send(exchange, known.isEmpty() ? 404 : 200, known);
        } else {
            send(exchange, 204, "");
        }
    }

    private void create(HttpExchange exchange, String body) throws IOException {
        Matcher email = EMAIL.matcher(body);
        if (!email.find() || people.containsKey(email.group(1))) {
            send(exchange, 409, "{}");
            return;
        }
        people.put(email.group(1), "{\"id\":\"s-" + email.group(1) + "\",\"enabled\":true,\"emailVerified\":false,\"requiredActions\":[\"UPDATE_PASSWORD\"]}");
        exchange.getResponseHeaders().set("Location", url() + USERS + "/s-" + email.group(1));
        send(exchange, 201, "");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
