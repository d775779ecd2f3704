package app.entente.web.payment;

import app.entente.kernel.Ids;
import app.entente.payment.Balances;
import app.entente.payment.Debtor;
import app.entente.payment.PaymentStatement;
import app.entente.payment.Settlements;
import app.entente.payment.YearStatements;
import app.entente.web.frame.Asked;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;

/** The account of one client or one payer. */
@Named
@RequestScoped
public class PaymentAccount {

    @Inject
    private Balances balances;
    @Inject
    private Settlements settlements;
    @Inject
    private YearStatements statementsOf;
    @Inject
    private HttpServletRequest request;
    private Balances.Standing standing;
    private List<PaymentStatement> statements;
    private List<String> years;
    private String chosen;

    @PostConstruct
    void load() {
        String payer = Asked.text(request, "payer");
        standing = payer.isEmpty() ? balances.ofClient(Ids.parse(Asked.text(request, "person"))) : balances.ofPayer(payer);
        statements = payer.isEmpty() ? statementsOf.madeForClient(standing.balance().personId()) : statementsOf.madeForPayer(payer);
        years = statementsOf.years(payer.isEmpty() ? Debtor.client(standing.balance().personId()) : Debtor.payer(payer)).stream().map(String::valueOf).toList();
        chosen = years.stream().findFirst().orElse("");
    }

    /** Makes the statement of the year that was chosen. */
    public String state() {
        int year = Integer.parseInt(chosen);
        if (standing.balance().payer()) {
            statementsOf.ofPayer(standing.balance().payerName(), year);
        } else {
            statementsOf.ofClient(standing.balance().personId(), year);
        }
        return "/payment/account?faces-redirect=true&" + getWhich();
    }

    /** Settles an open receipt with what stands on account. */
    public String settle() {
        UUID id = standing.unpaid().get(0).id();
        settlements.settle(id);
        return "/payment/account?faces-redirect=true&" + getWhich();
    }

    public Balances.Standing getStanding() {
        return standing;
    }

    /** The statements that were made, latest first. */
    public List<PaymentStatement> getStatements() {
        return statements;
    }

    /** A year without the space that separates thousands. */
    public String year(PaymentStatement statement) {
        return String.valueOf(statement.getYear());
    }

    /** The years that a statement can be made of, latest first. */
    public List<String> getYears() {
        return years;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    /** Whether something on account can settle what is open. */
    public boolean isFree() {
        return standing.free().minor() > 0;
    }

    /** The part of this address that names the account. */
    public String getWhich() {
        return PaymentBalance.which(standing.balance());
    }
}
