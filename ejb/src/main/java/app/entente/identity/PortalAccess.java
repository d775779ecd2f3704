package app.entente.identity;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A person of this workspace has an account: what an accepted invitation leaves behind. Revocable. */
@Entity
@Table(name = "portal_access")
public class PortalAccess extends TenantRecord {

    @Column(name = "person_id")
    private UUID personId;
    @Column(name = "account_id")
    private UUID accountId;
    @Column(name = "invitation_id")
    private UUID invitationId;
    private Instant since;
    private Instant until;

    protected PortalAccess() {
    }

    PortalAccess(UUID personId, UUID accountId, UUID invitationId, Instant now) {
        super(Ids.next());
        this.personId = personId;
        this.accountId = accountId;
        this.invitationId = invitationId;
        this.since = now;
    }

    /** Ends the access; effective at the person's next click. */
    void revoke(Instant now) {
        if (until == null) {
            until = now;
        }
    }

    public UUID getPersonId() {
        return personId;
    }

    public UUID getAccountId() {
        return accountId;
    }
}
