package app.entente.document;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A sealed document counts no more. The seal stays what it is; the public check says so. */
@Entity
@Table(name = "seal_revocation")
class SealRevocation extends TenantOwned {

    @Column(name = "sealed_id")
    private UUID sealedId;
    private String state;
    private Instant at;

    protected SealRevocation() {
    }

    SealRevocation(UUID sealedId, String state, Instant at) {
        super(Ids.next());
        this.sealedId = sealedId;
        this.state = state;
        this.at = at;
    }
}
