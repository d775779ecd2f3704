package app.entente.notification;

import java.time.Instant;

/**
 * A mail has left.
 *
 * @param key the key it was queued under
 * @param at when, UTC
 */
public record MailSent(String key, Instant at) {
}
