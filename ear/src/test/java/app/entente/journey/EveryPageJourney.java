package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page there is, as the web module holds them: a page added tomorrow is in. One that needs something to show (an agreement, a meeting) answers
 * «not there» without it; those are gone through by the journey of their feature and stand in the list below.
 */
@ExtendWith(Journeys.class)
class EveryPageJourney {

    private static final Path PAGES = Path.of("..", "web", "src", "main", "webapp");
    /** Pages about one thing: without its identifier they are not there. */
    private static final Set<String> OF_ONE_THING = Set.of(
        "agreement/prepare",
        "agreement/preview",
        "agreement/show",
        "agreement/sign",
        "archive/mapping",
        "archive/preview",
        "archive/show",
        "catalogue/step",
        "file/edit",
        "file/part",
        "file/payer",
        "file/person",
        "file/show",
        "meeting/cancel",
        "meeting/move",
        "meeting/show",
        "member/show",
        "note/list",
        "note/revisions",
        "note/show",
        "note/write",
        "operator/request",
        "operator/workspace",
        "payment/account",
        "payment/record",
        "payment/show",
        "portal/meeting",
        "portal/sign",
        "receipt/issue",
        "receipt/show",
        "supervision/show");
    /** Pages of a role that nobody of the demo has; their own journey goes there. */
    private static final Set<String> ANOTHERS = Set.of("supervision/list");

    @ParameterizedTest
    @MethodSource("pages")
    void is_sound_on_a_phone_and_on_a_desk(String page, Journeys journeys) {
        for (Device device : Device.values()) {
            Screen screen = journeys.signedIn(whose(page), device);
            screen.reads(address(page)).picture("page-" + page.replace('/', '-'));
        }
    }

    @Test
    void a_page_of_one_thing_is_not_there_without_it(Journeys journeys) {
        for (String page : OF_ONE_THING) {
            assertThat(journeys.signedIn(whose(page), Device.PHONE).opens(address(page))).as(page).isEqualTo(404);
        }
    }

    /** Those of them that every practice has. */
    static List<String> ofPractices() {
        return pages().stream().filter(page -> !List.of("portal", "letter", "operator", "site").contains(page.split("/")[0])).toList();
    }

    static List<String> pages() {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.map(PAGES::relativize).map(Path::toString).filter(name -> name.endsWith(".xhtml") && !name.startsWith("WEB-INF"))
                .map(name -> name.substring(0, name.length() - ".xhtml".length())).filter(name -> !OF_ONE_THING.contains(name) && !ANOTHERS.contains(name)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Person whose(String page) {
        return switch (page.split("/")[0]) {
            case "portal" -> Person.NOA;
            case "operator" -> Person.OMAR;
            default -> Person.MAUDE;
        };
    }

    private static String address(String page) {
        String[] parts = page.split("/");
        return switch (parts[0]) {
            case "portal" -> "/c/maude-lavigne" + ("home".equals(parts[1]) ? "" : "/" + parts[1]);
            case "letter" -> "/p/maude-lavigne" + ("show".equals(parts[1]) ? "" : "/" + parts[1]);
            case "operator" -> "/operator/" + parts[1];
            case "site" -> "front".equals(parts[1]) ? "/" : "/" + parts[1];
            default -> "/w/maude-lavigne/" + page;
        };
    }
}
