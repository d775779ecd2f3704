package app.entente.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An identity provider that answers the admin calls the application makes as Keycloak does: people are searched by exact address, made once
 * (409 afterwards), read, written to. It can be told to be away.
 */
public final class TestProvider implements AutoCloseable {

    private static final String USERS = "/admin/realms/entente/users";
    private static TestProvider shared;
    private static final List<String> GRANTABLE = List.of("practitioner", "assistant", "client", "requires-2fa");
    private static final Pattern EMAIL = Pattern.compile("\"email\":\"([^\"]+)\"");

    /** What it was asked, a line each: method, path, query, body. */
    public final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, String> people = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> granted = new ConcurrentHashMap<>();
    private final Set<String> factors = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    private volatile int refusal;
    private volatile int once;

    private TestProvider(HttpServer server) {
        this.server = server;
    }

    /** The one that all features of this JVM ask: their configuration is read once. It stays until the JVM ends. */
    public static synchronized TestProvider shared() {
        if (shared == null) {
            shared = start();
            System.setProperty("entente.provisioner.url", shared.url());
        }
        return shared;
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

    /** The next admin call is answered with that status, the others properly. */
    public void refuseOnce(int status) {
        once = status;
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
        } else if (once != 0) {
            int status = once;
            once = 0;
            send(exchange, status, "{}");
        } else if (refusal != 0) {
            send(exchange, refusal, "{}");
        } else if (path.equals(USERS) && exchange.getRequestMethod().equals("POST")) {
            create(exchange, body);
        } else if (path.equals(USERS) && !query.contains("email=")) {
            int first = Integer.parseInt(query.replaceAll(".*first=(\\d+).*", "$1"));
            int most = Integer.parseInt(query.replaceAll(".*max=(\\d+).*", "$1"));
            send(exchange, 200, people.entrySet().stream().filter(person -> !person.getValue().isEmpty()).sorted(Map.Entry.comparingByKey()).skip(first).limit(most)
                .map(Map.Entry::getValue).collect(Collectors.joining(",", "[", "]")));
        } else if (path.equals(USERS)) {
            String known = people.getOrDefault(query.replaceAll(".*email=([^&]+).*", "$1"), "");
            send(exchange, 200, "[" + known + "]");
        } else if (path.endsWith("/credentials")) {
            send(exchange, 200, "[" + (factors.contains(subject(path)) ? "{\"type\":\"otp\"}" : "{\"type\":\"password\"}") + "]");
        } else if (path.contains("/role-mappings/realm")) {
            roles(exchange, path, body);
        } else if (exchange.getRequestMethod().equals("GET")) {
            String known = people.getOrDefault(path.substring((USERS + "/s-").length()), "");
            send(exchange, known.isEmpty() ? 404 : 200, known);
        } else {
            send(exchange, 204, "");
        }
    }

    private void roles(HttpExchange exchange, String path, String body) throws IOException {
        Set<String> held = granted.computeIfAbsent(subject(path), s -> ConcurrentHashMap.newKeySet());
        if (exchange.getRequestMethod().equals("POST")) {
            GRANTABLE.stream().filter(role -> body.contains("\"" + role + "\"")).forEach(held::add);
            send(exchange, 204, "");
            return;
        }
        boolean available = path.endsWith("/available");
        send(exchange, 200, GRANTABLE.stream().filter(role -> held.contains(role) != available)
            .map(role -> "{\"id\":\"r-" + role + "\",\"name\":\"" + role + "\"}").collect(Collectors.joining(",", "[", "]")));
    }

    private static String subject(String path) {
        return path.substring((USERS + "/").length()).replaceAll("/.*", "");
    }

    /** The provider's roles that somebody holds. */
    public Set<String> rolesOf(String email) {
        return granted.getOrDefault("s-" + email, Set.of());
    }

    /** Somebody owns a second factor. */
    public void ownsFactor(String email) {
        factors.add("s-" + email);
    }

    /** How many people it would list. */
    public long people() {
        return people.values().stream().filter(person -> !person.isEmpty()).count();
    }

    /** How many accounts were made for an address. */
    public long made(String email) {
        return asked.stream().filter(line -> line.startsWith("POST " + USERS + " ") && line.contains("\"" + email + "\"")).count();
    }

    private void create(HttpExchange exchange, String body) throws IOException {
        Matcher email = EMAIL.matcher(body);
        if (!email.find() || people.containsKey(email.group(1))) {
            send(exchange, 409, "{}");
            return;
        }
        String actions = body.replaceAll(".*\"requiredActions\":(\\[[^\\]]*\\]).*", "$1");
        people.put(email.group(1), "{\"id\":\"s-" + email.group(1) + "\",\"enabled\":true,\"emailVerified\":false,\"requiredActions\":" + actions + "}");
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
