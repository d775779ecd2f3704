package app.entente.journey;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the journeys: the one that CHROME_BIN names, one that is installed, the distribution's package, or Playwright's own. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final List<Path> ELSEWHERE = List.of(Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private Chromium() {
    }

    /** Its program; empty when it is Playwright's own, which Playwright finds itself. */
    static Optional<Path> program() {
        String named = System.getenv("CHROME_BIN");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        Optional<Path> installed = installed();
        if (installed.isPresent()) {
            return installed;
        }
        if ("root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            run("apt-get", "-q", "update");
            if (run("apt-get", "-q", "-y", "install", "--no-install-recommends", "chromium") == 0 && installed().isPresent()) {
                return installed();
            }
        }
        int code = run(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
            "com.microsoft.playwright.CLI", "install", "chromium");
        if (code != 0) {
            throw new IllegalStateException("no Chromium: none is installed and none could be had; CHROME_BIN may name one");
        }
        return Optional.empty();
    }

    private static Optional<Path> installed() {
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of)
            .flatMap(folder -> NAMES.stream().map(folder::resolve));
        return Stream.concat(onPath, ELSEWHERE.stream()).filter(Files::isExecutable).findFirst();
    }

    private static int run(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().remove("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD");
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            return builder.start().waitFor();
        } catch (IOException e) {
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
