package app.entente.config;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * One audit chain, checked link by link as it is read. It computes every hash by itself and asks nothing of the database's own functions, which
 * whoever altered the chain could have altered too.
 */
final class AuditChain {

    private static final int HASH_BYTES = 32;

    private final boolean fromTheBeginning;
    private long expected = 1;
    private byte[] before = new byte[HASH_BYTES];
    private long entries;
    private String since;
    private long broken;
    private String reason = "";

    /**
     * A link as it was read.
     *
     * @param seq its number
     * @param at its time as it was hashed
     * @param previous hash of the one before, as it says
     * @param hash its own hash, as it says
     * @param fields what was hashed, in order; an empty text where there is nothing
     */
    record Link(long seq, String at, byte[] previous, byte[] hash, List<String> fields) {
    }

    private AuditChain(boolean fromTheBeginning) {
        this.fromTheBeginning = fromTheBeginning;
    }

    /** A chain that is checked from its first link on. */
    static AuditChain whole() {
        return new AuditChain(true);
    }

    /** A chain of which only the end is checked, taking the hash before its first link as that link says it. */
    static AuditChain end() {
        return new AuditChain(false);
    }

    /** Checks the next link; after the first broken one nothing more is looked at. */
    void take(Link link) {
        if (broken != 0) {
            return;
        }
        if (entries == 0 && !fromTheBeginning) {
            expected = link.seq();
            before = link.previous();
        }
        if (link.seq() != expected) {
            breaks(expected, "it is missing; the next one there is " + link.seq());
        } else if (!MessageDigest.isEqual(link.previous(), before)) {
            breaks(expected, "it does not follow from the one before");
        } else if (!MessageDigest.isEqual(link.hash(), hash(link.previous(), link.fields()))) {
            breaks(expected, "its content is not what was hashed");
        }
        if (since == null) {
            since = link.at();
        }
        before = link.hash();
        expected++;
        entries++;
    }

    /** Compares the end with the head that the database keeps beside the chain. */
    void head(long seq, byte[] hash) {
        if (broken != 0 || entries == 0 && !fromTheBeginning) {
            return;
        }
        if (seq != expected - 1) {
            breaks(Math.min(seq, expected - 1) + 1, "the head counts " + seq + " entries");
        } else if (seq > 0 && !Arrays.equals(hash, before)) {
            breaks(expected - 1, "the head does not name it");
        }
    }

    boolean sound() {
        return broken == 0;
    }

    long entries() {
        return entries;
    }

    /** Time of the first link that was looked at; null when there was none. */
    String since() {
        return since;
    }

    /** Number of the first link that does not hold; 0 when all do. */
    long firstBroken() {
        return broken;
    }

    String reason() {
        return reason;
    }

    /** SHA-256(0x00 ‖ 0x01 ‖ previous ‖ fields), each field with its length in four bytes before its UTF-8 bytes. */
    static byte[] hash(byte[] previous, List<String> fields) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.write(new byte[] {0, 1});
            out.write(previous);
            for (String field : fields) {
                byte[] text = field.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void breaks(long number, String why) {
        broken = number;
        reason = why;
    }
}
