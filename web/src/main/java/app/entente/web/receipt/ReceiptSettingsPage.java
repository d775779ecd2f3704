package app.entente.web.receipt;

import app.entente.practice.LawText;
import app.entente.receipt.ReceiptSeries;
import app.entente.receipt.ReceiptSettings;
import app.entente.receipt.TaxRegistration;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** How the practice numbers its receipts and stands with the tax office, and the rules of the place in force today. */
@Named
@RequestScoped
public class ReceiptSettingsPage {

    private static final String SAME = "/receipt/settings?faces-redirect=true";
    private static final List<String> SHOWN = List.of("qc.tax", "qc.invoice", "qc.receipt", "qc.missed", "fr.vat", "fr.note", "fr.invoice", "fr.off", "fr.withdrawal",
        "fr.cancellation");

    @Inject
    private ReceiptSettings settings;
    @Inject
    private Here here;
    @Inject
    private Clock clock;
    private List<ReceiptSeries> series;
    private List<TaxRegistration> registrations;
    private List<LawText> rules;
    private List<String> regimes;
    private String code;
    private Long next;
    private LocalDate since;
    private String regime;
    private String gst;
    private String qst;
    private String vat;
    private boolean included;

    @PostConstruct
    void load() {
        series = settings.series();
        registrations = settings.registrations();
        regimes = settings.regimes();
        rules = settings.law().rules().values().stream().filter(rule -> SHOWN.stream().anyMatch(rule.getCode()::startsWith))
            .sorted(Comparator.comparing(LawText::getCode)).toList();
        since = LocalDate.now(clock.withZone(here.getZone()));
        if (!registrations.isEmpty()) {
            TaxRegistration now = registrations.get(0);
            regime = now.getRegime();
            gst = now.getGstNumber();
            qst = now.getQstNumber();
            vat = now.getVatNumber();
            included = now.isPricesIncludeTax();
        } else {
            regime = regimes.get(0);
            included = isFrance();
        }
    }

    /** Goes on with the numbers of another tool. */
    public String begin() {
        settings.begin(code, next);
        return SAME;
    }

    /** Writes down a regime from a day on. */
    public String register() {
        settings.register(since, regime, new TaxRegistration.Numbers(gst, qst, vat), included);
        return SAME;
    }

    public boolean isFrance() {
        return "FR".equals(here.workspace().getJurisdiction());
    }

    public List<ReceiptSeries> getSeries() {
        return series;
    }

    /** Those that have not begun here, and may continue another tool's. */
    public List<ReceiptSeries> getUnbegun() {
        return series.stream().filter(one -> !one.isBegun()).toList();
    }

    public List<TaxRegistration> getRegistrations() {
        return registrations;
    }

    public List<String> getRegimes() {
        return regimes;
    }

    public List<LawText> getRules() {
        return rules;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public Long getNext() {
        return next;
    }

    public void setNext(Long next) {
        this.next = next;
    }

    public LocalDate getSince() {
        return since;
    }

    public void setSince(LocalDate since) {
        this.since = since;
    }

    public String getRegime() {
        return regime;
    }

    public void setRegime(String regime) {
        this.regime = regime;
    }

    public String getGst() {
        return gst;
    }

    public void setGst(String gst) {
        this.gst = gst;
    }

    public String getQst() {
        return qst;
    }

    public void setQst(String qst) {
        this.qst = qst;
    }

    public String getVat() {
        return vat;
    }

    public void setVat(String vat) {
        this.vat = vat;
    }

    public boolean isIncluded() {
        return included;
    }

    public void setIncluded(boolean included) {
        this.included = included;
    }
}
