package app.entente.document;

import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The key of one workspace, wrapped with the master key. */
@Entity
@Table(name = "tenant_key")
class TenantKey extends TenantOwned {

    private byte[] wrapped;
    @Column(name = "created_at")
    private Instant createdAt;

    protected TenantKey() {
    }

    TenantKey(UUID id, byte[] wrapped, Instant now) {
        super(id);
        this.wrapped = wrapped;
        this.createdAt = now;
    }

    byte[] wrapped() {
        return wrapped;
    }
}
