package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser window in somebody's hands. Whatever page it shows has to be sound: see {@link #isSound}. */
final class Screen implements AutoCloseable {

    private static final List<String> STANDARDS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    /** The names under which a browser keeps the application's session. */
    static final Pattern SESSION = Pattern.compile("__Host-entente.*|JSESSIONID");
    private static final Path WORDS = Path.of("..", "web", "src", "main", "resources", "app", "entente", "web", "messages");
    private static final int NARROWEST = 320;
    private static final Pattern KEY = Pattern.compile("(?<![\\w@/.-])(" + bundles() + ")(\\.[a-z_]+)+(?![\\w@])|\\?\\?\\?");

    private final Device device;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Screen(Browser browser, Device device, String language, String session) {
        this.device = device;
        Browser.NewContextOptions options = new Browser.NewContextOptions().setBaseURL(Installation.stack().baseUrl()).setLocale(language)
            .setViewportSize(device.width(), device.height()).setHasTouch(device == Device.PHONE).setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE);
        if (session != null) {
            options.setStorageState(session);
        }
        context = browser.newContext(options);
        context.setDefaultTimeout(20_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource: the server responded with a status of 404")) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
    }

    /** The page itself, for what this class has no word for. */
    Page page() {
        return page;
    }

    /** Types an address and answers the status it came with. */
    int opens(String path) {
        Response response = page.navigate(path);
        return response == null ? 0 : response.status();
    }

    /** Opens an address that has to be there and be sound. */
    Screen reads(String path) {
        assertThat(opens(path)).as(path).isEqualTo(200);
        return isSound();
    }

    /** Presses the link with those words. */
    Screen follows(String words) {
        page.getByRole(com.microsoft.playwright.options.AriaRole.LINK, new Page.GetByRoleOptions().setName(words)).first().click();
        page.waitForLoadState();
        return this;
    }

    /** Presses the button with those words. */
    Screen presses(String words) {
        page.getByRole(com.microsoft.playwright.options.AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words)).first().click();
        page.waitForLoadState();
        return this;
    }

    /** Writes into the field with that label. */
    Screen writes(String label, String text) {
        field(label).fill(text);
        return this;
    }

    /** The field with that label. */
    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(false)).first();
    }

    /** The heading of the page. */
    String heading() {
        return page.locator("h1").first().innerText();
    }

    /** All words in sight. */
    String words() {
        return page.locator("body").innerText();
    }

    /** Where it is, without the host. */
    String place() {
        return page.url().replace(Installation.stack().baseUrl(), "");
    }

    /**
     * What holds for every page: it names its language, has a title and one main heading, shows no key instead of words, has not complained in the
     * console (scripts, content security policy), needs no sideways scrolling at 320 pixels and meets WCAG 2.2 AA as far as axe can tell.
     */
    Screen isSound() {
        String where = page.url().replaceFirst("\\?.*", "");
        assertThat(page.locator("html").getAttribute("lang")).as("language of " + where).matches("(fr|en)(-(CA|FR|GB))?");
        assertThat(page.title()).as("title of " + where).isNotBlank();
        assertThat(page.locator("h1").count()).as("main headings of " + where).isEqualTo(1);
        assertThat(KEY.matcher(words()).results().map(r -> r.group()).toList()).as("keys in sight on " + where).isEmpty();
        assertThat(stickingOut()).as("what sticks out of " + where + " at " + NARROWEST + " pixels").isEmpty();
        assertThat(violations()).as("accessibility of " + where).isEmpty();
        assertThat(complaints).as("complaints on the way to " + where).isEmpty();
        return this;
    }

    /** Leaves a picture of the whole page in the folder of pictures, when pictures are wanted. */
    Screen picture(String name) {
        if (Album.OPEN) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(Journeys.PICTURES.resolve(name + "-" + device.name().toLowerCase(Locale.ROOT) + ".png")));
        }
        return this;
    }

    /** Forgets what the browser keeps for the application, as when a session has run out; the sign-in server still knows the person. */
    Screen losesItsSession() {
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName(SESSION));
        return this;
    }

    /** What another window needs to be signed in as well. */
    String session() {
        return context.storageState();
    }

    @Override
    public void close() {
        context.close();
    }

    /** What sticks out at the narrowest width, the innermost parts only. */
    private List<?> stickingOut() {
        page.setViewportSize(NARROWEST, device.height());
        Object parts = page.evaluate("""
            () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
              .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && ![...e.children].some(c => c.getBoundingClientRect().right > innerWidth + 1))
              .map(e => Math.round(e.getBoundingClientRect().right) + ' px: ' + e.outerHTML.slice(0, 150)).concat('scrolls to ' + document.documentElement.scrollWidth)""");
        page.setViewportSize(device.width(), device.height());
        return (List<?>) parts;
    }

    private List<String> violations() {
        return new AxeBuilder(page).withTags(STANDARDS).setLegacyMode(true).analyze().getViolations().stream().map(Screen::sentence).toList();
    }

    private static String sentence(Rule rule) {
        return rule.getHelp() + " (" + rule.getId() + "): " + rule.getNodes().stream().map(node -> node.getHtml().replaceAll("\\s+", " "))
            .map(html -> html.substring(0, Math.min(200, html.length()))).collect(Collectors.joining(" | "));
    }

    private static String bundles() {
        try (Stream<Path> files = Files.list(WORDS)) {
            return files.map(file -> file.getFileName().toString().split("_")[0]).distinct().sorted().collect(Collectors.joining("|"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
