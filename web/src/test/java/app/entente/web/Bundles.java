package app.entente.web;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of words that people read, as they lie in the source.
 *
 * @param folder the folder they lie in
 * @param name first part of its keys
 * @param language {@code fr}, {@code en}, or with a place {@code fr_CA}
 * @param words its keys and texts
 */
record Bundles(Path folder, String name, String language, Map<String, String> words) {

    static final Path SCREENS = Path.of("src/main/resources/app/entente/web/messages");
    static final Path FEATURES = Path.of("../ejb/src/main/resources/app/entente");
    private static final Pattern FILE = Pattern.compile("(\\w+?)_(fr|en)(_[A-Z]{2})?\\.properties");

    /** Of the screens. A key's first part is the bundle's name. */
    static List<Bundles> ofScreens() {
        return below(SCREENS);
    }

    /** Of mails and documents; the feature's folder names the bundle. */
    static List<Bundles> ofFeatures() {
        return below(FEATURES);
    }

    boolean french() {
        return language.startsWith("fr");
    }

    /** The keys without those that only say tu. */
    List<String> keys() {
        return words.keySet().stream().filter(key -> !key.endsWith(".tu")).toList();
    }

    @Override
    public String toString() {
        return name + "_" + language;
    }

    private static List<Bundles> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> FILE.matcher(file.getFileName().toString()).matches()).sorted().map(Bundles::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bundles read(Path file) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        name.matches();
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> words = new TreeMap<>();
        properties.forEach((key, text) -> words.put(key.toString(), text.toString()));
        String bundle = name.group(1).equals("texts") ? file.getParent().getFileName().toString() : name.group(1);
        return new Bundles(file.getParent(), bundle, name.group(2) + (name.group(3) == null ? "" : name.group(3)), words);
    }
}
