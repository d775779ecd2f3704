package app.entente.kernel;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret part of an address that is mailed to one person: 256 random bits. Only its digest is kept. */
public final class SecretLink {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final String token;

    private SecretLink(String token) {
        this.token = token;
    }

    /** A new one, which nobody has. */
    public static SecretLink random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretLink(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is kept of a token that came back; any text has a digest, only a token's is known. */
    public static Sha256 digest(String token) {
        return Sha256.of((token == null ? "" : token).getBytes(StandardCharsets.US_ASCII));
    }

    /** What is kept of this one. */
    public Sha256 digest() {
        return digest(token);
    }

    /** What stands in the address, safe there as it is. */
    public String token() {
        return token;
    }
}
