package app.entente.web.agreement;

import jakarta.enterprise.context.ApplicationScoped;

/** Gives the signed and sealed document of an agreement. */
@ApplicationScoped
public class AgreementDownload extends SealedDownload {

    @Override
    public String kind() {
        return "agreement";
    }
}
