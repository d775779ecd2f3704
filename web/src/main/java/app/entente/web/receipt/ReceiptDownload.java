package app.entente.web.receipt;

import app.entente.receipt.ReceiptFile;
import app.entente.receipt.Receipts;
import app.entente.web.frame.Download;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives sealed receipts to download. */
@ApplicationScoped
public class ReceiptDownload implements Download {

    @Inject
    private Receipts receipts;

    @Override
    public String kind() {
        return "receipt";
    }

    @Override
    public Content forPractice(UUID id) {
        return content(receipts.file(id));
    }

    @Override
    public Content forClient(UUID id) {
        return content(receipts.myFile(id));
    }

    private static Content content(ReceiptFile file) {
        return new Content(file.name(), "application/pdf", file.bytes());
    }
}
