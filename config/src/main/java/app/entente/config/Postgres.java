package app.entente.config;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real PostgreSQL of this installation's own, with its data kept in the data folder, its roles and its two databases. */
class Postgres implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final ProcessHandle process;

    private Postgres(EmbeddedPostgres server, ProcessHandle process) {
        this.server = server;
        this.process = process;
    }

    /**
     * Starts PostgreSQL and brings roles, passwords and databases to what they should be.
     *
     * @throws StartFailure when it does not come up, with the place of its log
     */
    static Postgres start(Path data, int port, Secrets secrets) throws IOException, SQLException {
        Path folder = Files.createDirectories(data.resolve("postgres"));
        Path log = Files.createDirectories(data.resolve("logs")).resolve("postgres.log");
        EmbeddedPostgres server;
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setConnectConfig("password", secrets.get("entente.db.superuser.password"))
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "80")
                    .setServerConfig("shared_buffers", "96MB")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException | IllegalStateException e) {
            throw new StartFailure("PostgreSQL did not start: " + e.getMessage() + ". Its log is " + log, e);
        }
        try {
            prepare(port, secrets, folder.resolve("data"));
            long pid = Long.parseLong(Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).get(0).trim());
            return new Postgres(server, ProcessHandle.of(pid).orElseThrow());
        } catch (IOException | SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The process itself, to notice its end. */
    ProcessHandle process() {
        return process;
    }

    private static void prepare(int port, Secrets secrets, Path cluster) throws IOException, SQLException {
        String superuser = secrets.get("entente.db.superuser.password");
        Map<String, String> passwords = new LinkedHashMap<>();
        passwords.put("postgres", superuser);
        for (String role : List.of("owner", "app", "operator", "auditor")) {
            passwords.put("entente_" + role, secrets.get("entente.db." + role + ".password"));
        }
        passwords.put("keycloak", secrets.get("entente.db.keycloak.password"));
        Roles.prepare("127.0.0.1:" + port, "postgres", superuser, passwords);
        // The cluster is made trusting everybody on this machine; from here on a password is needed.
        Files.writeString(cluster.resolve("pg_hba.conf"), "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n");
        try (Connection connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Ends every process of it at once and without a chance to tidy up, as a power cut would. */
    void kill() throws IOException {
        List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
        // Lets go of the data folder, which another start takes.
        server.close();
    }

    @Override
    public void close() throws IOException {
        if (process.isAlive()) {
            server.close();
        }
    }
}
