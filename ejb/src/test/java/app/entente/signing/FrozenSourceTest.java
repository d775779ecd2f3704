package app.entente.signing;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.document.Attachment;
import app.entente.document.DocumentRenderer;
import app.entente.document.DocumentSource;
import app.entente.document.FrozenSource;
import app.entente.document.Html;
import app.entente.document.Letterhead;
import app.entente.document.Paper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Rule 1 of the signing package: what was frozen is read back as it was, word for word. */
class FrozenSourceTest {

    private static final DocumentSource SOURCE = DocumentSource.titled("Entente « d’essai »", "Entente, avec Maude Lavigne", Locale.CANADA_FRENCH)
        .on(Paper.LETTER)
        .from(new Letterhead("Maude Lavigne, T.S.", List.of("Travailleuse sociale", "Permis 0001"), List.of("100, rue de l’Exemple", "450-555-0142")))
        .under("Noa Tremblay, 22 novembre 2026")
        .saying(Html.heading("Les \"honoraires\" & <taxes>"), Html.prose("Un prix\u00A0: 120,00\u00A0$.\n\n- un\n- deux"));

    @Test
    void rule_1_what_was_kept_is_read_back_whole() {
        DocumentSource back = FrozenSource.read(FrozenSource.write(SOURCE));
        assertThat(back).usingRecursiveComparison().isEqualTo(SOURCE);
        assertThat(FrozenSource.write(back)).isEqualTo(FrozenSource.write(SOURCE));
    }

    @Test
    void rule_1_a_source_without_a_head_is_read_back_without_one() {
        DocumentSource bare = DocumentSource.titled("Convention", "Convention d’essai", Locale.FRANCE).saying(Html.paragraph("Rien."));
        assertThat(FrozenSource.read(FrozenSource.write(bare))).usingRecursiveComparison().isEqualTo(bare);
    }

    @Test
    void rule_1_the_page_on_screen_says_the_words_of_the_paper() throws IOException {
        DocumentSource back = FrozenSource.read(FrozenSource.write(SOURCE));
        assertThat(FrozenSource.markup(back)).contains("Les &quot;honoraires&quot; &amp; &lt;taxes&gt;", "<li>deux</li>", "120,00\u00A0$");
        assertThat(words(new DocumentRenderer().render(back))).isEqualTo(words(new DocumentRenderer().render(SOURCE))).contains("<taxes>");
    }

    @Test
    void rule_1_what_comes_with_completion_is_not_kept() {
        DocumentSource carrying = SOURCE.carrying(new Attachment("a.json", "application/json", "Essai", "{}".getBytes(StandardCharsets.UTF_8)));
        assertThat(FrozenSource.read(FrozenSource.write(carrying)).attachment()).isEmpty();
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
