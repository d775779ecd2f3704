package app.entente.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody in front of a document to sign: who is in the practice or who is accompanied. */
record Signatory(Screen screen, String password) {

    private static final int PATIENCE_MS = 60_000;

    static Signatory of(Screen screen) {
        return new Signatory(screen, Installation.stack().demoPassword());
    }

    /** The boxes of consent, each on its own. */
    Locator boxes() {
        return page().locator("form[id=sign] input[type=checkbox]");
    }

    Signatory ticksAll() {
        boxes().all().forEach(Locator::check);
        return this;
    }

    Locator name() {
        return page().locator("[id='sign:typedName']");
    }

    Signatory writes(String name) {
        name().fill(name);
        return this;
    }

    /** The one button that signs. */
    Locator button() {
        return page().locator("form[id=sign] [type=submit]");
    }

    /** Presses it; ends where the password is asked for. */
    Signatory presses() {
        button().click();
        return isAsked();
    }

    /** Waits until the sign-in server asks who is there. */
    Signatory isAsked() {
        page().locator("#password").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MS));
        return this;
    }

    /** Gives the password; ends on the page of the document. The first document that is sealed takes the longest. */
    Screen proves() {
        page().locator("#password").fill(password);
        page().locator("#password").press("Enter");
        comesBack();
        return screen;
    }

    /** Waits for the page of the document. */
    void comesBack() {
        page().waitForURL(url -> url.startsWith(Installation.stack().baseUrl()) && url.contains("/sign?"), new Page.WaitForURLOptions().setTimeout(PATIENCE_MS));
    }

    /** All of it, the short way. */
    Screen signs(String name) {
        return ticksAll().writes(name).presses().proves();
    }

    private Page page() {
        return screen.page();
    }
}
