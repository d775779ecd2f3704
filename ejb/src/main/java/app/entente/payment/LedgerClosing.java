package app.entente.payment;

import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;

/** A closed period of the ledger: its totals and its hash are counted by the database when it is written (rule 6). */
@Entity
@Table(name = "ledger_closing")
public class LedgerClosing extends TenantOwned {

    static final String MONTH = "month";
    static final String YEAR = "year";

    @Column(insertable = false)
    private Instant at;
    private String kind;
    @Column(name = "first_on")
    private LocalDate firstOn;
    @Column(name = "last_on")
    private LocalDate lastOn;
    @Column(insertable = false)
    private long entries;
    @Column(name = "received_minor", insertable = false)
    private long receivedMinor;
    @Column(name = "refunded_minor", insertable = false)
    private long refundedMinor;
    private String currency;
    @Column(name = "entries_hash", insertable = false)
    private byte[] entriesHash;
    @Column(name = "account_id")
    private UUID accountId;

    protected LedgerClosing() {
    }

    LedgerClosing(String kind, LocalDate firstOn, LocalDate lastOn, String currency, UUID accountId) {
        super(Ids.next());
        this.kind = kind;
        this.firstOn = firstOn;
        this.lastOn = lastOn;
        this.currency = currency;
        this.accountId = accountId;
    }

    public Instant getAt() {
        return at;
    }

    /** {@code month} or {@code year}. */
    public String getKind() {
        return kind;
    }

    public boolean isYear() {
        return YEAR.equals(kind);
    }

    public LocalDate getFirstOn() {
        return firstOn;
    }

    public LocalDate getLastOn() {
        return lastOn;
    }

    public long getEntries() {
        return entries;
    }

    public Money getReceived() {
        return new Money(receivedMinor, currency);
    }

    public Money getRefunded() {
        return new Money(refundedMinor, currency);
    }

    /** The hash over the entries, 64 hexadecimal digits. */
    public String getDigest() {
        return HexFormat.of().formatHex(entriesHash);
    }
}
