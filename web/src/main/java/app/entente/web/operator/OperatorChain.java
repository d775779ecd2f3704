package app.entente.web.operator;

import app.entente.audit.ChainVerdict;
import app.entente.audit.PlatformChain;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Checks the platform's own journal each time it is opened. */
@Named
@RequestScoped
public class OperatorChain {

    @Inject
    private PlatformChain chain;
    private ChainVerdict verdict;

    @PostConstruct
    void check() {
        verdict = chain.check();
    }

    public ChainVerdict getVerdict() {
        return verdict;
    }
}
