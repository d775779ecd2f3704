package app.entente.journey;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The mails somebody has received. */
record Mailbox(String address) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");
    private static final int PATIENCE_MS = 60_000;

    /** One mail as it is read. */
    record Letter(String subject, String text) {

        /** Every address in it. */
        List<String> links() {
            List<String> links = new ArrayList<>();
            Matcher matcher = LINK.matcher(text);
            while (matcher.find()) {
                links.add(matcher.group().replace("&amp;", "&"));
            }
            return links;
        }
    }

    /** All of them, the newest first. */
    List<Letter> letters() {
        try {
            String body = HTTP.send(HttpRequest.newBuilder(URI.create(Installation.stack().mailUrl() + "/mails.json")).build(),
                HttpResponse.BodyHandlers.ofString()).body();
            List<Letter> letters = new ArrayList<>();
            for (JsonNode mail : JSON.readTree(body)) {
                for (JsonNode to : mail.get("to")) {
                    if (to.asString().contains(address)) {
                        String text = mail.get("text").asString();
                        letters.add(new Letter(mail.get("subject").asString(), text.isBlank() ? mail.get("html").asString() : text));
                    }
                }
            }
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The newest mail that holds those words, in its subject or its text; waits for it for a while. */
    Letter awaits(Screen screen, String words) {
        screen.page().waitForCondition(() -> find(words).isPresent(), new Page.WaitForConditionOptions().setTimeout(PATIENCE_MS));
        return find(words).orElseThrow();
    }

    private Optional<Letter> find(String words) {
        return letters().stream().filter(letter -> (letter.subject() + "\n" + letter.text()).contains(words)).findFirst();
    }
}
