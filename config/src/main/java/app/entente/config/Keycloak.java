package app.entente.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.node.ObjectNode;

/** The sign-in server: unpacked and built once in the data folder, then started with our realm and our theme. */
class Keycloak implements AutoCloseable {

    private static final List<String> BUILD = List.of("build", "--db=postgres", "--health-enabled=true", "--metrics-enabled=false");
    private static final String BUILT = "entente-built";

    private final Child child;
    private final Path mark;
    private final String fingerprint;

    private Keycloak(Child child, Path mark, String fingerprint) {
        this.child = child;
        this.mark = mark;
        this.fingerprint = fingerprint;
    }

    /**
     * Makes the distribution ready: unpacks it and builds it for PostgreSQL, unless that was done before.
     *
     * @param zip   the distribution
     * @param built another data folder whose built distribution may be taken over, or null
     * @return where it lies
     * @throws StartFailure when the build fails, with its last lines
     */
    static Path prepare(Path data, Path zip, Path built) throws IOException, InterruptedException {
        Path home = data.resolve("keycloak");
        String mark = zip.toRealPath().getFileName() + " " + Files.size(zip) + " " + BUILD;
        if (isBuilt(home, mark)) {
            return home;
        }
        Folders.delete(home);
        if (built != null && isBuilt(built.resolve("keycloak"), mark)) {
            Folders.copy(built.resolve("keycloak"), home);
            Folders.delete(home.resolve("data"));
            return home;
        }
        unzip(zip, home);
        run(home, java(), data.resolve("logs").resolve("keycloak-build.log"), BUILD.toArray(String[]::new));
        Files.writeString(home.resolve(BUILT), mark);
        return home;
    }

    /**
     * Starts it; {@link #awaitReady} tells when it answers. The realm is imported when the database has none. When the database has one
     * that was made from another file or other settings, it is made anew, and the accounts people were given since are carried over.
     */
    static Keycloak start(Path home, Path data, Ports ports, Secrets secrets, ObjectNode realm, Map<String, String> placeholders)
            throws IOException, InterruptedException {
        theme(home.resolve("themes").resolve("entente"));
        Map<String, String> environment = new LinkedHashMap<>(java());
        environment.putAll(placeholders);
        environment.put("KC_DB_URL", "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/keycloak");
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", secrets.get("entente.db.keycloak.password"));
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("entente.keycloak.admin.password"));
        Path logs = data.resolve("logs");
        Path imports = home.resolve("data").resolve("import");
        Folders.delete(imports);
        Path file = Files.createDirectories(imports).resolve("entente-realm.json");
        Files.writeString(file, realm.toString());
        // Lies beside the database it speaks of, so that both go together.
        Path mark = data.resolve("postgres").resolve("realm");
        String fingerprint = fingerprint(realm.toString(), placeholders);
        if (Files.exists(mark) && !Files.readString(mark).equals(fingerprint)) {
            Path exported = home.resolve("data").resolve("export");
            Folders.delete(exported);
            run(home, environment, logs.resolve("keycloak-export.log"), "export", "--optimized", "--realm=entente", "--dir=" + exported,
                    "--users=different_files");
            Files.writeString(file, Realm.withAccounts(realm, exported).toString());
            Folders.delete(exported);
            run(home, environment, logs.resolve("keycloak-import.log"), "import", "--optimized", "--override=true", "--file=" + file);
        }
        Child child = Child.start("Keycloak", command(home, List.of("start", "--optimized", "--import-realm", "--cache=local",
                "--http-enabled=true", "--http-host=127.0.0.1", "--http-port=" + ports.keycloak(),
                "--http-management-host=127.0.0.1", "--http-management-port=" + ports.keycloakManagement(),
                "--hostname=http://localhost:" + ports.keycloak(), "--db-pool-max-size=15")), environment, logs.resolve("keycloak.log"));
        return new Keycloak(child, mark, fingerprint);
    }

    /** The process, to notice its end. */
    Child child() {
        return child;
    }

    /**
     * Waits until the realm is imported and the database answers.
     *
     * @throws StartFailure when it ends before, or is not ready in five minutes
     */
    void awaitReady(int managementPort) throws IOException, InterruptedException {
        Health.await("http://127.0.0.1:" + managementPort + "/health/ready", child, "Keycloak");
        Files.writeString(mark, fingerprint);
    }

    private static void run(Path home, Map<String, String> environment, Path log, String... arguments)
            throws IOException, InterruptedException {
        Child child = Child.start("Keycloak's " + arguments[0], command(home, List.of(arguments)), environment, log);
        if (child.await() != 0) {
            throw child.endedByItself();
        }
    }

    private static String fingerprint(String realm, Map<String, String> placeholders) {
        try {
            byte[] all = (realm + new TreeMap<>(placeholders)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isBuilt(Path home, String mark) throws IOException {
        Path file = home.resolve(BUILT);
        return Files.exists(file) && Files.readString(file).equals(mark);
    }

    private static List<String> command(Path home, List<String> arguments) {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>(List.of(home.resolve("bin").resolve(windows ? "kc.bat" : "kc.sh").toString()));
        command.addAll(arguments);
        return command;
    }

    private static Map<String, String> java() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx448m", "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC");
    }

    private static void theme(Path folder) throws IOException {
        Folders.delete(folder);
        Folders.extract("/keycloak/themes/entente", folder);
    }

    private static void unzip(Path zip, Path home) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path name = Path.of(entry.getName());
                Path target = name.getNameCount() < 2 ? home : home.resolve(name.subpath(1, name.getNameCount())).normalize();
                if (!target.startsWith(home)) {
                    throw new StartFailure("The distribution of Keycloak holds a file outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
                    if (target.toString().endsWith(".sh")) {
                        target.toFile().setExecutable(true);
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
