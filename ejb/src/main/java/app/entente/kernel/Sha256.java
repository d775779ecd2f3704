package app.entente.kernel;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest: 32 bytes, written as 64 lower-case hexadecimal digits. */
public record Sha256(byte[] bytes) {

    private static final int LENGTH = 32;

    /** @throws IllegalArgumentException unless there are exactly 32 bytes */
    public Sha256 {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 digest has 32 bytes, not " + bytes.length);
        }
        bytes = bytes.clone();
    }

    /** The digest of these bytes. */
    public static Sha256 of(byte[] content) {
        try {
            return new Sha256(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Reads 64 hexadecimal digits, in either case.
     *
     * @throws IllegalArgumentException when the text is anything else
     */
    public static Sha256 ofHex(String hex) {
        return new Sha256(HexFormat.of().parseHex(hex));
    }

    /** A copy of the 32 bytes. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The 64 lower-case hexadecimal digits. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 digest && MessageDigest.isEqual(bytes, digest.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
