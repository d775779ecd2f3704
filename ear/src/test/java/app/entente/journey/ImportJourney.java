package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
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
        screen.page().getByText("Retiré", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).first().waitFor();
        screen.reads(HOME + "/file/list?q=apport%C3%A9");
        assertThat(screen.words()).doesNotContain("Éloïse Apporté");
    }
}
