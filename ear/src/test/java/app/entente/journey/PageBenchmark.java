package app.entente.journey;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the pages a practitioner opens most cost, as CPU of the server per request, against bare PrimeFaces pages of the same shape on the same
 * node, compiled as in production: floor, page, floor, page …, after a warm-up, medians of the rounds. It prints and judges nothing: a ratio says more than a limit.
 */
@ExtendWith(Journeys.class)
class PageBenchmark {

    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 3000);
    private static final int REQUESTS = Integer.getInteger("benchmark.requests", 150);
    private static final int ROUNDS = 5;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();

    /** A page to be measured, and for whom. */
    private record Subject(String name, String path, String cookies) {
    }

    @Test
    void pages_against_bare_pages(Journeys journeys) throws Exception {
        Crowd.gather();
        Screen screen = journeys.signedIn(Person.MAUDE, Device.DESKTOP);
        screen.opens("/w/" + Crowd.SLUG + "/file/list");
        String cookies = cookies(screen.session());
        String file = Crowd.id("file", "1").toString();
        Subject list = new Subject("client list, 50 of 1,000", "/w/" + Crowd.SLUG + "/file/list", cookies);
        Subject form = new Subject("client file, form", "/w/" + Crowd.SLUG + "/file/edit?id=" + file, cookies);
        Subject show = new Subject("client file, read", "/w/" + Crowd.SLUG + "/file/show?id=" + file, cookies);
        Subject bareList = new Subject("bare list, 50 of 1,000 from memory", "/floor/list.xhtml", floorCookie("/floor/list.xhtml"));
        Subject bareForm = new Subject("bare form of 30 fields", "/floor/form.xhtml", floorCookie("/floor/form.xhtml"));
        Subject empty = new Subject("empty page", "/floor/empty.xhtml", floorCookie("/floor/empty.xhtml"));
        // All of them before the first is measured: what they share is compiled while the first ones come, and would be charged to those alone.
        for (Subject subject : List.of(list, form, show, bareList, bareForm, empty)) {
            run(subject, WARM_UP);
        }
        System.out.println("CPU of the server per request, ms (median of " + ROUNDS + " rounds of " + REQUESTS + ", after " + WARM_UP + " of each)");
        compare("P1", list, bareList, empty);
        compare("P2", form, bareForm, empty);
        compare("  ", show, bareForm, empty);
    }

    private void compare(String goal, Subject page, Subject floor, Subject empty) throws Exception {
        List<Subject> subjects = List.of(page, floor, empty);
        List<List<Double>> costs = subjects.stream().<List<Double>>map(subject -> new ArrayList<>()).toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < subjects.size(); i++) {
                Duration before = Installation.stack().serverCpu();
                run(subjects.get(i), REQUESTS);
                costs.get(i).add(Installation.stack().serverCpu().minus(before).toNanos() / 1e6 / REQUESTS);
            }
        }
        double mine = median(costs.get(0));
        double bare = median(costs.get(1));
        System.out.printf("%s  %-28s %6.2f   %-36s %6.2f   ratio %4.2f (goal 1.6)   empty page %5.2f%n", goal, page.name(), mine, floor.name(), bare, mine / bare,
            median(costs.get(2)));
    }

    private void run(Subject subject, int times) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(Installation.stack().baseUrl() + subject.path())).header("Cookie", subject.cookies())
            .header("Accept-Language", "fr").build();
        for (int i = 0; i < times; i++) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(subject.path() + " answered " + answer.statusCode());
            }
        }
    }

    /** A session of the floor's own. */
    private String floorCookie(String path) throws IOException, InterruptedException {
        HttpResponse<Void> answer = http.send(HttpRequest.newBuilder(URI.create(Installation.stack().baseUrl() + path)).build(), HttpResponse.BodyHandlers.discarding());
        return answer.headers().allValues("set-cookie").stream().map(cookie -> cookie.split(";")[0]).collect(Collectors.joining("; "));
    }

    private static String cookies(String session) {
        List<String> all = new ArrayList<>();
        for (JsonElement cookie : JsonParser.parseString(session).getAsJsonObject().getAsJsonArray("cookies")) {
            if (Installation.stack().baseUrl().contains(cookie.getAsJsonObject().get("domain").getAsString())
                && !cookie.getAsJsonObject().get("name").getAsString().startsWith("KC")) {
                all.add(cookie.getAsJsonObject().get("name").getAsString() + "=" + cookie.getAsJsonObject().get("value").getAsString());
            }
        }
        return String.join("; ", all);
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
