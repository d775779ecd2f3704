package app.entente.audit;

import java.time.Instant;

/**
 * Something done with a client's file, as the client is told of it.
 *
 * @param seq its number in the chain
 * @param at when, UTC
 * @param kind what was done
 * @param role in which role: {@code practitioner}, {@code assistant}, {@code supervisor} or {@code support}
 */
public record Opening(long seq, Instant at, String kind, String role) {
}
