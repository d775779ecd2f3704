package app.entente.web.agreement;

import app.entente.agreement.AgreementRow;
import app.entente.agreement.Agreements;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The practice's agreements; those that await its signature first. */
@Named
@RequestScoped
public class AgreementList {

    @Inject
    private Agreements agreements;
    private List<AgreementRow> rows;

    @PostConstruct
    void load() {
        rows = agreements.page();
    }

    public List<AgreementRow> getRows() {
        return rows;
    }

    /** Those the practice is to counter-sign. */
    public List<AgreementRow> getAwaiting() {
        return rows.stream().filter(AgreementRow::awaitsPractice).toList();
    }
}
