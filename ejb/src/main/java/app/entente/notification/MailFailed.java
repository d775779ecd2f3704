package app.entente.notification;

/**
 * A mail was given up.
 *
 * @param key the key it was queued under
 */
public record MailFailed(String key) {
}
