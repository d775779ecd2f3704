package app.entente.identity;

/**
 * Somebody the identity provider knows and who is to work in a workspace.
 *
 * @param subject how the provider names them
 * @param fresh whether they have yet to choose a password, so that the provider has to write to them
 * @param enforced whether the provider asks them for a second factor already
 */
public record KnownMember(String subject, boolean fresh, boolean enforced) {
}
