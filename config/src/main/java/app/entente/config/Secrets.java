package app.entente.config;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/** The secrets of one installation: made once, kept in {@code secrets.properties} of the data folder, used again on later starts. */
public class Secrets {

    private static final String FILE = "secrets.properties";
    // Without 0 O 1 l i, so that a password read from the screen is typed right.
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    /**
     * Reads the secrets of a data folder and makes those that are not there yet.
     *
     * @param data created when absent; it and the file are readable by their owner alone wherever the file system can say so
     */
    public static Secrets in(Path data) throws IOException {
        Files.createDirectories(data);
        restrict(data, "rwx------");
        Path file = data.resolve(FILE);
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            }
        }
        int before = values.size();
        for (String role : new String[] { "superuser", "owner", "app", "operator", "auditor", "keycloak" }) {
            ensure(values, "entente.db." + role + ".password", Secrets::opaque);
        }
        ensure(values, "entente.oidc.client-secret", Secrets::opaque);
        ensure(values, "entente.provisioner.client-secret", Secrets::opaque);
        ensure(values, "entente.keycloak.admin.password", Secrets::readable);
        ensure(values, "entente.seal.password", Secrets::opaque);
        ensure(values, "entente.storage.master-key", () -> Base64.getEncoder().encodeToString(bytes(32)));
        ensure(values, "entente.demo.password", Secrets::readable);
        ensure(values, "entente.demo.otp.maude", Secrets::opaque);
        ensure(values, "entente.demo.otp.omar", Secrets::opaque);
        if (values.size() > before) {
            write(values, file);
        }
        return new Secrets(values);
    }

    /**
     * One secret by its configuration name, e.g. {@code entente.db.app.password}.
     *
     * @throws IllegalArgumentException for a name that is no secret
     */
    public String get(String name) {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("No secret is called " + name);
        }
        return value;
    }

    private static void ensure(Properties values, String name, Supplier<String> maker) {
        if (values.getProperty(name) == null) {
            values.setProperty(name, maker.get());
        }
    }

    private static void write(Properties values, Path file) throws IOException {
        Path fresh = file.resolveSibling(FILE + ".new");
        Files.deleteIfExists(fresh);
        if (posix(file.getParent())) {
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        try (Writer writer = Files.newBufferedWriter(fresh)) {
            values.store(writer, "Made on the first start. Whoever reads this file reads everything.");
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (posix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static String opaque() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
    }

    private static String readable() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return text.toString();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
