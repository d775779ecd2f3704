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
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the practice offers: how, how long at most, where, for how much. */
@Entity
public class Service extends TenantRecord {

    /** The kinds there are: those that stand beside psychotherapy without being it, a first exchange, an assessment, a short call. */
    public static final List<String> KINDS = List.of("accompaniment", "support", "couple_family", "psychological_education", "rehabilitation",
        "clinical_follow_up", "coaching", "crisis_intervention", "first_contact", "assessment", "short_call");
    private static final Set<String> MODES = Set.of("office", "home", "video", "phone");
    private static final Set<String> TAXES = Set.of("exempt", "franchise", "taxable");
    /** Words of a reserved practice and of reserved titles (rule 7), accents taken off. */
    private static final Pattern RESERVED = Pattern.compile("psychother|psychologue|psychologist|psychiatr");
    private static final int SHORTEST = 5;
    private static final int LONGEST = 600;
    private static final int LONGEST_ROAD = 240;
    private static final int LONGEST_TITLE = 120;

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
    private String municipalities = "";
    @Column(name = "billed_minutes")
    private Integer billedMinutes;
    @Column(name = "dated_prices")
    private String datedPrices = "";
    /** The day whose price is asked for; the first price when nobody said a day. */
    private transient LocalDate quoted;

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
     * A service as a practice words it; refused as {@link #change} says.
     *
     * @param psychotherapyPermit whether the practice may speak of psychotherapy (rule 7)
     */
    Service(String code, ServiceTerms terms, Money price, int position, boolean psychotherapyPermit) {
        this(code, terms.kind(), terms.title(), terms.description(), terms.modes(), terms.postalCodes(), terms.usualMinutes(), terms.maxMinutes(),
            price, terms.taxTreatment(), position);
        if (price.minor() < 0) {
            throw new BusinessRuleViolation("service.price");
        }
        change(terms, psychotherapyPermit);
    }

    /**
     * Words the service anew; meetings there are stay as they are. Refused with {@code service.title}, {@code service.psychotherapy},
     * {@code service.mode_missing}, {@code service.minutes} or {@code service.travel}.
     */
    void change(ServiceTerms terms, boolean psychotherapyPermit) {
        if (blank(terms.title().getFr()) || blank(terms.title().getEn())
            || Math.max(terms.title().getFr().length(), terms.title().getEn().length()) > LONGEST_TITLE) {
            throw new BusinessRuleViolation("service.title");
        }
        boolean reserved = Stream.of(terms.title(), terms.description()).flatMap(text -> Stream.of(text.getFr(), text.getEn()))
            .anyMatch(text -> RESERVED.matcher(plain(text)).find());
        if (reserved && !psychotherapyPermit) {
            throw new BusinessRuleViolation("service.psychotherapy");
        }
        if (terms.modes().isEmpty() || !MODES.containsAll(terms.modes())) {
            throw new BusinessRuleViolation("service.mode_missing");
        }
        Integer billed = terms.billedMinutes();
        if (terms.usualMinutes() < SHORTEST || terms.maxMinutes() < terms.usualMinutes() || terms.maxMinutes() > LONGEST
            || billed != null && (billed < 1 || billed > LONGEST)) {
            throw new BusinessRuleViolation("service.minutes");
        }
        if (terms.travelMinutes() < 0 || terms.travelMinutes() > LONGEST_ROAD) {
            throw new BusinessRuleViolation("service.travel");
        }
        if (!KINDS.contains(terms.kind()) || !TAXES.contains(terms.taxTreatment())) {
            throw new IllegalArgumentException("an unknown kind or tax treatment");
        }
        kind = terms.kind();
        title = terms.title();
        description = terms.description();
        modes = String.join(" ", terms.modes());
        areas = terms.postalCodes().stream().map(Service::code).filter(code -> !code.isEmpty()).distinct().reduce((a, b) -> a + " " + b).orElse("");
        serve(terms.municipalities());
        usualMinutes = terms.usualMinutes();
        maxMinutes = terms.maxMinutes();
        billedMinutes = Objects.equals(billed, terms.usualMinutes()) ? null : billed;
        travelMinutes = terms.travelMinutes();
        taxTreatment = terms.taxTreatment();
    }

    /** Says which municipalities are served at home. */
    public void serve(List<String> named) {
        municipalities = named.stream().map(String::strip).filter(name -> !name.isEmpty()).distinct().reduce((a, b) -> a + "\n" + b).orElse("");
    }

    /** Sets a price from a day to come on (rule 8); refused with {@code service.price_past} or {@code service.price}. */
    void plan(LocalDate from, long minor, LocalDate today) {
        if (minor < 0) {
            throw new BusinessRuleViolation("service.price");
        }
        PriceList prices = getPrices();
        prices.plan(from, minor, today);
        datedPrices = prices.dated();
    }

    /** Offers it no more; meetings there are stay. */
    void retire() {
        active = false;
    }

    /** Proposed to a practice that begins: it is offered once its owner has named the price. */
    public Service proposed() {
        active = false;
        return this;
    }

    /** Offers it again. */
    void resume() {
        active = true;
    }

    /** From now on {@link #getPrice()} answers the price of that day. */
    Service quotedOn(LocalDate day) {
        quoted = day;
        return this;
    }

    /** Refuses a meeting this service does not allow, whatever the municipality; see the other method. */
    public void allow(int minutes, String mode, String postalCode) {
        allow(minutes, mode, postalCode, null);
    }

    /**
     * Refuses a meeting this service does not allow (rules 2 and 3).
     *
     * @param minutes length of the meeting
     * @param mode how it takes place
     * @param postalCode of the place; only asked for at home
     * @param municipality of the place; only asked for at home
     */
    public void allow(int minutes, String mode, String postalCode, String municipality) {
        if (minutes > maxMinutes) {
            throw new BusinessRuleViolation("service.too_long", maxMinutes, minutes).at("minutes");
        }
        if (!getModes().contains(mode)) {
            throw new BusinessRuleViolation("service.not_this_mode");
        }
        if ("home".equals(mode) && !serves(postalCode, municipality)) {
            throw new BusinessRuleViolation("service.not_served", String.join(", ", getAreasInWords()));
        }
    }

    private boolean serves(String postalCode, String municipality) {
        if (areas.isBlank() && municipalities.isBlank()) {
            return true;
        }
        String given = code(postalCode);
        String town = plain(municipality);
        return !given.isEmpty() && getAreas().stream().anyMatch(area -> given.startsWith(code(area)))
            || !town.isEmpty() && getMunicipalities().stream().anyMatch(name -> plain(name).equals(town));
    }

    private static String code(String postalCode) {
        return postalCode == null ? "" : postalCode.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }

    /** A text as people compare it: without accents, capitals, hyphens. */
    private static String plain(String text) {
        return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", " ").replaceAll("\\bste? ", "saint ").strip();
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
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

    /** The price of the day that was asked for; the first price when none was. */
    public Money getPrice() {
        return quoted == null ? new Money(priceMinor, currency) : priceOn(quoted);
    }

    /** The price of a meeting on that day (rule 8). */
    public Money priceOn(LocalDate day) {
        return new Money(getPrices().on(day), currency);
    }

    /** All its prices. */
    public PriceList getPrices() {
        return new PriceList(priceMinor, datedPrices);
    }

    public String getCurrency() {
        return currency;
    }

    /** Municipalities served at home. */
    public List<String> getMunicipalities() {
        return municipalities.isBlank() ? List.of() : Arrays.asList(municipalities.split("\n"));
    }

    /** Where visits at home go, in words: municipalities, and postal codes where no municipality is named. */
    public List<String> getAreasInWords() {
        return getMunicipalities().isEmpty() ? getAreas() : getMunicipalities();
    }

    /** Minutes a receipt counts; null when they are those spent together. */
    public Integer getBilledMinutes() {
        return billedMinutes;
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
