package app.entente.web.site;

import app.entente.identity.Accounts;
import app.entente.identity.Caller;
import app.entente.identity.Place;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
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
    private List<Place> places;
    private boolean operator;

    @PostConstruct
    void read() {
        places = accounts.placesOf(caller.accountId());
        operator = accounts.operates(caller.accountId());
    }

    /** Goes on at once when there is exactly one place to go to. */
    public void goOn() throws IOException {
        if (places.size() + (operator ? 1 : 0) == 1) {
            FacesContext.getCurrentInstance().getExternalContext().redirect(operator ? "/operator" : address(places.get(0)));
        }
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
        return places.isEmpty() && !operator;
    }

    /** The address of a place. */
    public String address(Place place) {
        return ("practice".equals(place.part()) ? "/w/" : "/c/") + place.slug();
    }
}
