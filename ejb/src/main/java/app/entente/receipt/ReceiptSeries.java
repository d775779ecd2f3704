package app.entente.receipt;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The numbers of one kind of documents in one year (rule 2). */
@Entity
@Table(name = "receipt_series")
public class ReceiptSeries extends TenantRecord {

    private String code;
    private String prefix;
    private long next;
    @Column(name = "last_issued_on")
    private LocalDate lastIssuedOn;

    protected ReceiptSeries() {
    }

    ReceiptSeries(String prefix) {
        super(Ids.next());
        this.code = code(prefix);
        this.prefix = prefix;
        this.next = 1;
    }

    /** What stands before the numbers of a kind: the year alone for receipts, with a letter for invoices and credit notes. */
    static String prefix(String kind, String jurisdiction, int year) {
        String letter = switch (kind) {
            case Receipt.INVOICE -> "F";
            case Receipt.CREDIT -> "FR".equals(jurisdiction) ? "A" : "NC";
            default -> "";
        };
        return letter + year + "-";
    }

    private static String code(String prefix) {
        return prefix.substring(0, prefix.length() - 1);
    }

    /**
     * Goes on where another tool stopped: only upwards ({@code receipt.series_up}), and only before the first number was given here, which would
     * leave a hole ({@code receipt.series_begun}).
     */
    void begin(long number) {
        if (lastIssuedOn != null) {
            throw new BusinessRuleViolation("receipt.series_begun", display(next - 1));
        }
        if (number <= next) {
            throw new BusinessRuleViolation("receipt.series_up", display(next));
        }
        next = number;
    }

    /** The word of the series: 2026, F2026, NC2026. */
    public String getCode() {
        return code;
    }

    /** The number that comes next. */
    public long getNext() {
        return next;
    }

    /** The number that comes next, as it is printed. */
    public String getNextDisplay() {
        return display(next);
    }

    /** Whether a number was given here already. */
    public boolean isBegun() {
        return lastIssuedOn != null;
    }

    LocalDate lastIssuedOn() {
        return lastIssuedOn;
    }

    String prefix() {
        return prefix;
    }

    /** A number as it is printed: 2026-0001. */
    String display(long number) {
        return display(prefix, number);
    }

    static String display(String prefix, long number) {
        return prefix + "%04d".formatted(number);
    }
}
