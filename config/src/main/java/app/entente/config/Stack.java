package app.entente.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole installation on one machine: PostgreSQL, Keycloak, the mail catcher and Payara Micro with the application. Started at
 * once, stopped at once. Development and the journeys use it; production runs the parts apart.
 *
 * <p>Settings are the configuration names of the application, {@code entente.port.<name>}, and where the archives lie:
 * {@code entente.ear}, {@code entente.micro} (a Payara Micro that can deploy an EAR) and {@code entente.keycloak.zip}. With
 * {@code entente.keycloak.built} a Keycloak already built in another data folder is taken over when it is of the same version.
 */
public class Stack implements AutoCloseable {

    /** Settings of the launcher, which the application need not know. */
    private static final Pattern OURS = Pattern.compile("entente\\.(port\\..*|keycloak\\..*|data|reset|ear|micro|beside)");

    private final Path data;
    private final Map<String, String> settings;
    private final Ports ports;
    private final Secrets secrets;
    private final Leftovers leftovers;
    private final BiConsumer<String, Double> progress;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CompletableFuture<StartFailure> end = new CompletableFuture<>();
    private boolean closed;
    private Keycloak keycloak;
    private Path keycloakHome;
    /** Parts whose end was asked for. */
    private final Set<String> killed = ConcurrentHashMap.newKeySet();
    private volatile Child server;
    private volatile Postgres database;

    /** Checks ports and reads secrets; nothing runs yet. */
    Stack(Path data, Map<String, String> settings, BiConsumer<String, Double> progress) throws IOException {
        this.data = data.toAbsolutePath().normalize();
        this.settings = settings;
        this.progress = progress;
        ports = Ports.of(settings);
        leftovers = Leftovers.clear(this.data);
        ports.mustBeFree();
        secrets = Secrets.in(this.data);
    }

    /**
     * Starts everything, for the journeys: on free ports unless the overrides name some.
     *
     * @param data      the data folder, e.g. one under {@code target/}; what lies there is used again
     * @param overrides settings that differ from those given as system properties
     * @throws StartFailure with the cause, after everything that had started was stopped again
     */
    public static Stack start(Path data, Map<String, String> overrides) throws IOException {
        Map<String, String> settings = new TreeMap<>();
        Ports.free().byName().forEach((name, port) -> settings.put("entente.port." + name, String.valueOf(port)));
        settings.putAll(systemSettings());
        settings.putAll(overrides);
        Stack stack = new Stack(data, settings, (part, seconds) -> { });
        stack.startParts();
        return stack;
    }

    /** The system properties that begin with {@code entente.} and are not empty. */
    static Map<String, String> systemSettings() {
        Map<String, String> settings = new TreeMap<>();
        System.getProperties().stringPropertyNames().stream().filter(name -> name.startsWith("entente."))
                .filter(name -> !System.getProperty(name).isBlank()).forEach(name -> settings.put(name, System.getProperty(name)));
        return settings;
    }

    /** Where the application answers, without a slash at the end. */
    public String baseUrl() {
        return settings.getOrDefault("entente.base-url", "http://localhost:" + ports.http());
    }

    /** Where caught mails are read; {@code /mails.json} below it is for tests. */
    public String mailUrl() {
        return "http://localhost:" + ports.mail();
    }

    /** Where people sign in. */
    public String issuer() {
        return "http://localhost:" + ports.keycloak() + "/realms/entente";
    }

    /** The application's database. The roles are entente_owner, entente_app and entente_operator. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/entente?stringtype=unspecified";
    }

    /** The password of everybody in the demo. */
    public String demoPassword() {
        return secrets.get("entente.demo.password");
    }

    /**
     * A secret by its configuration name, e.g. {@code entente.db.app.password}, or {@code entente.demo.otp.maude}: the bytes of that
     * text are the key of Maude's one-time codes (six digits, 30 s, SHA-1) when the second factor is asked for.
     */
    public String secret(String name) {
        return secrets.get(name);
    }

