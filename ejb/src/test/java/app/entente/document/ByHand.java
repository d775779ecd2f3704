package app.entente.document;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The floor that drawing is measured against: the same words in the same five faces, the same code as a picture, rules and the colour profile, put on
 * the page by hand with PDFBox; fonts read once. No tags, no layout, no metadata.
 */
public final class ByHand {

    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private static final List<String> FACES = List.of("source-serif-4-regular", "source-serif-4-italic", "source-serif-4-semibold",
        "atkinson-hyperlegible-next-regular", "atkinson-hyperlegible-next-semibold");

    private final List<TrueTypeFont> fonts = new ArrayList<>();

    /** Reads the fonts. */
    public ByHand() throws Exception {
        for (String face : FACES) {
            try (InputStream in = DocumentRenderer.class.getResourceAsStream("fonts/" + face + ".ttf")) {
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
                font.setEnableGsub(false);
                fonts.add(font);
            }
        }
    }

    /** One page. */
    public byte[] draw(List<String> words, String address) throws Exception {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024)) {
            List<PDType0Font> types = new ArrayList<>();
            for (TrueTypeFont font : fonts) {
                types.add(PDType0Font.load(document, font, true));
            }
            PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(SRGB));
            intent.setInfo("sRGB");
            intent.setOutputConditionIdentifier("sRGB");
            document.getDocumentCatalog().addOutputIntent(intent);
            PDPage page = new PDPage(PDRectangle.LETTER);
            document.addPage(page);
            PDImageXObject code = PDImageXObject.createFromByteArray(document, QrCodePicture.png(address), "code");
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                float line = 740;
                for (int i = 0; i < words.size(); i++) {
                    content.beginText();
                    content.setFont(types.get(i % types.size()), 10);
                    content.newLineAtOffset(60, line);
                    content.showText(words.get(i).replace('\n', ' '));
                    content.endText();
                    content.moveTo(60, line - 3);
                    content.lineTo(540, line - 3);
                    content.stroke();
                    line -= 14;
                }
                content.drawImage(code, 60, 40, 60, 60);
            }
            document.save(out);
            return out.toByteArray();
        }
    }
}
