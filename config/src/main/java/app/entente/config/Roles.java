package app.entente.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * Brings the roles, their passwords and the two databases of a PostgreSQL to what they should be, as its superuser and as often as one
 * likes. Nothing else of Entente ever signs in as superuser.
 */
public class Roles {

    private static final List<String> DATABASES = List.of("entente", "keycloak");

    private Roles() {
    }

    /**
     * Does it.
     *
     * @param server    {@code host:port}
     * @param superuser usually postgres
     * @param password  of the superuser
     * @param passwords of each role that signs in, by its name
     * @throws SQLException when the server does not answer or refuses
     */
    static void prepare(String server, String superuser, String password, Map<String, String> passwords) throws IOException, SQLException {
        try (Connection connection = connect(server, "postgres", superuser, password)) {
            run(connection, "roles.sql");
            for (Map.Entry<String, String> role : passwords.entrySet()) {
                // Only its SCRAM verifier travels, so that no log of statements ever shows the password.
                connection.unwrap(PGConnection.class).alterUserPassword(role.getKey(), role.getValue().toCharArray(), "scram-sha-256");
            }
            for (String database : DATABASES) {
                create(connection, database);
            }
        }
        for (String database : DATABASES) {
            try (Connection connection = connect(server, database, superuser, password)) {
                run(connection, database + ".sql");
            }
        }
    }

    /**
     * The first step in production. Reads {@code ENTENTE_DB_SERVER} (host:port), {@code ENTENTE_DB_SUPERUSER_USER} (usually postgres),
     * {@code ENTENTE_DB_SUPERUSER_PASSWORD} and the passwords to set: {@code ENTENTE_DB_OWNER_PASSWORD}, {@code ENTENTE_DB_APP_PASSWORD},
     * {@code ENTENTE_DB_OPERATOR_PASSWORD}, {@code ENTENTE_DB_AUDITOR_PASSWORD} and {@code ENTENTE_DB_KEYCLOAK_PASSWORD}. Ends with code 1
     * when one is missing or the server refuses.
     */
    public static void main(String[] args) throws IOException {
        Map<String, String> environment = System.getenv();
        Map<String, String> passwords = new LinkedHashMap<>();
        passwords.put("entente_owner", environment.get("ENTENTE_DB_OWNER_PASSWORD"));
        passwords.put("entente_app", environment.get("ENTENTE_DB_APP_PASSWORD"));
        passwords.put("entente_operator", environment.get("ENTENTE_DB_OPERATOR_PASSWORD"));
        passwords.put("entente_auditor", environment.get("ENTENTE_DB_AUDITOR_PASSWORD"));
        passwords.put("keycloak", environment.get("ENTENTE_DB_KEYCLOAK_PASSWORD"));
        String server = environment.get("ENTENTE_DB_SERVER");
        String superuser = environment.get("ENTENTE_DB_SUPERUSER_PASSWORD");
        if (absent(server) || absent(superuser) || passwords.values().stream().anyMatch(Roles::absent)) {
            System.err.println("ENTENTE_DB_SERVER and the passwords ENTENTE_DB_SUPERUSER_PASSWORD, ENTENTE_DB_OWNER_PASSWORD, "
                    + "ENTENTE_DB_APP_PASSWORD, ENTENTE_DB_OPERATOR_PASSWORD, ENTENTE_DB_AUDITOR_PASSWORD and ENTENTE_DB_KEYCLOAK_PASSWORD are needed.");
            System.exit(1);
        }
        try {
            prepare(server, environment.getOrDefault("ENTENTE_DB_SUPERUSER_USER", "postgres"), superuser, passwords);
            System.out.println("Roles, passwords and databases are as they should be.");
        } catch (SQLException e) {
            System.err.println("The roles could not be brought up to date: " + e.getMessage());
            System.exit(1);
        }
    }

    private static boolean absent(String value) {
        return value == null || value.isBlank();
    }

    private static Connection connect(String server, String database, String superuser, String password) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + server + "/" + database, superuser, password);
    }

    private static void create(Connection connection, String database) throws SQLException {
        boolean there;
        try (PreparedStatement statement = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            statement.setString(1, database);
            try (ResultSet rows = statement.executeQuery()) {
                there = rows.next();
            }
        }
        if (!there) {
            execute(connection, "create database " + database);
        }
    }

    private static void run(Connection connection, String script) throws IOException, SQLException {
        try (InputStream in = Roles.class.getResourceAsStream("/db/" + script)) {
            execute(connection, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
