package app.entente.web.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps anybody from guessing codes: thirty questions a minute from one address. Nothing is kept longer than the minute. */
@ApplicationScoped
public class CheckTurns {

    private static final int MOST = 30;

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    @Inject
    private Clock clock;
    private long minute;

    /** Takes a turn; false when there is none left in this minute. */
    public synchronized boolean take(String address) {
        long now = clock.millis() / 60_000;
        if (now != minute) {
            taken.clear();
            minute = now;
        }
        return taken.merge(address, 1, Integer::sum) <= MOST;
    }
}
