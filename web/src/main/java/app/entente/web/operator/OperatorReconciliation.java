package app.entente.web.operator;

import app.entente.identity.Finding;
import app.entente.identity.ReconciliationRow;
import app.entente.identity.Reconciliations;
import app.entente.kernel.Ids;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** What the nightly comparison of accounts with the identity provider has found: counts and identifiers. */
@Named
@RequestScoped
public class OperatorReconciliation {

    @Inject
    private Reconciliations reconciliations;
    @Inject
    @Param
    private String id;
    private List<ReconciliationRow> nights;
    private ReconciliationRow night;
    private List<Finding> findings = List.of();

    @PostConstruct
    void read() {
        nights = reconciliations.latest();
        UUID asked = id == null ? null : Ids.parse(id);
        night = nights.stream().filter(row -> asked == null || row.id().equals(asked)).findFirst().orElse(null);
        if (night != null || asked != null) {
            findings = reconciliations.findings(asked == null ? night.id() : asked);
        }
    }

    public List<ReconciliationRow> getNights() {
        return nights;
    }

    /** The night that is shown; null before the first one. */
    public ReconciliationRow getNight() {
        return night;
    }

    public List<Finding> getFindings() {
        return findings;
    }

    /** Whether there are more findings than are shown. */
    public boolean isCut() {
        return night != null && night.findings() > findings.size();
    }
}
