package app.entente.support;

import java.time.Instant;
import java.util.UUID;

/** An access that lasts: which one, and until when, UTC. */
public record SupportSeat(UUID access, Instant until) {
}
