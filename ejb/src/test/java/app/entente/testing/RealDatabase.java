package app.entente.testing;

import app.entente.config.Migration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * The real database of the tests: PostgreSQL with the roles, rights and migrations of every installation. It starts once in a JVM, with the
 * first test that asks for it, and ends with the JVM.
 *
 * <p>Tests work as {@code entente_app}. The owner and the superuser see past the policies, so a test that used them would prove nothing.
 */
public final class RealDatabase {

    /** A role of the database and the way in for it. Passwords guard nothing here: the server listens on this machine and trusts it. */
    public enum As {
        /** The application. */
        APPLICATION("entente_app"),
        /** The operator's console. */
        OPERATOR("entente_operator"),
        /** Checks the audit chains. */
        AUDITOR("entente_auditor"),
        /** Owns and migrates. */
        OWNER("entente_owner"),
        /** Sees past every policy; stands for «row security is not there». */
        SUPERUSER("postgres");

        private final String role;

        As(String role) {
            this.role = role;
        }

        /** Name of the role in the database. */
        public String role() {
            return role;
        }
    }

    private static RealDatabase running;

    private final int port;

    private RealDatabase(int port) {
        this.port = port;
    }

    /** The database, started and migrated when this is the first call. */
    public static synchronized RealDatabase get() {
        if (running == null) {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C").setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", "127.0.0.1").setServerConfig("fsync", "off").setServerConfig("max_connections", "60")
                    .start();
                running = new RealDatabase(server.getPort());
                running.prepare();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return running;
    }

    /** The port it listens on, for another JVM of the same test. */
    public int port() {
        return port;
    }

    /** Address of the application's database, with the driver's setting of every installation. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/entente?stringtype=unspecified";
    }

    /** A new connection in that role; the caller closes it. */
    public Connection connect(As role) throws SQLException {
        return DriverManager.getConnection(url(), role.role(), "");
    }

    /** Opens a workspace that nobody else has: a random identifier, an address word of its own, jurisdiction {@code CA-QC} or {@code FR}. */
    public UUID newWorkspace(String jurisdiction) {
        UUID id = UUID.randomUUID();
        boolean quebec = "CA-QC".equals(jurisdiction);
        try (Connection connection = connect(As.APPLICATION);
            var insert = connection.prepareStatement("insert into workspace (id, slug, name, status, jurisdiction, zone, language) "
                + "values (?, ?, ?, 'open', ?, ?, 'fr')")) {
            insert.setObject(1, id);
            insert.setString(2, "w-" + id);
            insert.setString(3, "Practice " + id);
            insert.setString(4, jurisdiction);
            insert.setString(5, quebec ? "America/Toronto" : "Europe/Paris");
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private void prepare() throws SQLException, IOException {
        try (Connection maintenance = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "")) {
            run(maintenance, script("roles.sql"));
            run(maintenance, "create database entente");
        }
        try (Connection connection = connect(As.SUPERUSER)) {
            run(connection, script("entente.sql"));
        }
        Migration.run("jdbc:postgresql://127.0.0.1:" + port + "/entente", As.OWNER.role(), "");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream in = Migration.class.getResourceAsStream("/db/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The rows of a query, each as a list of texts; null stays null. */
    public static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); var result = statement.executeQuery(sql)) {
            var rows = new java.util.ArrayList<List<String>>();
            while (result.next()) {
                var row = new java.util.ArrayList<String>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
