package app.entente.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives journeys their people: a parameter of type {@link Journeys} opens screens, and all of them are closed after each test. When a test
 * fails, every open screen leaves a picture in {@code target/pictures}. One installation and one browser serve the whole run.
 */
final class Journeys implements ParameterResolver, AfterEachCallback {

    static final Path PICTURES = Path.of("target", "pictures");
    private static final Map<Person, String> SESSIONS = new EnumMap<>(Person.class);
    private static Playwright playwright;
    private static Browser browser;

    private final List<Screen> open = new ArrayList<>();

    /** A visitor who is not signed in, and whose browser asks for that language ({@code fr} or {@code en}). */
    Screen visitor(Device device, String language) {
        return opened(new Screen(browser(), device, language, null));
    }

    /** Somebody signed in. The first time through the real pages of the sign-in server; afterwards with the session of then. */
    Screen signedIn(Person person, Device device) {
        String session = SESSIONS.get(person);
        if (session == null) {
            Screen screen = freshlySignedIn(person, device);
            SESSIONS.put(person, screen.session());
            return screen;
        }
        return opened(new Screen(browser(), device, "fr", session));
    }

    /** Forgets the session somebody had, because it was ended: who comes next signs in again. */
    void forgets(Person person) {
        SESSIONS.remove(person);
    }

    /** Somebody who signs in now, with a session that nobody else uses. */
    Screen freshlySignedIn(Person person, Device device) {
        Screen screen = visitor(device, "fr");
        screen.opens(person.home());
        new SignInPages(screen).signIn(person);
        return screen;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Journeys.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return this;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        int number = 0;
        for (Screen screen : open) {
            if (context.getExecutionException().isPresent()) {
                screen.picture("failed-" + context.getRequiredTestClass().getSimpleName() + "-" + context.getRequiredTestMethod().getName() + "-" + number++);
            }
            screen.close();
        }
        open.clear();
    }

    private Screen opened(Screen screen) {
        open.add(screen);
        return screen;
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(List.of("--disable-dev-shm-usage"));
            Chromium.program().ifPresent(options::setExecutablePath);
            playwright = Playwright.create();
            browser = playwright.chromium().launch(options);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close the browser"));
        }
        return browser;
    }
}
