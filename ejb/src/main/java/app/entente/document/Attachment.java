package app.entente.document;

/**
 * A file carried inside the document, such as the events of a signing for machines.
 *
 * @param name file name, with its extension
 * @param mediaType for instance {@code application/json}
 * @param description what it is, in the language of the document
 * @param bytes its content
 * @param relation how it stands to the page: {@code Data} it was made from, or an {@code Alternative} that says the same
 */
public record Attachment(String name, String mediaType, String description, byte[] bytes, String relation) {

    private static final String FACTUR_X = "factur-x.xml";

    /** Data that the document was made from. */
    public Attachment(String name, String mediaType, String description, byte[] bytes) {
        this(name, mediaType, description, bytes, "Data");
    }

    /** The same invoice for machines, of the profile EN 16931: the document becomes a Factur-X. */
    public static Attachment invoice(String description, byte[] xml) {
        return new Attachment(FACTUR_X, "text/xml", description, xml, "Alternative");
    }

    /** Whether it makes the document a Factur-X. */
    boolean facturX() {
        return FACTUR_X.equals(name);
    }
}
