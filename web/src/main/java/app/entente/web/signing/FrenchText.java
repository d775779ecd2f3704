package app.entente.web.signing;

import jakarta.enterprise.context.ApplicationScoped;

/** Gives the French bytes of a signing, as they were frozen. */
@ApplicationScoped
public class FrenchText extends FrozenDownload {

    @Override
    public String kind() {
        return "fr";
    }
}
