package app.entente.receipt;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** How the practice stands with the tax office from a day on, until the next one begins (rule 6). */
@Entity
@Table(name = "tax_registration")
public class TaxRegistration extends TenantOwned {

    /** Taxes are due, and the practice is registered for them. */
    public static final String TAXABLE = "taxable";

    private static final Pattern GST = Pattern.compile("\\d{9} ?RT ?\\d{4}");
    private static final Pattern QST = Pattern.compile("\\d{10} ?TQ ?\\d{4}");
    private static final Pattern VAT = Pattern.compile("FR ?[0-9A-Z]{2} ?\\d{9}");

    private LocalDate since;
    private String regime;
    @Column(name = "gst_number")
    private String gstNumber;
    @Column(name = "qst_number")
    private String qstNumber;
    @Column(name = "vat_number")
    private String vatNumber;
    @Column(name = "prices_include_tax")
    private boolean pricesIncludeTax;
    @Column(name = "created_at")
    private Instant createdAt;

    protected TaxRegistration() {
    }

    /**
     * A registration. A number that is none is refused with {@code receipt.tax_number}, naming it; one that is missing is named before a receipt
     * is issued.
     *
     * @param regime {@code exempt}, {@code franchise} or {@code taxable}
     * @param numbers as the tax office wrote them; blank ones count as missing
     * @param pricesIncludeTax whether the practice's prices contain the taxes
     */
    public TaxRegistration(LocalDate since, String regime, Numbers numbers, boolean pricesIncludeTax, Instant now) {
        super(Ids.next());
        this.since = since;
        this.regime = regime;
        this.gstNumber = number(numbers.gst(), GST);
        this.qstNumber = number(numbers.qst(), QST);
        this.vatNumber = number(numbers.vat(), VAT);
        this.pricesIncludeTax = pricesIncludeTax;
        this.createdAt = now;
    }

    /** Registration numbers: those of Quebec, or the one of France. */
    public record Numbers(String gst, String qst, String vat) {

        /** No number at all. */
        public static final Numbers NONE = new Numbers(null, null, null);
    }

    private static String number(String typed, Pattern form) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String number = typed.strip().toUpperCase(java.util.Locale.ROOT).replaceAll("[\\s\u00A0\u202F]+", " ");
        if (!form.matcher(number).matches()) {
            throw new BusinessRuleViolation("receipt.tax_number", typed.strip());
        }
        return number;
    }

    /** The first day. */
    public LocalDate getSince() {
        return since;
    }

    public String getRegime() {
        return regime;
    }

    public boolean isTaxable() {
        return TAXABLE.equals(regime);
    }

    /** GST number; null when there is none. */
    public String getGstNumber() {
        return gstNumber;
    }

    /** QST number; null when there is none. */
    public String getQstNumber() {
        return qstNumber;
    }

    /** French VAT number; null when there is none. */
    public String getVatNumber() {
        return vatNumber;
    }

    public boolean isPricesIncludeTax() {
        return pricesIncludeTax;
    }
}
