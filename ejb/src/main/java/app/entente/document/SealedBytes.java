package app.entente.document;

import java.time.Instant;

/**
 * A sealed document and what the evidence says of its seal.
 *
 * @param pdf the bytes to keep and to give
 * @param sha256Before digest of the document before the seal, 64 hexadecimal digits
 * @param sha256After digest of {@code pdf}
 * @param certificateFingerprint SHA-256 of the certificate of the seal
 * @param stampedAt the time the authority wrote
 * @param stampSerial serial number of the time-stamp, in hexadecimal
 */
public record SealedBytes(byte[] pdf, String sha256Before, String sha256After, String certificateFingerprint,
                          Instant stampedAt, String stampSerial) { }
