package app.entente.identity;

/**
 * Somebody the identity provider knows.
 *
 * @param subject how the provider names them
 * @param fresh whether they have yet to choose a password, so that the provider has to write to them
 */
public record KnownUser(String subject, boolean fresh) {
}
