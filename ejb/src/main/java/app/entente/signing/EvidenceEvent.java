package app.entente.signing;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import app.entente.tenant.WrittenAlways;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.UUID;

/** Something that happened in a signing. The body is the exact text that was hashed; it is never written again. */
@Entity
@Table(name = "evidence_event")
@WrittenAlways("what was shown to whom is noted even where nothing else may change")
public class EvidenceEvent extends TenantOwned {

    @Column(name = "signing_id")
    private UUID signingId;
    private int sequence;
    private Instant at;
    private String kind;
    private String body;
    private String previous;
    private String hash;

    protected EvidenceEvent() {
    }

    EvidenceEvent(UUID signingId, int sequence, Instant at, String kind, String body, String previous, String hash) {
        super(Ids.next());
        this.signingId = signingId;
        this.sequence = sequence;
        this.at = at;
        this.kind = kind;
        this.body = body;
        this.previous = previous;
        this.hash = hash;
    }

    public int getSequence() {
        return sequence;
    }

    public Instant getAt() {
        return at;
    }

    public String getKind() {
        return kind;
    }

    public String getBody() {
        return body;
    }

    public String getPrevious() {
        return previous;
    }

    public String getHash() {
        return hash;
    }

    /** The body, taken apart. */
    JsonObject said() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }
}
