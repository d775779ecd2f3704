package app.entente.web.signing;

import app.entente.signing.Signings;
import app.entente.web.frame.Download;
import jakarta.inject.Inject;
import java.util.UUID;

/** The bytes shown in a signing, in the language that is the kind. The boundary notes that they were fetched. */
abstract class FrozenDownload implements Download {

    @Inject
    private Signings signings;

    @Override
    public Content forPractice(UUID id) {
        return new Content("document-" + kind() + ".pdf", "application/pdf", signings.fetch(id, kind()));
    }

    @Override
    public Content forClient(UUID id) {
        return forPractice(id);
    }
}
