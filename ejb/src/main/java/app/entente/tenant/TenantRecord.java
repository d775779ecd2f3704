package app.entente.tenant;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;

/** A row of one workspace that changes: it carries a version, so that two people who change it at once are told. */
@MappedSuperclass
public abstract class TenantRecord extends TenantOwned {

    @Version
    private int version;

    protected TenantRecord() {
    }

    protected TenantRecord(UUID id) {
        super(id);
    }

    public int getVersion() {
        return version;
    }
}
