package app.entente.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;

/** The pages of the sign-in server, as a person goes through them. */
record SignInPages(Screen screen) {

    /** Name, password and, where it is asked for, the second factor; who has none yet sets one up. Ends on the page that was asked for. */
    void signIn(Person person) {
        Page page = screen.page();
        page.locator("[name=username]").waitFor();
        screen.isSound();
        page.locator("[name=username]").fill(person.email());
        if (page.locator("[name=password]").count() == 0) {
            page.locator("[name=username]").press("Enter");
        }
        page.locator("[name=password]").fill(Installation.stack().demoPassword());
        page.locator("[name=password]").press("Enter");
        page.waitForURL(url -> !onForm(url, "[name=password]"));
        if (inside(page)) {
            return;
        }
        secondFactor(person);
        page.waitForURL(url -> url.startsWith(Installation.stack().baseUrl()));
    }

    private void secondFactor(Person person) {
        Page page = screen.page();
        screen.isSound();
        Locator secret = page.locator("[name=totpSecret]");
        if (secret.count() > 0) {
            person.uses(secret.inputValue().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            page.locator("[name=totp]").fill(person.code());
            Locator label = page.locator("[name=userLabel]");
            if (label.count() > 0) {
                label.fill(person.name().toLowerCase(Locale.ROOT));
            }
            page.locator("[name=totp]").press("Enter");
        } else {
            page.locator("[name=otp]").fill(person.code());
            page.locator("[name=otp]").press("Enter");
        }
    }

    private boolean inside(Page page) {
        return page.url().startsWith(Installation.stack().baseUrl());
    }

    private boolean onForm(String url, String field) {
        return url.startsWith(Installation.stack().issuer()) && screen.page().locator(field).count() > 0;
    }
}
