package app.entente.web.payment;

import app.entente.kernel.NotFound;
import app.entente.payment.Exports;
import app.entente.payment.MoneyFile;
import app.entente.web.frame.Download;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives the exports for accountants that are made. */
@ApplicationScoped
public class ExportDownload implements Download {

    @Inject
    private Exports source;

    @Override
    public String kind() {
        return "export";
    }

    @Override
    public Content forPractice(UUID id) {
        MoneyFile file = source.file(id);
        return new Content(file.name(), file.mediaType(), file.bytes());
    }

    @Override
    public Content forClient(UUID id) {
        throw new NotFound();
    }
}
