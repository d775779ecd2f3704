package app.entente.web.frame;

import app.entente.identity.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the database answers a question as the application's role. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

    @Inject
    private Accounts accounts;

    @Override
    public HealthCheckResponse call() {
        accounts.find("nobody");
        return HealthCheckResponse.up("database");
    }
}
