package app.entente.document;

import java.util.Locale;
import java.util.Optional;

/**
 * All that a document is made of. Begin with {@link #titled}, add what there is, hand it to the renderer:
 *
 * <pre>
 * DocumentSource.titled("Reçu 2026-014", "Reçu de Noa Tremblay, novembre 2026", Locale.CANADA_FRENCH)
 *     .on(Paper.LETTER).from(letterhead).under("3 novembre 2026").saying(body).checkedBy(mark)
 * </pre>
 *
 * @param title the title, printed above the text and shown by readers
 * @param description one sentence about the document, for its metadata
 * @param language the language of the whole
 * @param paper the sheet; A4 unless said
 * @param letterhead who writes
 * @param subtitle a line under the title: number, date
 * @param body the text
 * @param check how to ask whether it is genuine
 * @param attachment a file inside it
 */
public record DocumentSource(String title, String description, Locale language, Paper paper,
                             Optional<Letterhead> letterhead, String subtitle, Html body, Optional<CheckMark> check,
                             Optional<Attachment> attachment) {

    /** @throws IllegalArgumentException when the title or the description says nothing */
    public DocumentSource {
        if (title.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException("a document has a title and a description");
        }
    }

    /** An empty A4 document. */
    public static DocumentSource titled(String title, String description, Locale language) {
        return new DocumentSource(title, description, language, Paper.A4, Optional.empty(), "", Html.all(),
            Optional.empty(), Optional.empty());
    }

    /** On this sheet. */
    public DocumentSource on(Paper sheet) {
        return new DocumentSource(title, description, language, sheet, letterhead, subtitle, body, check, attachment);
    }

    /** With this head. */
    public DocumentSource from(Letterhead head) {
        return new DocumentSource(title, description, language, paper, Optional.of(head), subtitle, body, check,
            attachment);
    }

    /** With this line under the title. */
    public DocumentSource under(String line) {
        return new DocumentSource(title, description, language, paper, letterhead, line, body, check, attachment);
    }

    /** With this text. */
    public DocumentSource saying(Html... pieces) {
        return new DocumentSource(title, description, language, paper, letterhead, subtitle, Html.all(pieces), check,
            attachment);
    }

    /** With this check code at the foot of the last page. */
    public DocumentSource checkedBy(CheckMark mark) {
        return new DocumentSource(title, description, language, paper, letterhead, subtitle, body, Optional.of(mark),
            attachment);
    }

    /** With this file inside, which makes it PDF/A-3a. */
    public DocumentSource carrying(Attachment file) {
        return new DocumentSource(title, description, language, paper, letterhead, subtitle, body, check,
            Optional.of(file));
    }
}
