package app.entente.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Somebody who is invited to work in a practice, with an account and a one-time-code device of their own. */
final class Helper {

    private static final int PERIOD_SECONDS = 30;
    private static final int PATIENCE_MS = 60_000;

    private final String name;
    private final String email;
    private byte[] key;
    private long lastStep;

    private Helper(String name, String email) {
        this.name = name;
        this.email = email;
    }

    static Helper called(String name) {
        return new Helper(name, "helper-" + System.nanoTime() + "@demo.example");
    }

    /** Somebody whom the platform invites to a practice of their own. */
    static Helper owner(String name, String email) {
        return new Helper(name, email);
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    /** The owner writes the invitation; answers the link of the mail that leaves. */
    String isInvited(Office office, String role) {
        Page page = office.page();
        office.screen().opens(office.who().home() + "/member/list");
        page.locator("[id='invite:name']").fill(name);
        page.locator("[id='invite:email']").fill(email);
        page.locator("[id='invite:role'] input[value=" + role + "]").check();
        office.screen().presses("Envoyer l’invitation");
        page.getByText("L’invitation part dans un instant.").waitFor();
        return new Mailbox(email).awaits(office.screen(), "/joining?t=").links().get(0);
    }

    /** Goes from the link through the mailbox to a password and a second factor. */
    void prepares(Screen screen, String link) {
        Page page = screen.page();
        screen.opens(link);
        screen.presses("Continuer");
        page.getByText("Nous vous avons écrit").first().waitFor();
        Album.keeps(screen, "joining-written");
        String issuer = Installation.stack().issuer();
        Mailbox.Letter letter = new Mailbox(email).awaits(screen, issuer);
        screen.opens(letter.links().stream().filter(address -> address.startsWith(issuer)).findFirst().orElseThrow());
        page.locator("main a, #kc-info-message a, .instruction a").first().click();
        page.locator("#password-new, [name=totp]").first().waitFor();
        if (page.locator("[name=totpSecret]").count() > 0) {
            enrols(page);
            page.locator("#password-new").waitFor();
            chooses(page);
        } else {
            chooses(page);
            page.locator("[name=totp]").waitFor();
            enrols(page);
        }
        page.waitForLoadState();
    }

    /** Opens a place of the application and signs in where that is asked; the second factor must be asked for. */
    void enters(Screen screen, String place) {
        Page page = screen.page();
        screen.opens(place);
        if (page.url().startsWith(Installation.stack().issuer())) {
            page.locator("[name=username]").fill(email);
            page.locator("[name=password]").fill(Newcomer.PASSWORD);
            page.locator("[name=password]").press("Enter");
            page.locator("[name=otp]").waitFor();
            page.locator("[name=otp]").fill(code());
            page.locator("[name=otp]").press("Enter");
        }
        page.waitForURL(url -> url.startsWith(Installation.stack().baseUrl()), new Page.WaitForURLOptions().setTimeout(PATIENCE_MS));
    }

    private static void chooses(Page page) {
        page.locator("#password-new").fill(Newcomer.PASSWORD);
        page.locator("#password-confirm").fill(Newcomer.PASSWORD);
        page.locator("#password-confirm").press("Enter");
    }

    private void enrols(Page page) {
        key = page.locator("[name=totpSecret]").inputValue().getBytes(StandardCharsets.UTF_8);
        page.locator("[name=totp]").fill(code());
        if (page.locator("[name=userLabel]").count() > 0) {
            page.locator("[name=userLabel]").fill("telephone");
        }
        page.locator("[name=totp]").press("Enter");
        page.locator("[name=totp]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** The next one-time code; each is good once, and the one of the coming half minute is taken already. */
    private String code() {
        lastStep = Math.max(Instant.now().getEpochSecond() / PERIOD_SECONDS, lastStep + 1);
        return OneTimeCode.of(key, lastStep);
    }
}
