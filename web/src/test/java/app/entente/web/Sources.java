package app.entente.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source as text: pages and classes of the screens, classes of the features. */
final class Sources {

    static final Path WEBAPP = Path.of("src/main/webapp");
    static final Path SCREENS = Path.of("src/main/java");
    static final Path FEATURES = Path.of("../ejb/src/main/java");
    private static final Pattern LITERAL = Pattern.compile("(['\"])([a-z][a-z_]*\\.[A-Za-z0-9_.]*)\\1");

    /** Where the frame compares the page's own name, which looks like a key. */
    private static final String PAGE_NAME = "here\\.page (eq|ne) '[a-z.]+'";

    private Sources() {
    }

    /** Every file below a folder with that ending, by its path. */
    static Map<Path, String> files(Path folder, String ending) {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
                texts.put(file, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** Everything in quotes that looks like a key, or like the beginning of one when it ends in a dot. */
    static Set<String> keys(Map<Path, String> files) {
        Set<String> keys = new TreeSet<>();
        files.values().forEach(text -> LITERAL.matcher(text.replaceAll(PAGE_NAME, "")).results().forEach(literal -> keys.add(literal.group(2))));
        return keys;
    }

    /** What is in quotes right behind those words. */
    static Set<String> after(String words, Map<Path, String> files) {
        Set<String> found = new TreeSet<>();
        Pattern pattern = Pattern.compile(words + "\\s*\"([^\"]+)\"");
        files.values().forEach(text -> pattern.matcher(text).results().forEach(literal -> found.add(literal.group(1))));
        return found;
    }
}
