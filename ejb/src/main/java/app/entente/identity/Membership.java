package app.entente.identity;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;

/** Somebody who works in this workspace. It ends; it is never deleted. */
@Entity
public class Membership extends TenantRecord {

    @Column(name = "account_id")
    private UUID accountId;
    private String role;
    private String name;
    private Instant since;
    private Instant until;

    protected Membership() {
    }

    /** @param name what they are called in this workspace; null when nobody has said */
    Membership(UUID accountId, String role, String name, Instant now) {
        super(Ids.next());
        this.accountId = accountId;
        this.role = role;
        this.name = name;
        this.since = now;
    }

    /** Ends the membership; effective at the member's next click. */
    void end(Instant now) {
        if (until == null) {
            until = now;
        }
    }

    public UUID getAccountId() {
        return accountId;
    }

    public String getRole() {
        return role;
    }
}
