package app.entente.web.practice;

import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.practice.Practice;
import app.entente.practice.Practices;
import app.entente.practice.PriceList;
import app.entente.practice.Service;
import app.entente.practice.ServiceTerms;
import app.entente.practice.Services;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** One service, worded and priced; a new one when the address names none. */
@Named
@RequestScoped
public class PracticeOffer {

    @Inject
    private Services services;
    @Inject
    private Practices practices;
    @Inject
    private HttpServletRequest request;
    private Practice practice;
    private UUID id;
    private int version;
    private List<PriceList.Entry> prices = List.of();
    private String kind = "support";
    private String titleFr;
    private String titleEn;
    private String descriptionFr = "";
    private String descriptionEn = "";
    private List<String> modes = new ArrayList<>();
    private String areas = "";
    private int usualMinutes = 50;
    private int maxMinutes = 60;
    private Integer billedMinutes;
    private int travelMinutes;
    private String tax;
    private String price;
    private LocalDate from;

    @PostConstruct
    void load() {
        practice = practices.profile();
        tax = practice.getTaxRegime();
        String asked = request.getParameter("id");
        if (asked != null && !asked.isBlank()) {
            read(services.find(Ids.parse(asked)));
        }
    }

    private void read(Service service) {
        id = service.getId();
        version = service.getVersion();
        prices = service.getPrices().entries();
        kind = service.getKind();
        titleFr = service.getTitle().getFr();
        titleEn = service.getTitle().getEn();
        descriptionFr = service.getDescription().getFr();
        descriptionEn = service.getDescription().getEn();
        modes = new ArrayList<>(service.getModes());
        List<String> places = new ArrayList<>(service.getMunicipalities());
        places.addAll(service.getAreas());
        areas = String.join(", ", places);
        usualMinutes = service.getUsualMinutes();
        maxMinutes = service.getMaxMinutes();
        billedMinutes = service.getBilledMinutes();
        travelMinutes = service.getTravelMinutes();
        tax = service.getTaxTreatment();
    }

    /** Keeps the wording; of a new service the price as well. */
    public String save() {
        List<String> places = Arrays.stream((areas == null ? "" : areas).split("[,;\\n]")).map(String::strip).filter(place -> !place.isEmpty()).toList();
        ServiceTerms terms = new ServiceTerms(kind, new Bilingual(text(titleFr), text(titleEn)), new Bilingual(text(descriptionFr), text(descriptionEn)), modes,
            places.stream().filter(PracticeOffer::isCode).toList(), places.stream().filter(place -> !isCode(place)).toList(),
            usualMinutes, maxMinutes, billedMinutes, travelMinutes, tax);
        if (id == null) {
            return again(services.add(terms, minor()));
        }
        services.change(id, terms, version);
        return again(id);
    }

    /** Sets a price that begins on a day to come. */
    public String plan() {
        services.price(id, from, minor());
        return again(id);
    }

    private static boolean isCode(String place) {
        return place.chars().anyMatch(Character::isDigit);
    }

    private static String text(String text) {
        return text == null ? "" : text.strip();
    }

    private long minor() {
        try {
            String plain = text(price).replaceAll("[\\s\\u00A0\\u202F€$]", "").replace(',', '.');
            return Money.of(new BigDecimal(plain), practice.getCurrency()).minor();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new BusinessRuleViolation("service.price");
        }
    }

    private static String again(UUID id) {
        return "/practice/offer?faces-redirect=true&id=" + id;
    }

    /** A price in words. */
    public Money money(PriceList.Entry entry) {
        return new Money(entry.minor(), practice.getCurrency());
    }

    /** The kinds there are. */
    public List<String> getKinds() {
        return Service.KINDS;
    }

    /** Whether it is there already. */
    public boolean isKnown() {
        return id != null;
    }

    /** All its prices, the first one first. */
    public List<PriceList.Entry> getPrices() {
        return prices;
    }

    public int getVersion() {
        return version;
    }

    public void setVersion(int version) {
        this.version = version;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getTitleFr() {
        return titleFr;
    }

    public void setTitleFr(String titleFr) {
        this.titleFr = titleFr;
    }

    public String getTitleEn() {
        return titleEn;
    }

    public void setTitleEn(String titleEn) {
        this.titleEn = titleEn;
    }

    public String getDescriptionFr() {
        return descriptionFr;
    }

    public void setDescriptionFr(String descriptionFr) {
        this.descriptionFr = descriptionFr;
    }

    public String getDescriptionEn() {
        return descriptionEn;
    }

    public void setDescriptionEn(String descriptionEn) {
        this.descriptionEn = descriptionEn;
    }

    public List<String> getModes() {
        return modes;
    }

    public void setModes(List<String> modes) {
        this.modes = modes;
    }

    public String getAreas() {
        return areas;
    }

    public void setAreas(String areas) {
        this.areas = areas;
    }

    public int getUsualMinutes() {
        return usualMinutes;
    }

    public void setUsualMinutes(int usualMinutes) {
        this.usualMinutes = usualMinutes;
    }

    public int getMaxMinutes() {
        return maxMinutes;
    }

    public void setMaxMinutes(int maxMinutes) {
        this.maxMinutes = maxMinutes;
    }

    public Integer getBilledMinutes() {
        return billedMinutes;
    }

    public void setBilledMinutes(Integer billedMinutes) {
        this.billedMinutes = billedMinutes;
    }

    public int getTravelMinutes() {
        return travelMinutes;
    }

    public void setTravelMinutes(int travelMinutes) {
        this.travelMinutes = travelMinutes;
    }

    public String getTax() {
        return tax;
    }

    public void setTax(String tax) {
        this.tax = tax;
    }

    public String getPrice() {
        return price;
    }

    public void setPrice(String price) {
        this.price = price;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }
}
