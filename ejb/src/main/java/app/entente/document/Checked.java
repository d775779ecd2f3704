package app.entente.document;

import java.time.Instant;

/**
 * The answer of the public check.
 *
 * @param verdict genuine, altered or unknown
 * @param kind what the document is; empty when unknown
 * @param practice the practice's public name; empty when unknown
 * @param sealedAt when it was sealed, UTC; null when unknown
 * @param state {@code valid}, {@code superseded} or {@code revoked}
 * @param sha256 digest of the sealed bytes
 * @param certificateFingerprint SHA-256 of the certificate of the seal
 */
public record Checked(Verdict verdict, String kind, String practice, Instant sealedAt, String state, String sha256, String certificateFingerprint) {

    /** Nothing is known. */
    public static final Checked UNKNOWN = new Checked(Verdict.UNKNOWN, "", "", null, "", "", "");

    /** What can be said of a document. */
    public enum Verdict {
        /** These are the sealed bytes, or the code of a sealed document. */
        GENUINE,
        /** Something was changed since it was sealed, or it is another document than the code's. */
        ALTERED,
        /** It is none of ours, or no longer. */
        UNKNOWN
    }

    Checked as(Verdict other) {
        return new Checked(other, kind, practice, sealedAt, state, sha256, certificateFingerprint);
    }
}
