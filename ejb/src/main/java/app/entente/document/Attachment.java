package app.entente.document;

/**
 * A file carried inside the document, such as the events of a signing for machines.
 *
 * @param name file name, with its extension
 * @param mediaType for instance {@code application/json}
 * @param description what it is, in the language of the document
 * @param bytes its content
 */
public record Attachment(String name, String mediaType, String description, byte[] bytes) { }
