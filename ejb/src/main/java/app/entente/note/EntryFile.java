package app.entente.note;

/**
 * A sealed entry to download.
 *
 * @param name name of the file, in ASCII letters, digits and hyphens
 * @param bytes the PDF as it was sealed
 */
public record EntryFile(String name, byte[] bytes) {
}
