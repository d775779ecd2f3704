package app.entente.web.signing;

import jakarta.enterprise.context.ApplicationScoped;

/** Gives the English bytes of a signing, as they were frozen. */
@ApplicationScoped
public class EnglishText extends FrozenDownload {

    @Override
    public String kind() {
        return "en";
    }
}
