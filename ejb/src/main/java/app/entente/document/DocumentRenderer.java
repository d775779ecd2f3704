package app.entente.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * Makes the PDF of a document: tagged, PDF/A-2a and PDF/UA-1, or PDF/A-3a when it carries a file. Fonts are embedded
 * in part, nothing is read from a file or the network. Two renderings of one source differ in a few bytes: keep the
 * bytes, never render again to compare.
 */
@ApplicationScoped
public class DocumentRenderer {

    private static final byte[] SRGB = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    private final DocumentFonts fonts = new DocumentFonts();
    private final String stylesheet = stylesheet();

    /** A renderer whose fonts are read on its first use. */
    public DocumentRenderer() {
        XRLog.setLoggingEnabled(false);
    }

    /** Makes a small document and forgets it, so that the first real one does not wait. */
    public void warmUp() {
        render(DocumentSource.titled("Entente", "Entente", Locale.FRENCH).saying(Html.paragraph("é"))
            .from(new Letterhead("Entente", List.of(), List.of())));
    }

    /**
     * The bytes of the PDF.
     *
     * @throws UnprintableText naming the characters that the fonts cannot draw
     */
    public byte[] render(DocumentSource source) {
        return render(DocumentPage.of(source, stylesheet), source);
    }

    byte[] render(String page, DocumentSource source) {
        DocumentFonts.FontSet set = fonts.borrow();
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024)) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.usePdfUaAccessibility(true);
            builder.usePdfAConformance(source.attachment().isPresent() ? PdfAConformance.PDFA_3_A : PdfAConformance.PDFA_2_A);
            builder.useColorProfile(SRGB);
            builder.withProducer("Entente");
            builder.useUnicodeLineBreaker(new LineBreaks(source.language()));
            for (ExternalResourceControlPriority priority : ExternalResourceControlPriority.values()) {
                builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:image/png;base64,"), priority);
            }
            set.offerTo(builder, document);
            builder.withHtmlContent(PrintableText.of(page, set::draws), null);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                if (source.attachment().isPresent()) {
                    attach(document, source.attachment().get());
                }
                document.save(out);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fonts.giveBack(set);
        }
    }

    private static void attach(PDDocument document, Attachment attachment) throws IOException {
        PDEmbeddedFile file = new PDEmbeddedFile(document, new ByteArrayInputStream(attachment.bytes()), COSName.FLATE_DECODE);
        file.setSubtype(attachment.mediaType());
        file.setSize(attachment.bytes().length);
        file.setModDate(Calendar.getInstance());
        PDComplexFileSpecification specification = new PDComplexFileSpecification();
        specification.setFile(attachment.name());
        specification.setFileUnicode(attachment.name());
        specification.setFileDescription(attachment.description());
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setItem(COSName.getPDFName("AFRelationship"), COSName.getPDFName(attachment.relation()));
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(attachment.name(), specification));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.AF, associated);
        if (attachment.facturX()) {
            FacturXMetadata.announce(document, attachment.name());
        }
    }

    private static String stylesheet() {
        try (InputStream css = DocumentRenderer.class.getResourceAsStream("document.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
