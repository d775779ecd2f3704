package app.entente.web.agreement;

import app.entente.agreement.Agreements;
import app.entente.agreement.SealedCopy;
import app.entente.web.frame.Download;
import jakarta.inject.Inject;
import java.util.UUID;

/** What is sealed of an agreement, as it is kept. The boundary finds only what the person may have. */
abstract class SealedDownload implements Download {

    @Inject
    private Agreements agreements;

    /** Fetches it. */
    abstract SealedCopy copy(Agreements agreements, UUID id);

    @Override
    public Content forPractice(UUID id) {
        SealedCopy copy = copy(agreements, id);
        return new Content(kind() + "-" + copy.sealedAt().toString().substring(0, 10) + ".pdf", "application/pdf", copy.bytes());
    }

    @Override
    public Content forClient(UUID id) {
        return forPractice(id);
    }
}
