package app.entente.tenant;

import jakarta.persistence.Column;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.MultitenantType;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;

/**
 * A row of one workspace. It holds no workspace itself: EclipseLink writes the discriminator, the column's default and the policy confirm it.
 */
@MappedSuperclass
@EntityListeners(ReadOnlyFence.class)
@Multitenant(MultitenantType.SINGLE_TABLE)
@TenantDiscriminatorColumn(name = "tenant_id", contextProperty = TenantLocks.PROPERTY)
public abstract class TenantOwned {

    @Id
    @Column(name = "id", nullable = false, updatable = false)
    private UUID id;

    protected TenantOwned() {
    }

    protected TenantOwned(UUID id) {
        this.id = id;
    }

    public UUID getId() {
        return id;
    }
}
