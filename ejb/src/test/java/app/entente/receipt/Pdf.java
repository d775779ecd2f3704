package app.entente.receipt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

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

    /** How near to the right edge of its page the text comes, in points; negative when something is cut off. */
    static float rightMargin(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            float[] least = {Float.MAX_VALUE};
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    positions.forEach(position -> least[0] = Math.min(least[0], position.getPageWidth() - position.getXDirAdj() - position.getWidthDirAdj()));
                }
            };
            stripper.getText(document);
            return least[0];
        }
    }
}
