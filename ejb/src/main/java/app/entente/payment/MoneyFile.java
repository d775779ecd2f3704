package app.entente.payment;

/** A file to download. */
public record MoneyFile(String name, String mediaType, byte[] bytes) {
}
