package app.entente.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.text.PDFTextStripper;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** A sealed document in the hands of somebody who did not make it, with tools that are not ours. */
record SealedPdf(byte[] bytes) {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    /** Presses the link and keeps what comes. */
    static SealedPdf from(Screen screen, Locator link) {
        Download download = screen.page().waitForDownload(link::click);
        try {
            return new SealedPdf(Files.readAllBytes(download.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Poppler finds every signature valid and the last one over the whole file; where there is no Poppler this is said and nothing is checked. */
    void isWhole() throws IOException, InterruptedException {
        Path file = Files.createTempFile("sealed", ".pdf");
        try {
            Files.write(file, bytes);
            ProcessBuilder builder = new ProcessBuilder("pdfsig", "-nocert", file.toString()).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            Process process;
            try {
                process = builder.start();
            } catch (IOException e) {
                System.out.println("pdfsig is not installed (poppler-utils): the seal was not looked at by Poppler");
                return;
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(said.lines().filter(line -> line.contains("Signature Validation:"))).isNotEmpty()
                .allMatch(line -> line.contains("Signature is Valid."));
            assertThat(said).contains("Total document signed");
        } finally {
            Files.delete(file);
        }
    }

    /** VeraPDF finds no broken rule. */
    void conforms(PDFAFlavour... flavours) throws Exception {
        for (PDFAFlavour flavour : flavours) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(bytes), flavour);
                 PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                assertThat(result.getTestAssertions().stream().filter(a -> a.getStatus() == TestAssertion.Status.FAILED)
                    .map(a -> a.getRuleId().getClause() + " " + a.getMessage())).as("broken rules of " + flavour).isEmpty();
                assertThat(result.isCompliant()).as(flavour.toString()).isTrue();
            }
        }
    }

    /** The words in it, with spaces of every kind as plain ones. */
    String text() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00A0\u202F]+", " ");
        }
    }

    /** The files inside it, by name. */
    Map<String, byte[]> attachments() throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            Map<String, byte[]> files = new TreeMap<>();
            PDEmbeddedFilesNameTreeNode tree = document.getDocumentCatalog().getNames().getEmbeddedFiles();
            collect(tree, files);
            return files;
        }
    }

    /** The same file with one byte changed, well inside. */
    SealedPdf altered() {
        byte[] changed = bytes.clone();
        changed[2000] ^= 1;
        return new SealedPdf(changed);
    }

    private static void collect(PDNameTreeNode<PDComplexFileSpecification> node, Map<String, byte[]> files) throws IOException {
        if (node.getNames() != null) {
            for (Map.Entry<String, PDComplexFileSpecification> entry : node.getNames().entrySet()) {
                files.put(entry.getValue().getFilename(), entry.getValue().getEmbeddedFile().toByteArray());
            }
        }
        if (node.getKids() != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                collect(kid, files);
            }
        }
    }
}
