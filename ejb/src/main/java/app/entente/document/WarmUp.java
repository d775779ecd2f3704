package app.entente.document;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;

/** Draws a first document beside the start, so that the first person to wait for one does not pay for reading the fonts. */
@Singleton
@Startup
public class WarmUp {

    @Resource
    private ManagedExecutorService executor;
    @Inject
    private DocumentRenderer renderer;

    @PostConstruct
    void begin() {
        executor.execute(renderer::warmUp);
    }
}
