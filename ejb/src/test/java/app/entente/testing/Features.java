package app.entente.testing;

import app.entente.config.SealKeys;
import app.entente.config.TimeStampAuthority;
import app.entente.seed.DemoPractices;
import app.entente.tenant.TenantOwned;
import io.smallrye.config.inject.ConfigExtension;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * All features as in the server, without the server: their own classes, wired by CDI with their own interceptors and observers, on the real
 * persistence unit and the real database. What the server adds at the door of an enterprise bean (roles, transactions, validation of
 * parameters) is done by {@link DoorKeeper}. Starts once in a JVM; reached through {@link InWorkspace}.
 */
public final class Features {

    private static final List<Class<? extends Annotation>> BEANS =
        List.of(Stateless.class, Singleton.class, ApplicationScoped.class, RequestScoped.class, Dependent.class, Interceptor.class);
    private static final ThreadLocal<EntityManagerFactory> UNIT = new ThreadLocal<>();

    private static SeContainer container;
    private static EntityManagerFactory application;
    private static EntityManagerFactory superuser;
    private static TimeStampGate stamps;

    private Features() {
    }

    /** A feature's boundary, or any other bean. */
    public static <T> T get(Class<T> type) {
        return container().select(type).get();
    }

    /** The two demo practices with everything that the seed puts in them, made by the application's own code; made once. */
    public static synchronized void demo() throws Exception {
        InWorkspace.platform().call(() -> get(DemoPractices.class).toString());
    }

    /**
     * Runs the work with row security bypassed: the same persistence unit, connected as a superuser. What still holds then is EclipseLink's
     * discriminator alone.
     */
    public static <T> T withoutRowSecurity(Callable<T> work) throws Exception {
        UNIT.set(superuserUnit());
        try {
            return work.call();
        } finally {
            UNIT.remove();
        }
    }

    /** How many statements the features have sent to the database so far. */
    public static long statements() {
        return FewConnections.prepared();
    }

    /** The way to the time-stamping authority; who shuts it opens it again. */
    public static TimeStampGate stamps() {
        container();
        return stamps;
    }

    /** Begins anew with the database after it was killed; work that is under way fails, as it does when a server's pool empties. */
    public static synchronized void reconnect() {
        if (application != null) {
            application.close();
            application = null;
        }
    }

    /** The persistence unit that work on this thread uses. */
    static EntityManagerFactory unit() {
        return UNIT.get() == null ? applicationUnit() : UNIT.get();
    }

    /** Every class of the features, of whatever kind. */
    public static List<Class<?>> classes() {
        try {
            Path origin = Path.of(TenantOwned.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(origin)) {
                return classesBelow(origin);
            }
            try (FileSystem jar = FileSystems.newFileSystem(origin)) {
                return classesBelow(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException | java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static synchronized SeContainer container() {
        if (container == null) {
            configure();
            List<Class<?>> beans = new ArrayList<>(List.of(Transactions.class, DoorKeeper.class, TestClock.Wall.class));
            // A measurement may leave one bean out, to see what it costs.
            classes().stream().filter(type -> !type.getName().equals(System.getProperty("features.without"))).filter(type -> BEANS.stream().anyMatch(type::isAnnotationPresent)).forEach(beans::add);
            container = SeContainerInitializer.newInstance().disableDiscovery().addExtensions(EnterpriseBeans.class, ConfigExtension.class)
                .addBeanClasses(beans.toArray(Class<?>[]::new)).initialize();
        }
        return container;
    }

    private static synchronized EntityManagerFactory applicationUnit() {
        if (application == null) {
            application = unit(RealDatabase.As.APPLICATION);
        }
        return application;
    }

    private static synchronized EntityManagerFactory superuserUnit() {
        if (superuser == null) {
            superuser = unit(RealDatabase.As.SUPERUSER);
        }
        return superuser;
    }

    /** The unit of {@code persistence.xml} as it is, but for the server's transactions and data source. */
    private static EntityManagerFactory unit(RealDatabase.As role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(RealDatabase.get().url());
        source.setUser(role.role());
        source.setPassword("");
        return Persistence.createEntityManagerFactory("entente", Map.of(
            PersistenceUnitProperties.TRANSACTION_TYPE, "RESOURCE_LOCAL",
            PersistenceUnitProperties.NON_JTA_DATASOURCE, new FewConnections(source),
            PersistenceUnitProperties.SESSION_NAME, "entente as " + role.role(),
            PersistenceUnitProperties.WEAVING, "false"));
    }

    private static void configure() {
        try {
            Path folder = Files.createDirectories(Path.of("target", System.getProperty("test.folder", "features")).toAbsolutePath());
            SealKeys keys = SealKeys.ensure(folder.resolve("keys"), "password");
            TimeStampAuthority authority = TimeStampAuthority.start(keys.tsa(), "password", 0);
            stamps = TimeStampGate.before(authority.address());
            Map.of("entente.base-url", "http://localhost:8080",
                "entente.oidc.issuer", "http://localhost:1/realms/entente",
                "entente.provisioner.url", TestProvider.shared().url(),
                "entente.provisioner.client-id", "entente-provisioner",
                "entente.provisioner.client-secret", "secret",
                "entente.storage.master-key", Base64.getEncoder().encodeToString(new byte[32]),
                "entente.seal.keystore", keys.seal().toString(),
                "entente.seal.password", "password",
                "entente.seal.trust", keys.trust().toString(),
                "entente.seal.tsa-url", stamps.address().toString()).forEach(Features::unlessSet);
            Map.of("entente.smtp.host", "127.0.0.1", "entente.smtp.port", "1", "entente.smtp.from", "entente@demo.example",
                "entente.smtp.starttls", "false", "entente.demo", "true", "entente.second-factor", "required",
                "entente.anchor.folder", Files.createTempDirectory(folder, "anchors").toString()).forEach(Features::unlessSet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unlessSet(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }

    private static List<Class<?>> classesBelow(Path root) throws IOException, ReflectiveOperationException {
        List<String> names;
        try (Stream<Path> files = Files.walk(root.resolve("app"))) {
            names = files.map(root::relativize).map(Path::toString).filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                .map(name -> name.substring(0, name.length() - ".class".length()).replaceAll("[/\\\\]", ".")).sorted().toList();
        }
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names) {
            classes.add(Class.forName(name, false, Features.class.getClassLoader()));
        }
        return classes;
    }
}
