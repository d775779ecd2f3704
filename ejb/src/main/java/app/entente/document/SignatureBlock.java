package app.entente.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What shows on a document that somebody signed.
 *
 * @param name the name as typed when signing
 * @param capacity in what quality, for instance « Cliente »
 * @param drawing a PNG of the drawn signature, if there was one
 * @param drawingDescription said instead of the drawing to those who hear the page
 * @param details small lines below: when, the fingerprint of what was read
 */
public record SignatureBlock(String name, String capacity, Optional<byte[]> drawing, String drawingDescription,
                             List<String> details) {

    /** A signature by typed name alone. */
    public static SignatureBlock typed(String name, String capacity, String... details) {
        return new SignatureBlock(name, capacity, Optional.empty(), "", List.of(details));
    }

    /** The same, with the picture of a drawn signature. */
    public SignatureBlock drawn(byte[] png, String description) {
        return new SignatureBlock(name, capacity, Optional.of(png), description, details);
    }

    /** The blocks, two abreast, to put in the body. */
    public static Html html(Collection<SignatureBlock> blocks) {
        return Html.element("div", "signatures", blocks.stream().map(SignatureBlock::html).toArray(Html[]::new));
    }

    private Html html() {
        List<Html> parts = new ArrayList<>();
        parts.add(Html.element("p", "hand", drawing.map(png -> Html.image("drawing", png, drawingDescription))
            .orElseGet(() -> Html.element("em", "", Html.text(name)))));
        parts.add(Html.element("p", "signatory", Html.strong(name), Html.text(", " + capacity)));
        details.forEach(line -> parts.add(Html.element("p", "detail", Html.text(line))));
        return Html.element("div", "signature", parts.toArray(Html[]::new));
    }
}
