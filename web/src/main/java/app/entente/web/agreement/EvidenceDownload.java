package app.entente.web.agreement;

import jakarta.enterprise.context.ApplicationScoped;

/** Gives the evidence of an agreement's signing to those who signed. */
@ApplicationScoped
public class EvidenceDownload extends SealedDownload {

    @Override
    public String kind() {
        return "evidence";
    }
}
