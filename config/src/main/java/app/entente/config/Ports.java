package app.entente.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The loopback ports of one installation.
 *
 * @param http               the application
 * @param keycloak           the sign-in server
 * @param keycloakManagement health of the sign-in server
 * @param postgres           the database
 * @param smtp               where mails are handed in
 * @param mail               the page on which caught mails are read
 * @param tsa                the time-stamp authority for development
 */
public record Ports(int http, int keycloak, int keycloakManagement, int postgres, int smtp, int mail, int tsa) {

    private static final Map<String, Integer> DEFAULTS = defaults();

    /**
     * The ports asked for by {@code entente.port.<name>}, each with its usual value where nothing is asked.
     *
     * @throws StartFailure when a value is not a port number
     */
    public static Ports of(Map<String, String> settings) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        DEFAULTS.forEach((name, usual) -> numbers.put(name, number(name, settings.get("entente.port." + name), usual)));
        return of(List.copyOf(numbers.values()));
    }

    /** Seven ports that nobody listens on now. */
    public static Ports free() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < DEFAULTS.size(); i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return of(held.stream().map(ServerSocket::getLocalPort).toList());
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    /** The ports by name, in the order in which the parts start. */
    public Map<String, Integer> byName() {
        List<Integer> values = List.of(http, keycloak, keycloakManagement, postgres, smtp, mail, tsa);
        Map<String, Integer> named = new LinkedHashMap<>();
        DEFAULTS.keySet().forEach(name -> named.put(name, values.get(named.size())));
        return named;
    }

    /**
     * Refuses to go on while somebody listens on one of the ports.
     *
     * @throws StartFailure one line that names every taken port and how to choose another
     */
    public void mustBeFree() {
        Map<String, Integer> taken = new LinkedHashMap<>(byName());
        taken.values().removeIf(Ports::isFree);
        if (!taken.isEmpty()) {
            String list = taken.entrySet().stream().map(e -> e.getValue() + " (" + e.getKey() + ")").collect(Collectors.joining(", "));
            throw new StartFailure("Nothing was started: port " + list + " already in use. Free it, or choose another with -Dentente.port."
                    + taken.keySet().iterator().next() + "=<number>.");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int number(String name, String asked, int usual) {
        if (asked == null || asked.isBlank()) {
            return usual;
        }
        if (!asked.matches("[1-9][0-9]{0,4}") || Integer.parseInt(asked) > 65535) {
            throw new StartFailure("Nothing was started: entente.port." + name + " must be a port number, not \"" + asked + "\".");
        }
        return Integer.parseInt(asked);
    }

    private static Ports of(List<Integer> n) {
        return new Ports(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5), n.get(6));
    }

    private static Map<String, Integer> defaults() {
        Map<String, Integer> usual = new LinkedHashMap<>();
        usual.put("http", 8080);
        usual.put("keycloak", 8180);
        usual.put("keycloak-management", 9000);
        usual.put("postgres", 5433);
        usual.put("smtp", 1025);
        usual.put("mail", 8025);
        usual.put("tsa", 8318);
        return usual;
    }
}
