package app.entente.journey;

import com.microsoft.playwright.Page;
import java.util.Locale;

/** Looks at a page as it is, in the hand and on the desk. */
final class Album {

    /** Whether pictures are wanted ({@code -Djourney.pictures=true}): they take a fifth of a run. */
    static final boolean OPEN = Boolean.getBoolean("journey.pictures");

    private Album() {
    }

    /** The page has to be sound; it leaves a picture of itself on a phone and on a desk: all of it, or what is in sight while it asks something. */
    static Screen keeps(Screen screen, String name) {
        screen.isSound();
        if (!OPEN) {
            return screen;
        }
        Page page = screen.page();
        var before = page.viewportSize();
        boolean asks = page.locator("dialog[open]").count() > 0;
        for (Device device : Device.values()) {
            page.setViewportSize(device.width(), device.height());
            page.screenshot(new Page.ScreenshotOptions().setFullPage(!asks)
                .setPath(Journeys.PICTURES.resolve(name + "-" + device.name().toLowerCase(Locale.ROOT) + ".png")));
        }
        page.setViewportSize(before.width, before.height);
        return screen;
    }
}
