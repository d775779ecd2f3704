package app.entente.practice;

import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.List;

/** What the practice offers: how, how long at most, where, for how much. */
@Entity
public class Service extends TenantRecord {

    private String code;
    private String kind;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "title_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private Bilingual title;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "description_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "description_en"))
    private Bilingual description;
    private String modes;
    private String areas;
    @Column(name = "travel_minutes")
    private int travelMinutes;
    @Column(name = "usual_minutes")
    private int usualMinutes;
    @Column(name = "max_minutes")
    private int maxMinutes;
    @Column(name = "price_minor")
    private long priceMinor;
    private String currency;
    @Column(name = "tax_treatment")
    private String taxTreatment;
    private int position;
    private boolean active;

    protected Service() {
    }

    /**
     * A service.
     *
     * @param modes how it may take place: office, home, video, phone
     * @param areas postal codes served at home; empty when everywhere
     */
    public Service(String code, String kind, Bilingual title, Bilingual description, List<String> modes, List<String> areas,
        int usualMinutes, int maxMinutes, Money price, String taxTreatment, int position) {
        super(Ids.next());
        this.code = code;
        this.kind = kind;
        this.title = title;
        this.description = description;
        this.modes = String.join(" ", modes);
        this.areas = String.join(" ", areas);
        this.usualMinutes = usualMinutes;
        this.maxMinutes = maxMinutes;
        this.priceMinor = price.minor();
        this.currency = price.currency();
        this.taxTreatment = taxTreatment;
        this.position = position;
        this.active = true;
    }

    /**
     * Refuses a meeting this service does not allow (rules 2 and 3).
     *
     * @param minutes length of the meeting
     * @param mode how it takes place
     * @param postalCode where the person lives; only asked for at home
     */
    public void allow(int minutes, String mode, String postalCode) {
        if (minutes > maxMinutes) {
            throw new BusinessRuleViolation("service.too_long", maxMinutes, minutes);
        }
        if (!getModes().contains(mode)) {
            throw new BusinessRuleViolation("service.not_this_mode");
        }
        if ("home".equals(mode) && !areas.isBlank() && !getAreas().contains(postalCode == null ? "" : postalCode.strip())) {
            throw new BusinessRuleViolation("service.not_served", String.join(", ", getAreas()));
        }
    }

    public String getCode() {
        return code;
    }

    public String getKind() {
        return kind;
    }

    public Bilingual getTitle() {
        return title;
    }

    public Bilingual getDescription() {
        return description;
    }

    public List<String> getModes() {
        return Arrays.asList(modes.split(" "));
    }

    public List<String> getAreas() {
        return areas.isBlank() ? List.of() : Arrays.asList(areas.split(" "));
    }

    /** Keeps some minutes free around each meeting for the road. */
    public void keepFree(int minutes) {
        this.travelMinutes = minutes;
    }

    /** Minutes kept free around it for the road. */
    public int getTravelMinutes() {
        return travelMinutes;
    }

    /** Usual length in minutes. */
    public int getUsualMinutes() {
        return usualMinutes;
    }

    /** Longest length in minutes. */
    public int getMaxMinutes() {
        return maxMinutes;
    }

    public Money getPrice() {
        return new Money(priceMinor, currency);
    }

    /** {@code exempt} (no tax line), {@code franchise} (France, no VAT) or {@code taxable}. */
    public String getTaxTreatment() {
        return taxTreatment;
    }

    /** Code of the law text that must be said of this service's tax; null where tax is due. */
    public String getTaxMention() {
        return switch (taxTreatment) {
            case "exempt" -> "qc.tax.exempt.mention";
            case "franchise" -> "fr.vat.franchise.mention";
            default -> null;
        };
    }

    public boolean isActive() {
        return active;
    }
}
