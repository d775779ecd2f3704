package app.entente.benchmark;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.primefaces.model.LazyDataModel;

/** An application of bare PrimeFaces pages, deployed beside ours on the same node: what a page costs at the very least with these parts. */
public final class Floor {

    private Floor() {
    }

    /** Builds the archive in that folder. */
    public static Path war(Path folder) {
        try {
            Path war = Files.createDirectories(folder).resolve("floor.war");
            Path classes = placeOf(Floor.class);
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(war))) {
                for (Class<?> type : List.of(FloorRow.class, FloorList.class, FloorList.Rows.class, FloorForm.class)) {
                    String name = type.getName().replace('.', '/') + ".class";
                    put(zip, "WEB-INF/classes/" + name, classes.resolve(name));
                }
                Path pages = classes.resolve("floor");
                try (Stream<Path> files = Files.walk(pages)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        put(zip, pages.relativize(file).toString(), file);
                    }
                }
                put(zip, "WEB-INF/lib/primefaces.jar", placeOf(LazyDataModel.class));
            }
            return war;
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the floor could not be built", e);
        }
    }

    private static Path placeOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static void put(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }
}
