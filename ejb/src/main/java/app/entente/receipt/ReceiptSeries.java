package app.entente.receipt;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** The numbers of one year. The row is locked while a number is given (rule 2). */
@Entity
@Table(name = "receipt_series")
class ReceiptSeries extends TenantRecord {

    private String code;
    private String prefix;
    private long next;
    @Column(name = "last_issued_on")
    private LocalDate lastIssuedOn;

    protected ReceiptSeries() {
    }

    ReceiptSeries(int year) {
        super(Ids.next());
        this.code = Integer.toString(year);
        this.prefix = year + "-";
        this.next = 1;
    }

    /** Gives the next number; refused with {@code receipt.before_last} when the day comes before the last one (rule 3). */
    long take(LocalDate day) {
        if (lastIssuedOn != null && day.isBefore(lastIssuedOn)) {
            throw new BusinessRuleViolation("receipt.before_last", lastIssuedOn.toString());
        }
        lastIssuedOn = day;
        return next++;
    }

    String code() {
        return code;
    }

    String prefix() {
        return prefix;
    }

    /** A number as it is printed: 2026-0001. */
    String display(long number) {
        return prefix + "%04d".formatted(number);
    }
}
