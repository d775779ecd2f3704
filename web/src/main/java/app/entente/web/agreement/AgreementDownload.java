package app.entente.web.agreement;

import app.entente.agreement.Agreements;
import app.entente.agreement.SealedCopy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Gives the signed and sealed document of an agreement. */
@ApplicationScoped
public class AgreementDownload extends SealedDownload {

    @Override
    public String kind() {
        return "agreement";
    }

    @Override
    SealedCopy copy(Agreements agreements, UUID id) {
        return agreements.document(id);
    }
}
