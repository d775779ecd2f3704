package app.entente.web.payment;

import app.entente.kernel.NotFound;
import app.entente.payment.MoneyFile;
import app.entente.payment.YearStatements;
import app.entente.web.frame.Download;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives the lines of a statement as a table for spreadsheets. */
@ApplicationScoped
public class StatementTableDownload implements Download {

    @Inject
    private YearStatements source;

    @Override
    public String kind() {
        return "statementtable";
    }

    @Override
    public Content forPractice(UUID id) {
        MoneyFile file = source.csv(id);
        return new Content(file.name(), file.mediaType(), file.bytes());
    }

    @Override
    public Content forClient(UUID id) {
        throw new NotFound();
    }
}
