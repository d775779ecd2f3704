package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody who is invited to their space and has no account yet. */
record Newcomer(String given, String family, String email, String word) {

    static final String PASSWORD = "Essai-de-phrase-longue-2026";
    private static final int PATIENCE_MS = 60_000;

    static Newcomer called(String given, String family) {
        return new Newcomer(given, family, given.toLowerCase(java.util.Locale.ROOT) + "-" + System.nanoTime() + "@demo.example", "tilleul");
    }

    String name() {
        return given + " " + family;
    }

    /** The practitioner invites from the file, with a word agreed upon; answers the link in the mail. */
    String isInvited(Office office, String file) {
        office.screen().opens(file);
        Page page = office.page();
        page.locator("#access summary").click();
        page.locator("[id='invite:fact'] input[value=word]").check();
        page.locator("[id='invite:word']").fill(word);
        Album.keeps(office.screen(), "invitation-asking");
        page.locator("form[id=invite] [type=submit]").click();
        page.getByText("L’invitation part.").waitFor();
        return invitation(office.screen()).links().get(0);
    }

    /** The mail with the link. */
    Mailbox.Letter invitation(Screen screen) {
        return new Mailbox(email).awaits(screen, Installation.stack().baseUrl() + "/p/");
    }

    /** Gives an answer on the page of the invitation. */
    void answers(Screen screen, String answer) {
        screen.page().locator("[id='invitation:word']").fill(answer);
        screen.page().locator("form[id=invitation] [type=submit]").click();
        screen.page().waitForLoadState();
    }

    /** Answers right, then chooses a password where the sign-in server's mail leads. */
    void accepts(Screen screen, String link) {
        screen.opens(link);
        answers(screen, word);
        choosesPassword(screen);
    }

    void choosesPassword(Screen screen) {
        Page page = screen.page();
        String issuer = Installation.stack().issuer();
        Mailbox.Letter letter = new Mailbox(email).awaits(screen, issuer);
        screen.opens(letter.links().stream().filter(link -> link.startsWith(issuer)).findFirst().orElseThrow());
        Album.keeps(screen, "account-begin");
        Locator proceed = page.locator("main a, #kc-info-message a, .instruction a").first();
        proceed.click();
        page.locator("#password-new").waitFor();
        Album.keeps(screen, "account-password");
        page.locator("#password-new").fill(PASSWORD);
        page.locator("#password-confirm").fill(PASSWORD);
        page.locator("#password-confirm").press("Enter");
        page.locator("#password-new").waitFor(new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        page.waitForLoadState();
        Album.keeps(screen, "account-ready");
    }

    /** Comes in for the first time; ends on the page that was asked for. */
    void enters(Screen screen, String place) {
        screen.opens(place);
        Page page = screen.page();
        if (page.url().startsWith(Installation.stack().issuer())) {
            page.locator("[name=username]").fill(email);
            page.locator("[name=password]").fill(PASSWORD);
            page.locator("[name=password]").press("Enter");
        }
        page.waitForURL(url -> url.startsWith(Installation.stack().baseUrl() + place), new Page.WaitForURLOptions().setTimeout(PATIENCE_MS));
        assertThat(page.locator("h1").count()).isEqualTo(1);
    }
}
