package app.entente.document;

import static app.entente.document.Conformance.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class DocumentRendererTest {

    private static final DocumentRenderer RENDERER = new DocumentRenderer();

    static Stream<DocumentSource> documents() {
        return Stream.of(Samples.receipt(0), Samples.receipt(3), Samples.receipt(40), Samples.agreement());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_document_conforms_to_pdf_a_2a_and_pdf_ua(DocumentSource source) throws Exception {
        byte[] pdf = RENDERER.render(source);
        assertConforms(pdf, PDFAFlavour.PDFA_2_A);
        assertConforms(pdf, PDFAFlavour.PDFUA_1);
    }

    @Test
    void a_document_that_carries_a_file_conforms_to_pdf_a_3a() throws Exception {
        byte[] pdf = RENDERER.render(Samples.evidence());
        assertConforms(pdf, PDFAFlavour.PDFA_3_A);
        assertConforms(pdf, PDFAFlavour.PDFUA_1);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            byte[] carried = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get("evenements.json")
                .getEmbeddedFileUnicode().toByteArray();
            assertThat(carried).isEqualTo(Samples.evidence().attachment().orElseThrow().bytes());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void the_text_of_the_page_is_the_text_of_the_source(DocumentSource source) throws Exception {
        String page = squeezed(text(RENDERER.render(source)));
        for (String piece : source.body().markup().split("<[^>]+>")) {
            assertThat(page).contains(squeezed(plain(piece)));
        }
        assertThat(page).contains(squeezed(source.title()), squeezed(source.subtitle()), squeezed(Samples.CODE.grouped()));
    }

    @Test
    void the_check_code_stands_on_the_last_page_alone() throws Exception {
        try (PDDocument document = Loader.loadPDF(RENDERER.render(Samples.receipt(40)))) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            assertThat(stripper.getText(document)).contains("1 / 2").doesNotContain("Vérifier");
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(document)).contains("2 / 2", "Vérifier ce document", Samples.CODE.grouped());
        }
    }

    @Test
    void a_receipt_of_twelve_sessions_fits_one_letter_page() throws Exception {
        try (PDDocument document = Loader.loadPDF(RENDERER.render(Samples.receipt(12)))) {
            assertThat(document.getNumberOfPages()).isOne();
            assertThat(document.getPage(0).getMediaBox().getWidth()).isEqualTo(612);
            assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(792);
        }
    }

    @Test
    void an_agreement_of_france_is_on_a4() throws Exception {
        try (PDDocument document = Loader.loadPDF(RENDERER.render(Samples.agreement()))) {
            assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(841f, 843f);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr-FR");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Entente de services");
        }
    }

    @Test
    void characters_without_a_glyph_are_refused_by_name() {
        assertThatThrownBy(() -> RENDERER.render(saying("Pour عمر, 🙂")))
            .isInstanceOfSatisfying(UnprintableText.class, e -> assertThat(e.characters()).containsExactly("ع", "م", "ر", "🙂"))
            .hasMessageContaining("U+0639 ARABIC LETTER AIN").hasMessageContaining("U+1F642");
    }

    @Test
    void decomposed_accents_hints_and_rare_spaces_are_drawn_as_their_equals() throws Exception {
        byte[] pdf = RENDERER.render(saying("e\u0301te\u0301 peut\u2011e\u0302tre in\u00ADvi\u200Bsible a\u3000b"));
        assertThat(text(pdf).replace('\u00A0', ' ')).contains("été peut-être invisible a b");
    }

    @Test
    void a_local_file_is_not_embedded(@TempDir Path folder) throws Exception {
        Path secret = Files.write(folder.resolve("secret.png"), QrCodePicture.png("secret"));
        String page = """
            <html lang="fr"><head><title>T</title><meta name="description" content="D"/></head>
            <body><img alt="x" src="%s"/></body></html>""";
        assertThat(pictures(RENDERER.render(page.formatted(secret.toUri()), saying("")))).isZero();
        String inline = Html.image("picture", Files.readAllBytes(secret), "x").markup().replaceAll(".*src=\"([^\"]+)\".*", "$1");
        assertThat(pictures(RENDERER.render(page.formatted(inline), saying("")))).isOne();
    }

    @Test
    void what_a_person_typed_never_becomes_markup() throws Exception {
        byte[] pdf = RENDERER.render(DocumentSource.titled("<b>&", "\"'<", Locale.FRENCH)
            .saying(Html.prose("<script>alert(1)</script> & &eacute;")));
        assertThat(text(pdf)).contains("<b>&", "<script>alert(1)</script> & &eacute;");
    }

    @Test
    void an_elision_and_a_guillemet_never_part_at_the_end_of_a_line() throws Exception {
        String text = text(RENDERER.render(saying("« l’été d’après » ".repeat(80))));
        assertThat(text.lines()).noneMatch(line -> line.strip().endsWith("’") || line.strip().endsWith("«"));
        assertThat(text.lines()).noneMatch(line -> line.strip().startsWith("»"));
    }

    @Test
    void a_drawn_signature_with_a_see_through_ground_conforms() throws Exception {
        BufferedImage drawing = new BufferedImage(1200, 400, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = drawing.createGraphics();
        pen.setColor(Color.BLUE);
        pen.drawLine(10, 390, 1190, 10);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(drawing, "png", png);
        byte[] pdf = RENDERER.render(saying("").saying(SignatureBlock.html(List.of(SignatureBlock.typed("Noa Tremblay", "cliente")
            .drawn(png.toByteArray(), "Signature manuscrite de Noa Tremblay")))));
        assertThat(pictures(pdf)).isOne();
        assertConforms(pdf, PDFAFlavour.PDFA_2_A);
        assertConforms(pdf, PDFAFlavour.PDFUA_1);
    }

    @Test
    void only_a_png_with_a_description_is_a_picture() {
        assertThatIllegalArgumentException().isThrownBy(() -> Html.picture("GIF89a".getBytes(StandardCharsets.US_ASCII), "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Html.picture(QrCodePicture.png("x"), " "));
    }

    @Test
    void a_link_leads_to_a_page_a_mailbox_or_a_telephone_only() {
        assertThatIllegalArgumentException().isThrownBy(() -> Html.link("ici", URI.create("javascript:alert(1)")));
        assertThatIllegalArgumentException().isThrownBy(() -> Html.link("ici", URI.create("file:///etc/hostname")));
        assertThat(Html.link("ici", URI.create("tel:+14185550142")).markup()).contains("href=\"tel:+14185550142\"");
    }

    @Test
    void the_check_can_be_opened_from_the_page() throws Exception {
        try (PDDocument document = Loader.loadPDF(RENDERER.render(Samples.receipt(3)))) {
            assertThat(document.getPage(0).getAnnotations()).singleElement().isInstanceOfSatisfying(PDAnnotationLink.class,
                link -> assertThat(((PDActionURI) link.getAction()).getURI()).isEqualTo(Samples.CHECK.address().toString()));
        }
    }

    @Test
    void quebec_sets_no_space_before_high_punctuation_and_keeps_that_of_thousands() throws Exception {
        String line = "Bien\u202F; 1\u202F200,00\u00A0$";
        assertThat(text(RENDERER.render(saying(line)))).contains("Bien\u202F; 1\u202F200");
        assertThat(text(RENDERER.render(DocumentSource.titled("T", "D", Locale.CANADA_FRENCH).saying(Html.paragraph(line)))))
            .contains("Bien; 1\u202F200");
    }

    @Test
    void typed_paragraphs_and_lists_become_paragraphs_and_lists() {
        assertThat(Html.prose("Un\ndeux\n\n- a\n- b\nfin").markup())
            .isEqualTo("<p>Un<br/>deux</p><ul><li>a</li><li>b</li></ul><p>fin</p>");
    }

    @Test
    void several_documents_at_once_keep_their_own_text() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> texts = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String line = "Reçu de l’œuvre nº " + i + ", fini";
                texts.add(workers.submit(() -> text(RENDERER.render(saying(line)))));
            }
            for (int i = 0; i < texts.size(); i++) {
                assertThat(texts.get(i).get()).contains("Reçu de l’œuvre nº " + i + ", fini");
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static DocumentSource saying(String line) {
        return DocumentSource.titled("Essai", "Essai", Locale.FRENCH).saying(Html.paragraph(line));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00A0\\u202F]+", "");
    }

    private static String plain(String piece) {
        return piece.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
    }

    private static long pictures(byte[] pdf) throws IOException {
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            long pictures = 0;
            for (PDPage page : document.getPages()) {
                PDResources resources = page.getResources();
                Iterable<COSName> names = resources.getXObjectNames();
                pictures += StreamSupport.stream(names.spliterator(), false).filter(resources::isImageXObject).count();
            }
            return pictures;
        }
    }
}
