package app.entente.journey.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * What came back.
 *
 * @param asked the request, as a person would say it: method and address
 * @param uri the address that answered
 * @param nanos how long it took
 */
public record Reply(String asked, URI uri, int status, HttpHeaders headers, byte[] bytes, long nanos) {

    private static final Pattern CHANGING = Pattern.compile(
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=nonce=\")[^\"]+|(?<=nonce-)[^'\"]+|-?\\d{9,}:-?\\d{9,}|(?<=csp\\.init\\(')[^']+"
            + "|(?<=\"revision\":)\\d+|(?<=name=\"(primefaces\\.nonce|_csrf)\" value=\")[^\"]*|\\d{4}-\\d{4}|(?<=/[wcp]/)[a-z0-9-]+|(?<=%2F[wcp]%2F)[a-z0-9-]+");

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public Document page() {
        return Jsoup.parse(text(), uri.toString());
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    boolean isPdf() {
        return bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D' && bytes[3] == 'F';
    }

    /** Everything that can be read in it: body, the words of a PDF, every header. */
    String everything() {
        StringBuilder all = new StringBuilder(text()).append('\n');
        headers.map().forEach((name, values) -> all.append(name).append(": ").append(String.join(", ", values)).append('\n'));
        if (isPdf()) {
            try (PDDocument document = Loader.loadPDF(bytes)) {
                all.append(new PDFTextStripper().getText(document));
                document.getDocumentInformation().getMetadataKeys().forEach(key -> all.append(document.getDocumentInformation().getCustomMetadataValue(key)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toString();
    }

    /** Status, where it leads and the whole body, without what differs from one request to the next: two of these say whether two answers differ. */
    String likeness() {
        String where = header("Location").replaceAll("\\?.*", "?");
        if (status / 100 == 3) {
            return status + " " + CHANGING.matcher(where).replaceAll("~");
        }
        return status + " " + header("Content-Type") + " " + CHANGING.matcher(where).replaceAll("~") + "\n" + CHANGING.matcher(text()).replaceAll("~");
    }

    /** Status and length, for a sentence. */
    public String brief() {
        return status + " (" + likeness().length() + ")";
    }
}
