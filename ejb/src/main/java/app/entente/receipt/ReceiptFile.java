package app.entente.receipt;

/**
 * A sealed receipt to download.
 *
 * @param name name of the file, in ASCII letters, digits and hyphens
 * @param bytes the PDF as it was sealed
 */
public record ReceiptFile(String name, byte[] bytes) {
}
