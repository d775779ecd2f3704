package app.entente.document;

import app.entente.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The code printed on a document, by which anyone may ask whether it is genuine: 128 random bits, written as 26
 * characters of Crockford's base 32 in five groups ({@code 7KQ2M-…}). It says nothing about the document, and only
 * its digest is kept for look-up.
 */
public final class CheckCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BYTES = 16;
    private static final int CHARACTERS = 26;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bits;

    private CheckCode(byte[] bits) {
        this.bits = bits;
    }

    /** A new code nobody can guess. */
    public static CheckCode random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new CheckCode(bits);
    }

    /** The code of these 16 bytes. */
    public static CheckCode of(byte[] bits) {
        if (bits.length != BYTES) {
            throw new IllegalArgumentException("a check code has 16 bytes, not " + bits.length);
        }
        return new CheckCode(bits.clone());
    }

    /**
     * Reads a code as a person types it: in either case, with any spaces and hyphens, O for 0, I or L for 1.
     * Empty when it cannot be a code.
     */
    public static Optional<CheckCode> read(String typed) {
        String text = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\u00A0\\u202F\\u2010-\\u2014-]", "")
            .replace('O', '0').replace('I', '1').replace('L', '1');
        if (text.length() != CHARACTERS) {
            return Optional.empty();
        }
        byte[] bits = new byte[BYTES];
        int buffer = 0;
        int held = 0;
        int next = 0;
        for (int i = 0; i < CHARACTERS; i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Optional.empty();
            }
            buffer = buffer << 5 | digit;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bits[next++] = (byte) (buffer >> held);
                buffer &= (1 << held) - 1;
            }
        }
        return buffer == 0 ? Optional.of(new CheckCode(bits)) : Optional.empty();
    }

    /** The 26 characters without groups, for an address. */
    public String compact() {
        StringBuilder text = new StringBuilder(CHARACTERS);
        int buffer = 0;
        int held = 0;
        for (byte b : bits) {
            buffer = buffer << 8 | b & 0xFF;
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(ALPHABET.charAt(buffer >> held & 31));
            }
            buffer &= (1 << held) - 1;
        }
        return text.append(ALPHABET.charAt(buffer << 5 - held & 31)).toString();
    }

    /** The code in five groups joined by hyphens, for reading aloud and typing. */
    public String grouped() {
        String text = compact();
        StringBuilder grouped = new StringBuilder();
        for (int group = 0; group < 4; group++) {
            grouped.append(text, group * GROUP, (group + 1) * GROUP).append('-');
        }
        return grouped.append(text.substring(4 * GROUP)).toString();
    }

    /** What the database keeps and looks up: the digest of the compact form. */
    public Sha256 digest() {
        return Sha256.of(compact().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CheckCode code && Arrays.equals(bits, code.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }

    /** Never the code itself, which logs must not hold: the start of its digest. */
    @Override
    public String toString() {
        return "CheckCode#" + digest().hex().substring(0, 8);
    }
}
