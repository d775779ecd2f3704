package app.entente.signing;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.Sha256;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** One party's act: what they ticked and typed, bound to the exact bytes, and the proof that it was them (rule 6). */
@Entity
@Table(name = "signing_act")
public class SigningAct extends TenantRecord {

    /** How long an intent waits for its proof. */
    static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(5);

    @Column(name = "party_id")
    private UUID partyId;
    @Column(name = "account_id")
    private UUID accountId;
    @Column(name = "nonce_hash")
    private String nonceHash;
    @Column(name = "frozen_sha256")
    private String frozenSha256;
    private String consents;
    @Column(name = "typed_name")
    private String typedName;
    @Column(name = "drawing_id")
    private UUID drawingId;
    private String status;
    @Column(name = "intended_at")
    private Instant intendedAt;
    @Column(name = "signed_at")
    private Instant signedAt;
    @Column(name = "auth_time")
    private Instant authTime;
    private String acr;
    @Column(name = "session_id")
    private String sessionId;

    protected SigningAct() {
    }

    SigningAct(UUID partyId, UUID accountId, String nonce, String frozenSha256, Collection<String> consents, String typedName, UUID drawingId,
        Instant now) {
        super(Ids.next());
        this.partyId = partyId;
        this.accountId = accountId;
        this.nonceHash = hash(nonce);
        this.frozenSha256 = frozenSha256;
        this.consents = String.join(" ", consents);
        this.typedName = typedName;
        this.drawingId = drawingId;
        this.status = "intended";
        this.intendedAt = now;
    }

    /** Turns the intent into a signature; refused with {@code signing.not_proved} unless the proof is fresh, strong and the same person's. */
    void prove(Proof proof, UUID account, Instant now) {
        boolean proved = "intended".equals(status)
            && now.isBefore(intendedAt.plus(PATIENCE))
            && accountId.equals(account)
            && "signature".equals(proof.level())
            && proof.nonce() != null && nonceHash.equals(hash(proof.nonce()))
            && proof.authenticatedAt() != null && !proof.authenticatedAt().isBefore(intendedAt.minus(CLOCK_DIFFERENCE));
        if (!proved) {
            throw new BusinessRuleViolation("signing.not_proved");
        }
        status = "signed";
        signedAt = now;
        authTime = proof.authenticatedAt();
        acr = proof.level();
        sessionId = proof.sessionId();
    }

    void lapse() {
        status = "lapsed";
    }

    private static String hash(String nonce) {
        return Sha256.of(nonce.getBytes(StandardCharsets.UTF_8)).hex();
    }

    UUID partyId() {
        return partyId;
    }

    String frozenSha256() {
        return frozenSha256;
    }

    List<String> consents() {
        return consents.isBlank() ? List.of() : Arrays.asList(consents.split(" "));
    }

    String typedName() {
        return typedName;
    }

    UUID drawingId() {
        return drawingId;
    }

    Instant signedAt() {
        return signedAt;
    }
}
