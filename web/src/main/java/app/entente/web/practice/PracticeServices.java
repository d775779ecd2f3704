package app.entente.web.practice;

import app.entente.practice.Service;
import app.entente.practice.Services;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All services of the practice, to add, change, retire and resume. */
@Named
@RequestScoped
public class PracticeServices {

    @Inject
    private Services services;
    @Inject
    private Here here;
    @Inject
    private Clock clock;
    private List<Service> all;
    private LocalDate today;

    @PostConstruct
    void load() {
        all = services.all();
        today = LocalDate.now(clock.withZone(here.getZone()));
    }

    public String retire(UUID id) {
        services.retire(id);
        return "/practice/services?faces-redirect=true";
    }

    public String resume(UUID id) {
        services.resume(id);
        return "/practice/services?faces-redirect=true";
    }

    /** Those on offer first. */
    public List<Service> getAll() {
        return all;
    }

    /** Today in the practice's place, whose price is shown. */
    public LocalDate getToday() {
        return today;
    }
}
