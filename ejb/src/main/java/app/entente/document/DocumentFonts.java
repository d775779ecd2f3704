package app.entente.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of the documents, parsed once per concurrent rendering: a parsed font is not promised to bear two threads,
 * so that each rendering borrows a whole set and gives it back.
 */
final class DocumentFonts {

    /** A face of a family, as the stylesheet names it. */
    private enum Face {

        SERIF("Source Serif 4", 400, FontStyle.NORMAL, "source-serif-4-regular"),
        SERIF_ITALIC("Source Serif 4", 400, FontStyle.ITALIC, "source-serif-4-italic"),
        SERIF_STRONG("Source Serif 4", 600, FontStyle.NORMAL, "source-serif-4-semibold"),
        SANS("Atkinson Hyperlegible Next", 400, FontStyle.NORMAL, "atkinson-hyperlegible-next-regular"),
        SANS_STRONG("Atkinson Hyperlegible Next", 600, FontStyle.NORMAL, "atkinson-hyperlegible-next-semibold");

        private final String family;
        private final int weight;
        private final FontStyle style;
        private final String file;

        Face(String family, int weight, FontStyle style, String file) {
            this.family = family;
            this.weight = weight;
            this.style = style;
            this.file = file;
        }
    }

    /** Fonts for one rendering at a time. */
    static final class FontSet {

        private final Map<Face, TrueTypeFont> fonts = new LinkedHashMap<>();
        private final CmapLookup printable;

        private FontSet() throws IOException {
            for (Face face : Face.values()) {
                fonts.put(face, parse(face));
            }
            printable = fonts.get(Face.SERIF).getUnicodeCmapLookup();
        }

        /** Offers every face to a document; those it uses are embedded, and only the characters it uses. */
        void offerTo(PdfRendererBuilder builder, PDDocument document) {
            fonts.forEach((face, font) -> builder.useFont(new OnDemand(document, font), face.family, face.weight,
                face.style, true));
        }

        /** Whether the serif, on which every other family falls back, can draw this character. */
        boolean draws(int codePoint) {
            return printable.getGlyphId(codePoint) != 0;
        }

        // Substituted glyphs such as ligatures have no character of their own: text copied from the page loses them.
        private static TrueTypeFont parse(Face face) throws IOException {
            try (InputStream file = DocumentFonts.class.getResourceAsStream("fonts/" + face.file + ".ttf")) {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
                font.setEnableGsub(false);
                return font;
            }
        }
    }

    /** A font of a document, made when first asked for. */
    private static final class OnDemand extends PDFontSupplier {

        private final PDDocument document;
        private final TrueTypeFont font;

        private OnDemand(PDDocument document, TrueTypeFont font) {
            super(null);
            this.document = document;
            this.font = font;
        }

        @Override
        public PDFont supply() {
            try {
                return PDType0Font.load(document, font, true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final Queue<FontSet> idle = new ConcurrentLinkedQueue<>();

    /** A set nobody else uses until it is given back. */
    FontSet borrow() {
        FontSet set = idle.poll();
        try {
            return set == null ? new FontSet() : set;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void giveBack(FontSet set) {
        idle.add(set);
    }
}
