package app.entente.receipt;

/**
 * Something that the place requires on a document and that is not there yet.
 *
 * @param what code of the field, the end of its message key {@code receipt.missing.…}
 * @param where where it is written: {@code practice}, {@code taxes}, {@code client} or {@code form}
 */
public record Missing(String what, String where) {
}
