package app.entente.seed;

import app.entente.identity.Accounts;
import app.entente.tenant.InTenant;
import app.entente.workspace.Workspaces;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Creates, at the start of a demonstration, the demo practices that are absent. A second start changes nothing. It has no transaction of its own:
 * each practice has one, and an operator is appointed through another database role than the account is made with.
 */
@Singleton
@Startup
@DependsOn("LawPacks")
@TransactionManagement(TransactionManagementType.BEAN)
public class DemoPractices {

    private static final Logger LOG = Logger.getLogger(DemoPractices.class.getName());
    private static final DemoWorkspace.Login OPERATOR = new DemoWorkspace.Login("11111111-0000-4000-8000-000000000004", "omar@demo.example");

    @Inject
    @ConfigProperty(name = "entente.demo", defaultValue = "false")
    private boolean demo;
    @Inject
    private Workspaces workspaces;
    @Inject
    private Accounts accounts;
    @Inject
    private Operators operators;
    @Inject
    private Furnishing furnishing;
    @Inject
    private InTenant inTenant;

    @PostConstruct
    void start() {
        if (!demo) {
            return;
        }
        operators.appoint(account(OPERATOR));
        for (DemoWorkspace practice : DemoWorkspace.all()) {
            if (workspaces.find(practice.id()) == null) {
                Map<String, UUID> known = accountsOf(practice);
                inTenant.run(practice.id(), () -> furnishing.furnish(practice, known));
                LOG.info(() -> "demo practice " + practice.slug() + " is open");
            }
        }
    }

    private Map<String, UUID> accountsOf(DemoWorkspace practice) {
        List<DemoWorkspace.Login> logins = Stream.concat(Stream.of(practice.owner()), practice.clients().stream().map(DemoWorkspace.Client::login))
            .filter(Objects::nonNull).toList();
        Map<String, UUID> known = new HashMap<>();
        logins.forEach(login -> known.put(login.subject(), account(login)));
        return known;
    }

    private UUID account(DemoWorkspace.Login login) {
        return accounts.ensure(login.subject(), login.email(), "fr");
    }
}