    /** CPU time that the application server and PostgreSQL's own processes have used so far. */
    public Duration cpu() {
        return Stream.concat(Stream.of(server.handle()), Stream.concat(Stream.of(database.process()), database.process().descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus);
    }

    /** CPU time that the application server alone has used so far. */
    public Duration serverCpu() {
        return server.handle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The ports in use. */
    public Ports ports() {
        return ports;
    }

    /** Whether practitioners, assistants and the operator need a second factor. */
    public boolean secondFactor() {
        return secondFactor(settings);
    }

    static boolean secondFactor(Map<String, String> settings) {
        String value = settings.getOrDefault("entente.second-factor", "required");
        if (!value.equals("required") && !value.equals("off")) {
            throw new StartFailure("Nothing was started: entente.second-factor is \"required\" or \"off\", not \"" + value + "\".");
        }
        return value.equals("required");
    }

    /** Completes when a part ends without having been asked to, with its last lines. */
    public CompletableFuture<StartFailure> end() {
        return end;
    }

    /** Kills the sign-in server as a power cut would; everything else goes on. For the journeys. */
    public void killKeycloak() {
        killed.add("keycloak");
        keycloak.child().kill();
    }

    /** Starts the sign-in server again after {@link #killKeycloak}, with what its database holds, and waits until it answers. */
    public void restartKeycloak() throws IOException {
        again("keycloak", () -> startKeycloak(keycloakHome, Realm.of(demo(), secondFactor()), System.nanoTime()));
    }

    /** Kills the application server as a power cut would; everything else goes on. For the journeys. */
    public void killServer() {
        killed.add("server");
        server.kill();
    }

    /** Starts the application server again after {@link #killServer} and waits until the application answers. */
    public void restartServer() throws IOException {
        again("server", () -> startServer(file("entente.micro"), file("entente.ear")));
    }

    /** Kills every process of PostgreSQL at once, as a power cut would; everything else goes on. For the journeys. */
    public void killDatabase() throws IOException {
        killed.add("database");
        database.kill();
    }

    /** Starts PostgreSQL again after {@link #killDatabase}, with what it had written, and waits until it answers. */
    public void restartDatabase() throws IOException {
        again("database", this::startPostgres);
    }

    private void again(String part, Callable<Double> start) throws IOException {
        try {
            start.call();
            killed.remove(part);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new StartFailure("The " + part + " did not start again: " + e, e);
        }
    }

    /** A part ended: the installation is over, unless that was asked for. */
    private void ended(String part, StartFailure failure) {
        if (!killed.contains(part)) {
            end.complete(failure);
        }
    }

    /** Starts the parts, once. Closing from another thread while this runs stops what has started and lets nothing more start. */
    void startParts() throws IOException {
        Path zip = file("entente.keycloak.zip");
        Path micro = file("entente.micro");
        Path ear = file("entente.ear");
        boolean demo = demo();
        boolean secondFactor = secondFactor();
        Files.createDirectories(data.resolve("logs"));
        try {
            // Each part needs only what it waits for; with two cores the unpacking of Keycloak overlaps with everything else.
            CompletableFuture<Path> distribution = inBackground(() -> Keycloak.prepare(data, zip, built()));
            CompletableFuture<Double> postgres = inBackground(this::startPostgres);
            CompletableFuture<Double> mail = inBackground(this::startMail);
            CompletableFuture<Double> stamps = inBackground(this::startTimeStamps);
            CompletableFuture<Double> keycloak = inBackground(() -> {
                long from = System.nanoTime();
                Path home = distribution.join();
                postgres.join();
                return startKeycloak(home, Realm.of(demo, secondFactor), from);
            });
            CompletableFuture<Double> server = inBackground(() -> {
                postgres.join();
                stamps.join();
                return startServer(micro, ear);
            });
            report("PostgreSQL", postgres, keycloak, mail, stamps, server);
            report("Keycloak", keycloak, mail, stamps, server);
            report("Mail", mail, server);
            report("Payara Micro", server);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private double startPostgres() throws Exception {
        long from = System.nanoTime();
        Postgres postgres = opened(Postgres.start(data, ports.postgres(), secrets));
        leftovers.add(postgres.process());
        database = postgres;
        postgres.process().onExit().thenRun(() -> ended("database", new StartFailure("PostgreSQL ended by itself. Its log is "
                + data.resolve("logs").resolve("postgres.log"))));
        Migration.run("jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/entente", "entente_owner",
                secrets.get("entente.db.owner.password"));
        return seconds(from);
    }

    private double startKeycloak(Path home, ObjectNode realm, long from) throws Exception {
        keycloakHome = home;
        keycloak = opened(Keycloak.start(home, data, ports, secrets, realm, placeholders()));
        leftovers.add(keycloak.child().handle());
        keycloak.child().end().thenAccept(failure -> ended("keycloak", failure));
        keycloak.awaitReady(ports.keycloakManagement());
        return seconds(from);
    }

    private double startMail() throws IOException {
        long from = System.nanoTime();
        opened(MailCatcher.start(data.resolve("mail"), ports.smtp(), ports.mail()));
        return seconds(from);
    }

    /** For development alone; production names a seal and a time-stamp authority of its own. */
    private double startTimeStamps() throws Exception {
        long from = System.nanoTime();
        SealKeys keys = SealKeys.ensure(data.resolve("keys"), secrets.get("entente.seal.password"));
        opened(TimeStampAuthority.start(keys.tsa(), secrets.get("entente.seal.password"), ports.tsa()));
        return seconds(from);
    }

    private double startServer(Path micro, Path ear) throws Exception {
        long from = System.nanoTime();
        Server server = opened(Server.start(data, micro, ear, settings.getOrDefault("entente.beside", ""), ports.http(), environment()));
        leftovers.add(server.child().handle());
        this.server = server.child();
        server.child().end().thenAccept(failure -> ended("server", failure));
        server.awaitReady();
        return seconds(from);
    }

    /** What the realm's placeholders stand for. */
    private Map<String, String> placeholders() {
        return Map.of("ENTENTE_BASE_URL", baseUrl(), "ENTENTE_BACKCHANNEL_URL", "http://127.0.0.1:" + ports.http(),
                "ENTENTE_OIDC_CLIENT_SECRET", secrets.get("entente.oidc.client-secret"),
                "ENTENTE_PROVISIONER_CLIENT_SECRET", secrets.get("entente.provisioner.client-secret"),
                "ENTENTE_SMTP_HOST", "127.0.0.1", "ENTENTE_SMTP_PORT", String.valueOf(ports.smtp()),
                "ENTENTE_SMTP_FROM", settings.getOrDefault("entente.smtp.from", "entente@demo.example"),
                "ENTENTE_DEMO_PASSWORD", secrets.get("entente.demo.password"),
                "ENTENTE_DEMO_OTP_MAUDE", secrets.get("entente.demo.otp.maude"),
                "ENTENTE_DEMO_OTP_OMAR", secrets.get("entente.demo.otp.omar"));
    }

    /** The application's configuration, as environment variables of its process. */
    private Map<String, String> environment() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("entente.base-url", baseUrl());
        names.put("entente.db.url", jdbcUrl());
        names.put("entente.db.app.user", "entente_app");
        names.put("entente.db.app.password", secrets.get("entente.db.app.password"));
        names.put("entente.db.operator.user", "entente_operator");
        names.put("entente.db.operator.password", secrets.get("entente.db.operator.password"));
        names.put("entente.oidc.issuer", issuer());
        names.put("entente.oidc.client-id", "entente-web");
        names.put("entente.oidc.client-secret", secrets.get("entente.oidc.client-secret"));
        names.put("entente.provisioner.url", "http://localhost:" + ports.keycloak());
        names.put("entente.provisioner.client-id", "entente-provisioner");
        names.put("entente.provisioner.client-secret", secrets.get("entente.provisioner.client-secret"));
        names.put("entente.smtp.host", "127.0.0.1");
        names.put("entente.smtp.port", String.valueOf(ports.smtp()));
        names.put("entente.smtp.from", "entente@demo.example");
        names.put("entente.smtp.starttls", "false");
        names.put("entente.seal.keystore", data.resolve("keys").resolve("seal.p12").toString());
        names.put("entente.seal.password", secrets.get("entente.seal.password"));
        names.put("entente.seal.tsa-url", "http://127.0.0.1:" + ports.tsa());
        names.put("entente.seal.trust", data.resolve("keys").resolve("trust.pem").toString());
        names.put("entente.anchor.folder", data.resolve("anchors").toString());
        names.put("entente.storage.master-key", secrets.get("entente.storage.master-key"));
        names.put("entente.second-factor", secondFactor() ? "required" : "off");
        names.put("entente.demo", String.valueOf(demo()));
        settings.forEach((name, value) -> {
            if (!OURS.matcher(name).matches()) {
                names.put(name, value);
            }
        });
        Map<String, String> environment = new LinkedHashMap<>();
        names.forEach((name, value) -> environment.put(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value));
        return environment;
    }

    private boolean demo() {
        return Boolean.parseBoolean(settings.getOrDefault("entente.demo", "true"));
    }

    private Path built() {
        String folder = settings.get("entente.keycloak.built");
        return folder == null ? null : Path.of(folder);
    }

    private Path file(String name) {
        String value = settings.get(name);
        if (value == null || !Files.isRegularFile(Path.of(value))) {
            throw new StartFailure("Nothing was started: " + name + " must name a file, " + (value == null ? "and is absent." : "not " + value));
        }
        return Path.of(value).toAbsolutePath();
    }

    private void report(String part, CompletableFuture<Double> first, CompletableFuture<?>... others) {
        CompletableFuture<Object> failed = new CompletableFuture<>();
        for (CompletableFuture<?> other : others) {
            other.whenComplete((result, thrown) -> {
                if (thrown != null) {
                    failed.completeExceptionally(thrown);
                }
            });
        }
        try {
            CompletableFuture.anyOf(first, failed, end.thenApply(failure -> {
                throw failure;
            })).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure ? failure
                    : new StartFailure(part + " did not start: " + e.getCause(), e.getCause());
        }
        progress.accept(part, first.join());
    }

    private static <T> CompletableFuture<T> inBackground(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(work.call());
            } catch (CompletionException e) {
                result.completeExceptionally(e.getCause());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        }, "start");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private <T extends AutoCloseable> T opened(T part) {
        synchronized (parts) {
            if (!closed) {
                parts.push(part);
                return part;
            }
        }
        closeQuietly(part);
        throw new StartFailure("The start was given up.");
    }

    private static double seconds(long from) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from) / 1000.0;
    }

    private static void closeQuietly(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            System.getLogger(Stack.class.getName()).log(System.Logger.Level.WARNING, "A part did not stop cleanly", e);
        }
    }

    /** Stops every part, the last one started first, and nothing else. */
    @Override
    public void close() {
        for (AutoCloseable part = next(); part != null; part = next()) {
            closeQuietly(part);
        }
    }

    private AutoCloseable next() {
        synchronized (parts) {
            closed = true;
            return parts.poll();
        }
    }
}
