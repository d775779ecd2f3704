package app.entente.signing;

import app.entente.kernel.Sha256;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * The chain of a signing's events: hash = SHA-256(0x00 ‖ version ‖ previous hash ‖ length of the body ‖ body). The length before the body makes
 * the joint unambiguous (RFC 9162 takes the same care with its leaves).
 */
final class EvidenceChain {

    /** What stands before the first event. */
    static final String BEGINNING = "0".repeat(64);
    private static final byte VERSION = 1;

    private EvidenceChain() {
    }

    static String hash(String previous, String body) {
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        byte[] before = Sha256.ofHex(previous).bytes();
        ByteBuffer buffer = ByteBuffer.allocate(2 + before.length + 4 + text.length);
        buffer.put((byte) 0).put(VERSION).put(before).putInt(text.length).put(text);
        return Sha256.of(buffer.array()).hex();
    }

    /** Number of the first event that does not hold; 0 when all hold. */
    static int firstBroken(List<EvidenceEvent> events) {
        String previous = BEGINNING;
        int expected = 1;
        for (EvidenceEvent event : events) {
            boolean holds = event.getSequence() == expected && event.getPrevious().equals(previous) && event.getHash().equals(hash(previous, event.getBody()))
                && saysTheSame(event);
            if (!holds) {
                return expected;
            }
            previous = event.getHash();
            expected++;
        }
        return 0;
    }

    /** What stands beside the body, to be looked up by, repeats it; only the body is hashed. */
    private static boolean saysTheSame(EvidenceEvent event) {
        try (JsonReader reader = Json.createReader(new StringReader(event.getBody()))) {
            JsonObject body = reader.readObject();
            return body.getInt("sequence") == event.getSequence() && body.getString("kind").equals(event.getKind())
                && Instant.parse(body.getString("at")).equals(event.getAt());
        }
    }
}
