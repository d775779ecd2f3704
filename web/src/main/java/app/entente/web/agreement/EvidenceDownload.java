package app.entente.web.agreement;

import app.entente.agreement.Agreements;
import app.entente.agreement.SealedCopy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives the evidence of an agreement's signing to those who signed. */
@ApplicationScoped
public class EvidenceDownload extends SealedDownload {

    @Override
    public String kind() {
        return "evidence";
    }

    @Override
    SealedCopy copy(Agreements agreements, UUID id) {
        return agreements.evidence(id);
    }
}
