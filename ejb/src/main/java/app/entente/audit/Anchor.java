package app.entente.audit;

import app.entente.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What all chains had come to at a moment. Its root is a Merkle root over their heads, chained to the root before. A chain appears under a pseudonym
 * that differs from one anchor to the next: who does not know a workspace's identifier cannot tell which line is its own.
 *
 * @param number counted from 1
 * @param at when the heads were read, UTC
 * @param previous root of the anchor before; zeros for the first
 * @param heads of the chains, by pseudonym in hexadecimal digits
 */
record Anchor(long number, Instant at, byte[] previous, TreeMap<String, Head> heads) {

    /** Stands for the platform's own chain. */
    static final UUID PLATFORM = new UUID(0, 0);
    static final int HASH_BYTES = 32;
    private static final String TITLE = "entente anchor 1";
    private static final HexFormat HEX = HexFormat.of();

    /** Number and hash of the last entry of a chain. */
    record Head(long seq, byte[] hash) {
    }

    static Anchor of(long number, Instant at, byte[] previous, Map<UUID, Head> chains) {
        TreeMap<String, Head> heads = new TreeMap<>();
        chains.forEach((chain, head) -> heads.put(pseudonym(number, previous, chain), head));
        return new Anchor(number, at, previous, heads);
    }

    /** The head of a chain in this anchor; null when the chain had no entry yet. */
    Head of(UUID chain) {
        return heads.get(pseudonym(number, previous, chain));
    }

    /** SHA-256(0x02 ‖ root before ‖ Merkle root), the tree as in RFC 6962 over SHA-256(0x00 ‖ pseudonym ‖ number ‖ hash). */
    byte[] root() {
        List<byte[]> leaves = new ArrayList<>();
        heads.forEach((pseudonym, head) -> leaves.add(hash(0, HEX.parseHex(pseudonym), ByteBuffer.allocate(Long.BYTES).putLong(head.seq()).array(), head.hash())));
        return hash(2, previous, leaves.isEmpty() ? new byte[HASH_BYTES] : tree(leaves));
    }

    /** As it is sealed: a line a head. */
    String text() {
        StringBuilder text = new StringBuilder(TITLE).append("\nnumber ").append(number).append("\nat ").append(at).append("\nprevious ").append(HEX.formatHex(previous))
            .append("\nroot ").append(HEX.formatHex(root())).append('\n');
        heads.forEach((pseudonym, head) -> text.append("head ").append(pseudonym).append(' ').append(head.seq()).append(' ').append(HEX.formatHex(head.hash())).append('\n'));
        return text.toString();
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException when it is none, or its root is not that of its lines
     */
    static Anchor read(byte[] bytes) {
        String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
        if (lines.length < 5 || !lines[0].equals(TITLE)) {
            throw new IllegalArgumentException("no anchor");
        }
        TreeMap<String, Head> heads = new TreeMap<>();
        for (String line : List.of(lines).subList(5, lines.length)) {
            String[] words = line.split(" ");
            heads.put(words[1], new Head(Long.parseLong(words[2]), HEX.parseHex(words[3])));
        }
        Anchor anchor = new Anchor(Long.parseLong(after(lines[1], "number ")), Instant.parse(after(lines[2], "at ")), HEX.parseHex(after(lines[3], "previous ")), heads);
        if (!HEX.formatHex(anchor.root()).equals(after(lines[4], "root "))) {
            throw new IllegalArgumentException("the root of an anchor is not that of its heads");
        }
        return anchor;
    }

    private static String after(String line, String word) {
        if (!line.startsWith(word)) {
            throw new IllegalArgumentException("no anchor");
        }
        return line.substring(word.length());
    }

    private static byte[] tree(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return hash(1, tree(leaves.subList(0, left)), tree(leaves.subList(left, leaves.size())));
    }

    private static byte[] hash(int kind, byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(1 + List.of(parts).stream().mapToInt(part -> part.length).sum()).put((byte) kind);
        for (byte[] part : parts) {
            all.put(part);
        }
        return Sha256.of(all.array()).bytes();
    }

    private static String pseudonym(long number, byte[] previous, UUID chain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ByteBuffer.allocate(previous.length + Long.BYTES).put(previous).putLong(number).array(), "HmacSHA256"));
            return HEX.formatHex(mac.doFinal(ByteBuffer.allocate(2 * Long.BYTES).putLong(chain.getMostSignificantBits()).putLong(chain.getLeastSignificantBits()).array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }
}
