package app.entente.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where anchors lie outside the database: a folder that another host pulls from, or that only ever grows. */
@ApplicationScoped
class AnchorFolder {

    private static final String NAME = "anchor-%08d.p7m";
    private static final String PATTERN = "anchor-\\d{8}\\.p7m";

    @Inject
    @ConfigProperty(name = "entente.anchor.folder")
    Optional<String> folder;

    /** Whether there is such a place. */
    boolean isThere() {
        return folder.isPresent();
    }

    /**
     * Keeps one; what lies there already stays as it is.
     *
     * @throws IOException when it cannot be written, or something else lies there under its name
     */
    void keep(long number, byte[] sealed) throws IOException {
        Path place = Files.createDirectories(Path.of(folder.orElseThrow()));
        Path file = place.resolve(NAME.formatted(number));
        if (Files.exists(file)) {
            if (!Arrays.equals(Files.readAllBytes(file), sealed)) {
                throw new IOException("another anchor has the number " + number + " already");
            }
            return;
        }
        Path part = place.resolve(file.getFileName() + ".part");
        Files.write(part, sealed, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The latest, oldest first. */
    List<Path> latest(int many) throws IOException {
        if (folder.isEmpty() || !Files.isDirectory(Path.of(folder.get()))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder.get()))) {
            List<Path> all = files.filter(file -> file.getFileName().toString().matches(PATTERN)).sorted(Comparator.comparing(Path::getFileName)).toList();
            return all.subList(Math.max(0, all.size() - many), all.size());
        }
    }
}
