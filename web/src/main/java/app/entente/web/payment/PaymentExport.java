package app.entente.web.payment;

import app.entente.payment.ExportJob;
import app.entente.payment.Exports;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What an accountant asks for: ordering an export, watching it being made, taking it. */
@Named
@RequestScoped
public class PaymentExport {

    @Inject
    private Exports exports;
    @Inject
    private Here here;
    @Inject
    private Clock clock;
    private List<ExportJob> all;
    private String kind = ExportJob.JOURNAL;
    private LocalDate first;
    private LocalDate last;

    @PostConstruct
    void load() {
        all = exports.all();
        last = LocalDate.now(clock.withZone(here.getZone()));
        first = last.withDayOfYear(1);
    }

    /** Orders it. */
    public String order() {
        exports.order(kind, first, last);
        return "/payment/export?faces-redirect=true";
    }

    public List<ExportJob> getAll() {
        return all;
    }

    /** Whether something is still being made, so that the page is worth asking for again. */
    public boolean isWaiting() {
        return all.stream().anyMatch(job -> "waiting".equals(job.getStatus()));
    }

    /** The layouts of the place. */
    public List<String> getKinds() {
        return "€".equals(here.getCurrency()) ? List.of(ExportJob.JOURNAL, ExportJob.FEC) : List.of(ExportJob.JOURNAL);
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public LocalDate getFirst() {
        return first;
    }

    public void setFirst(LocalDate first) {
        this.first = first;
    }

    public LocalDate getLast() {
        return last;
    }

    public void setLast(LocalDate last) {
        this.last = last;
    }
}
