package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A practice brings its clients along from another tool, and takes them back. */
@ExtendWith(Journeys.class)
class ImportJourney {

    private static final String HOME = Person.MAUDE.home();
    private static final String TABLE = "Nom;Prénom;Né(e) le;Courriel;Couleur\r\nApporté;Éloïse;03/04/1990;eloise@example.org;bleu\r\nApporté;Ugo;31/02/1990;;\r\n"
        + "Apporté;Éloïse;03/04/1990;;vert\r\n";

    @Test
    void a_table_is_tried_taken_over_and_taken_back(Journeys journeys) {
        Screen screen = journeys.signedIn(Person.MAUDE, Device.PHONE);
        screen.reads(HOME + "/practice/show").follows("Reprendre des données");
        Album.keeps(screen, "archive-import");
        screen.page().locator("input[type=file]").setInputFiles(new FilePayload("anciens.csv", "text/csv", TABLE.getBytes(Charset.forName("windows-1252"))));
        screen.presses("Continuer");
        screen.page().waitForURL(url -> url.contains("/archive/mapping"));
        assertThat(screen.isSound().words()).contains("anciens.csv", "windows-1252", "Éloïse");
        Album.keeps(screen, "archive-mapping");
        screen.presses("Essayer à blanc");
        screen.page().waitForURL(url -> url.contains("/archive/preview"));
        assertThat(screen.isSound().words()).contains("31/02/1990", "plus haut dans le fichier");
        Album.keeps(screen, "archive-preview");
        screen.presses("Reprendre");
        screen.page().waitForURL(url -> url.contains("/archive/show"));
        screen.page().getByText("Retirer tout ce qui a été repris").waitFor();
        Album.keeps(screen, "archive-show");
        String place = screen.place();
        screen.reads(HOME + "/file/list?q=apport%C3%A9");
        assertThat(screen.words()).contains("Éloïse Apporté").doesNotContain("Ugo");
        screen.reads(place).presses("Retirer tout ce qui a été repris");
        screen.page().locator("dialog[open] button").last().click();
        screen.page().getByText("Retiré", new Page.GetByTextOptions().setExact(true)).first().waitFor();
        screen.reads(HOME + "/file/list?q=apport%C3%A9");
        assertThat(screen.words()).doesNotContain("Éloïse Apporté");
    }

    @Test
    void past_meetings_and_receipts_of_another_tool_find_their_file(Journeys journeys) {
        Screen screen = journeys.signedIn(Person.MAUDE, Device.DESKTOP);
        tries(screen, "rencontres", "seances.csv", "Nom;Prénom;Date;Heure;Durée;Service;Statut\nTremblay;Noa;04/11/2019;14 h 30;50 min;Rencontre de soutien;tenue\n"
            + "Tremblay;Noa;05/11/2019;14 h 30;200;Rencontre de soutien;tenue\n");
        assertThat(screen.words()).contains("Ligne", "60");
        done(screen);
        tries(screen, "reçus", "recus.csv", "Numéro;Nom;Prénom;Date;Montant;Libellé\nA-2019-17;Tremblay;Noa;04/11/2019;110,00 $;Rencontre\n"
            + "A-2019-18;Tremblay;Noa;04/11/2019;cent dix;Rencontre\nA-2019-17;Tremblay;Noa;04/11/2019;110,00 $;Rencontre\n");
        assertThat(screen.isSound().words()).contains("« cent dix »", "plus haut dans le fichier");
        Album.keeps(screen, "archive-preview-receipts");
        done(screen);
        screen.follows("Voir les reçus repris");
        assertThat(screen.page().locator("tbody tr").count()).isEqualTo(1);
        assertThat(screen.page().locator("tbody tr").innerText()).contains("A-2019-17", "Noa Tremblay", "110,00");
        Album.keeps(screen, "archive-receipts");
        screen.page().locator("tbody a").first().click();
        screen.page().locator("#earlier").waitFor();
        assertThat(screen.page().locator("#earlier").innerText()).contains("A-2019-17");
        Album.keeps(screen, "file-receipts-earlier");
        screen.reads(HOME + "/receipt/list");
        assertThat(screen.words()).doesNotContain("A-2019-17");
        tries(screen, "reçus", "recus.csv", "Numéro;Nom;Prénom;Date;Montant;Libellé\nA-2019-17;Tremblay;Noa;04/11/2019;110,00 $;Rencontre\n");
        assertThat(screen.words()).contains("Déjà connues", "A-2019-17");
    }

