package app.entente.web.receipt;

import app.entente.kernel.NotFound;
import app.entente.receipt.ReceiptCopies;
import app.entente.receipt.ReceiptFile;
import app.entente.web.frame.Download;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives duplicatas to download, to the practice that made them. */
@ApplicationScoped
public class CopyDownload implements Download {

    @Inject
    private ReceiptCopies copies;

    @Override
    public String kind() {
        return "copy";
    }

    @Override
    public Content forPractice(UUID id) {
        ReceiptFile file = copies.file(id);
        return new Content(file.name(), "application/pdf", file.bytes());
    }

    @Override
    public Content forClient(UUID id) {
        throw new NotFound();
    }
}
