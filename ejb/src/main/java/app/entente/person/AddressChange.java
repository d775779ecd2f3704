package app.entente.person;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A relation went from tu to vous or back. It never changes. */
@Entity
@Table(name = "address_change")
public class AddressChange extends TenantOwned {

    @Column(name = "person_id")
    private UUID personId;
    private String before;
    private String after;
    @Column(name = "by_client")
    private boolean byClient;
    @Column(name = "account_id")
    private UUID accountId;
    private Instant at;

    protected AddressChange() {
    }

    AddressChange(UUID personId, String before, String after, boolean byClient, UUID accountId, Instant now) {
        super(Ids.next());
        this.personId = personId;
        this.before = before;
        this.after = after;
        this.byClient = byClient;
        this.accountId = accountId;
        this.at = now;
    }

    public String getBefore() {
        return before;
    }

    public String getAfter() {
        return after;
    }

    /** Whether the person changed it themselves; else the practice did. */
    public boolean isByClient() {
        return byClient;
    }

    public Instant getAt() {
        return at;
    }
}
