package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a first visit costs whoever pays by the megabyte. */
@ExtendWith(Journeys.class)
class FirstVisitJourney {

    private static final long MOST_BYTES = 300_000;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/p/maude-lavigne", "/p/camille-aubry"})
    void a_first_visit_is_light(String place, Journeys journeys) {
        assertThat(bytes(journeys.visitor(Device.PHONE, "fr"), place)).isLessThan(MOST_BYTES);
    }

    @Test
    void the_first_look_into_ones_own_space_is_light(Journeys journeys) {
        assertThat(bytes(journeys.signedIn(Person.NOA, Device.PHONE), Person.NOA.home())).isLessThan(MOST_BYTES);
    }

    @Test
    void everything_comes_from_the_application_itself(Journeys journeys) {
        List<String> asked = new ArrayList<>();
        for (String place : List.of("/", "/p/maude-lavigne", "/check")) {
            Screen screen = journeys.visitor(Device.PHONE, "fr");
            screen.page().onRequest(request -> asked.add(request.url()));
            screen.opens(place);
            screen.page().waitForLoadState(LoadState.NETWORKIDLE);
        }
        assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith(Installation.stack().baseUrl()) || url.startsWith("data:"));
    }

    /** Bytes on the wire with an empty cache, headers included. */
    private static long bytes(Screen screen, String place) {
        CDPSession protocol = screen.page().context().newCDPSession(screen.page());
        AtomicLong bytes = new AtomicLong();
        AtomicInteger parts = new AtomicInteger();
        Map<String, Long> largest = new HashMap<>();
        Map<String, String> urls = new HashMap<>();
        protocol.on("Network.responseReceived", (JsonObject event) -> urls.put(event.get("requestId").getAsString(),
            event.getAsJsonObject("response").get("url").getAsString().replace(Installation.stack().baseUrl(), "")));
        protocol.on("Network.loadingFinished", (JsonObject event) -> {
            long length = event.get("encodedDataLength").getAsLong();
            bytes.addAndGet(length);
            parts.incrementAndGet();
            largest.put(urls.getOrDefault(event.get("requestId").getAsString(), "?"), length);
        });
        protocol.send("Network.enable");
        assertThat(screen.opens(place)).isEqualTo(200);
        screen.page().waitForLoadState(LoadState.NETWORKIDLE);
        System.out.println("first visit of " + place + ": " + bytes + " bytes in " + parts + " parts " + largest);
        assertThat(parts.get()).as("parts of " + place).isGreaterThan(2);
        return bytes.get();
    }
}
