package app.entente.document;

import java.time.Instant;

/**
 * What a seal that holds is around.
 *
 * @param stampedAt the time-stamp, UTC
 */
public record OpenedSeal(byte[] content, Instant stampedAt) {
}
