package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A word is found at once, however much a practice has written. */
@ExtendWith(Journeys.class)
class SearchJourney {

    private static final int ROUNDS = 9;
    /** Milliseconds of a whole page, on a machine that does other things as well. */
    private static final long AT_ONCE = 1_000;

    @Test
    void a_word_of_thirty_thousand_notes_is_found_at_once(Journeys journeys) {
        Crowd.gather();
        Screen screen = journeys.signedIn(Person.MAUDE, Device.DESKTOP);
        screen.reads("/w/" + Crowd.SLUG + "/search/list?q=" + Crowd.RARE);
        assertThat(screen.page().locator("#writings li").count()).isEqualTo(20);
        assertThat(screen.page().locator("#writings mark").first().innerText()).isEqualTo(Crowd.RARE);
        List<String> slow = new ArrayList<>();
        for (String words : List.of(Crowd.RARE, "ornith", "sommeil", "anxiete resp", "client 77", "Élise sommeil")) {
            long median = median(screen, words);
            System.out.printf("search for %-16s %4d ms%n", words, median);
            if (median > AT_ONCE) {
                slow.add(words + ": " + median + " ms");
            }
        }
        assertThat(slow).isEmpty();
    }

    private static long median(Screen screen, String words) {
        List<Long> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            assertThat(screen.page().request().get("/w/" + Crowd.SLUG + "/search/list?q=" + words.replace(" ", "%20")).status()).isEqualTo(200);
            times.add((System.nanoTime() - begun) / 1_000_000);
        }
        Collections.sort(times);
        return times.get(ROUNDS / 2);
    }
}
