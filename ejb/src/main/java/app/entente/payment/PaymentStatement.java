package app.entente.payment;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A statement of a year that was made and sealed. It never changes. */
@Entity
@Table(name = "payment_statement")
public class PaymentStatement extends TenantOwned {

    @Column(name = "person_id")
    private UUID personId;
    @Column(name = "payer_name")
    private String payerName;
    private int year;
    private String digest;
    @Column(name = "made_at")
    private Instant madeAt;
    @Column(name = "account_id")
    private UUID accountId;
    @Column(name = "sealed_id")
    private UUID sealedId;

    protected PaymentStatement() {
    }

    PaymentStatement(UUID id, Debtor debtor, int year, String digest, Instant madeAt, UUID accountId, UUID sealedId) {
        super(id);
        this.personId = debtor.personId();
        this.payerName = debtor.payerName();
        this.year = year;
        this.digest = digest;
        this.madeAt = madeAt;
        this.accountId = accountId;
        this.sealedId = sealedId;
    }

    /** A new identifier for one. */
    static UUID next() {
        return Ids.next();
    }

    Debtor debtor() {
        return new Debtor(personId, payerName);
    }

    public int getYear() {
        return year;
    }

    public Instant getMadeAt() {
        return madeAt;
    }

    /** Its sealed document. */
    public UUID getSealedId() {
        return sealedId;
    }
}
