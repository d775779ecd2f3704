package app.entente.receipt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Looks into a PDF. */
final class Pdf {

    private Pdf() { }

    /** Its text, a space for every run of blanks. */
    static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[ \\n\\r]+", " ");
        }
    }

    /** The text of a file inside it. */
    static String attached(byte[] pdf, String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            byte[] file = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get(name).getEmbeddedFile().toByteArray();
            return new String(file, StandardCharsets.UTF_8);
        }
    }
}
