package app.entente.web.payment;

import app.entente.kernel.NotFound;
import app.entente.payment.MoneyFile;
import app.entente.payment.YearStatements;
import app.entente.web.frame.Download;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Gives sealed statements to download: to the practice by the statement, to a client by the year. */
@ApplicationScoped
public class StatementDownload implements Download {

    @Inject
    private YearStatements statements;

    @Override
    public String kind() {
        return "statement";
    }

    @Override
    public Content forPractice(UUID id) {
        MoneyFile file = statements.file(id);
        return new Content(file.name(), file.mediaType(), file.bytes());
    }

    @Override
    public Content forClient(UUID id) {
        throw new NotFound();
    }

    @Override
    public Stream forClient(int year) {
        MoneyFile file = statements.mine(year);
        return new Stream(file.name(), file.mediaType(), out -> out.write(file.bytes()));
    }
}
