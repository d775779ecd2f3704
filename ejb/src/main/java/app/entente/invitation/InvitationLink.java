package app.entente.invitation;

import app.entente.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** The secret part of an invitation's address: 256 random bits (rule 2). */
final class InvitationLink {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final String token;

    private InvitationLink(String token) {
        this.token = token;
    }

    static InvitationLink random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new InvitationLink(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What is kept of a token that came back; any text has a digest, only a token's is known. */
    static Sha256 digest(String token) {
        return Sha256.of((token == null ? "" : token).getBytes(StandardCharsets.US_ASCII));
    }

    Sha256 digest() {
        return digest(token);
    }

    String token() {
        return token;
    }
}
