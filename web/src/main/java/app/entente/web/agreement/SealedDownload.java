package app.entente.web.agreement;

import app.entente.agreement.Agreements;
import app.entente.document.SealedDocument;
import app.entente.document.Seals;
import app.entente.kernel.NotFound;
import app.entente.web.frame.Download;
import jakarta.inject.Inject;
import java.util.UUID;

/** What is sealed of an agreement, as it is kept. The boundary finds only what the person may have. */
abstract class SealedDownload implements Download {

    @Inject
    private Agreements agreements;
    @Inject
    private Seals seals;

    @Override
    public Content forPractice(UUID id) {
        SealedDocument document = seals.ofSubject(kind(), agreements.find(id).getId()).orElseThrow(NotFound::new);
        return new Content(kind() + "-" + document.getSealedAt().toString().substring(0, 10) + ".pdf", "application/pdf", seals.bytes(document.getId()));
    }

    @Override
    public Content forClient(UUID id) {
        return forPractice(id);
    }
}
