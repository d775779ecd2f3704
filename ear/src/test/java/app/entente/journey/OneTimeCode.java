package app.entente.journey;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes as a telephone makes them: RFC 6238 with SHA-1, six digits and steps of half a minute. */
public final class OneTimeCode {

    private static final int PERIOD_SECONDS = 30;

    private OneTimeCode() {
    }

    /** The number of the current half minute. */
    public static long now() {
        return Instant.now().getEpochSecond() / PERIOD_SECONDS;
    }

    /** The code of a half minute. */
    public static String of(byte[] key, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 0xf, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
