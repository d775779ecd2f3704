package app.entente.web.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Holds off who asks for workspaces in bulk: five requests an hour from one address. Nothing is kept longer than the hour. */
@ApplicationScoped
public class RequestTurns {

    private static final int MOST = 5;

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    @Inject
    private Clock clock;
    private long hour;

    /** Takes a turn; false when there is none left in this hour. */
    public synchronized boolean take(String address) {
        long now = clock.millis() / 3_600_000;
        if (now != hour) {
            taken.clear();
            hour = now;
        }
        return taken.merge(address, 1, Integer::sum) <= MOST;
    }
}