    @Test
    void five_thousand_rows_come_in_the_background_stop_when_asked_and_go_back(Journeys journeys) throws Exception {
        try (Connection connection = Crowd.superuser(); Statement sql = connection.createStatement()) {
            sql.execute("update workspace set quota_clients = 100000 where slug = 'maude-lavigne'");
        }
        StringBuilder table = new StringBuilder("Nom;Prénom;Né(e) le;Courriel;Couleur\n");
        for (int i = 1; i <= 5000; i++) {
            table.append("Millier").append(i).append(";Ada;03/04/1990;a").append(i).append("@example.org;\n");
        }
        Screen screen = journeys.signedIn(Person.MAUDE, Device.DESKTOP);
        long begun = System.nanoTime();
        tries(screen, "personnes", "milliers.csv", table.toString());
        System.out.printf("5,000 rows uploaded, matched and tried in %.1f s%n", (System.nanoTime() - begun) / 1e9);
        assertThat(screen.page().locator(".facts dd").nth(1).innerText().replaceAll("\\D", "")).isEqualTo("5000");
        screen.presses("Reprendre");
        screen.page().waitForURL(url -> url.contains("/archive/show"));
        screen.page().waitForFunction("() => document.querySelector('progress') && document.querySelector('progress').value > 0");
        Album.keeps(screen, "archive-progress");
        screen.presses("Arrêter");
        screen.page().getByText("Retirer tout ce qui a été repris").waitFor();
        screen.presses("Retirer tout ce qui a été repris");
        screen.page().locator("dialog[open] button").last().click();
        screen.page().getByText("Retiré", new Page.GetByTextOptions().setExact(true)).first()
            .waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        screen.reads(HOME + "/file/list?q=millier");
        assertThat(screen.words()).doesNotContain("Millier1");
    }

    @Test
    void a_file_that_cannot_be_taken_is_refused_on_the_same_page(Journeys journeys) {
        Screen screen = journeys.signedIn(Person.MAUDE, Device.PHONE);
        refused(screen, null, "Choisissez un fichier.");
        refused(screen, "%PDF-1.7 \u0001".getBytes(StandardCharsets.ISO_8859_1), "n’est pas un tableau de texte");
        refused(screen, "Nom;Prénom\n".getBytes(StandardCharsets.UTF_8), "n’a que des titres");
        refused(screen, "Nom;Prénom\n".repeat(500_000).getBytes(StandardCharsets.UTF_8), "dépasse 5");
        refused(screen, new byte[12_000_000], "trop grand");
        screen.isSound();
    }

    private static void refused(Screen screen, byte[] content, String why) {
        screen.opens(HOME + "/archive/import");
        if (content != null) {
            screen.page().locator("input[type=file]").setInputFiles(new FilePayload("essai.csv", "text/csv", content));
        }
        screen.presses("Continuer");
        screen.page().locator(".messages .error", new Page.LocatorOptions().setHasText(why)).waitFor();
        assertThat(screen.place()).contains("/archive/import");
    }

    /** Uploads a table of that kind and goes on to its dry run, with the columns as they are recognised. */
    private static void tries(Screen screen, String kind, String name, String table) {
        screen.opens(HOME + "/archive/import");
        screen.page().locator("label", new Page.LocatorOptions().setHasText(kind)).first().click();
        screen.page().locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        screen.presses("Continuer");
        screen.page().waitForURL(url -> url.contains("/archive/mapping"));
        screen.presses("Essayer à blanc");
        screen.page().waitForURL(url -> url.contains("/archive/preview"));
    }

    private static void done(Screen screen) {
        screen.presses("Reprendre");
        screen.page().waitForURL(url -> url.contains("/archive/show"));
        screen.page().getByText("Retirer tout ce qui a été repris").waitFor();
    }
}
