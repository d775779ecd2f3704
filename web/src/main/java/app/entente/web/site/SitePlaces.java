package app.entente.web.site;

import app.entente.identity.Accounts;
import app.entente.identity.Caller;
import app.entente.identity.Place;
import app.entente.member.Joining;
import app.entente.member.Joinings;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;

/** Where the signed-in person may go: their practices, their portals, the console. */
@Named
@RequestScoped
public class SitePlaces {

    @Inject
    private Accounts accounts;
    @Inject
    private Caller caller;
    @Inject
    private Joinings joinings;
    @Inject
    private Messages messages;
    private List<Joining> asked;
    private List<Place> places;
    private boolean operator;

    @PostConstruct
    void read() {
        places = accounts.placesOf(caller.accountId());
        asked = joinings.mine();
        operator = accounts.operates(caller.accountId());
    }

    /** Goes on at once when there is exactly one place to go to. */
    public void goOn() throws IOException {
        if (asked.isEmpty() && places.size() + (operator ? 1 : 0) == 1) {
            FacesContext.getCurrentInstance().getExternalContext().redirect(operator ? "/operator" : address(places.get(0)));
        }
    }

    /** Workspaces in which the person is asked to work. */
    public List<Joining> getAsked() {
        return asked;
    }

    /** Accepts; goes to the place when nothing is missing any more. */
    public void accept(Joining joining) throws IOException {
        boolean works = joinings.accept(joining.id());
        FacesContext context = FacesContext.getCurrentInstance();
        if (!works) {
            context.getExternalContext().getFlash().setKeepMessages(true);
            context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, messages.get("member.places.soon"), null));
        }
        context.getExternalContext().redirect(works ? "/w/" + joining.slug() : "/places");
    }

    /** Declines. */
    public void decline(Joining joining) throws IOException {
        joinings.decline(joining.id());
        FacesContext.getCurrentInstance().getExternalContext().redirect("/places");
    }

    /** Practices in which the person works. */
    public List<Place> getPractices() {
        return of("practice");
    }

    /** Portals in which the person is a client. */
    public List<Place> getPortals() {
        return of("client");
    }

    private List<Place> of(String part) {
        return places.stream().filter(place -> part.equals(place.part())).toList();
    }

    public boolean isOperator() {
        return operator;
    }

    public boolean isNowhere() {
        return places.isEmpty() && asked.isEmpty() && !operator;
    }

    /** The address of a place. */
    public String address(Place place) {
        return ("practice".equals(place.part()) ? "/w/" : "/c/") + place.slug();
    }
}
