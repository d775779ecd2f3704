package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Signing without touching anything but the keys. */
@ExtendWith(Journeys.class)
class KeyboardJourney {

    private static final int MOST_STEPS = 120;

    @Test
    void a_client_reads_consents_and_signs_with_the_keyboard_alone(Journeys journeys) {
        Office office = Office.of(Person.MAUDE, journeys);
        Office.Sent sent = office.agrees(office.findsFile("Noa"));
        Screen screen = journeys.signedIn(Person.NOA, Device.DESKTOP);
        Page page = screen.page();
        screen.opens(Person.NOA.home());

        walksTo(page, page.locator("#awaits a[href$='" + sent.signing() + "']"));
        page.keyboard().press("Enter");
        Signatory noa = Signatory.of(screen);
        noa.name().waitFor();
        for (Locator box : noa.boxes().all()) {
            walksTo(page, box);
            page.keyboard().press("Space");
            assertThat(box.isChecked()).isTrue();
        }
        walksTo(page, noa.name());
        page.keyboard().type("Noa Tremblay");
        walksTo(page, noa.button());
        screen.picture("keyboard-sign");
        page.keyboard().press("Enter");
        noa.isAsked();
        walksTo(page, page.locator("#password"));
        page.keyboard().type(Installation.stack().demoPassword());
        page.keyboard().press("Enter");
        noa.comesBack();
        assertThat(screen.words()).contains("C’est signé. Merci.");
        walksTo(page, page.locator("main .actions a").first());
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.endsWith("/documents"));
        screen.isSound();
    }

    /** Presses Tab until that is where one is; on the way one always sees where one is. */
    private static void walksTo(Page page, Locator target) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if ((Boolean) target.evaluate("e => e === document.activeElement")) {
                assertThat((Boolean) target.evaluate("""
                    e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'; }"""))
                    .as("the focus on " + target + " can be seen").isTrue();
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(target + " is not reached with the Tab key");
    }
}
