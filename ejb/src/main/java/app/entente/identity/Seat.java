package app.entente.identity;

import java.util.UUID;

/**
 * What an account is in a workspace, now.
 *
 * @param ended whether the provider has ended the session that asks: then the rest is of no account
 * @param role role of its membership (owner, assistant, supervisor); null when it does not work here
 * @param personId the person whose portal it is; null when it is nobody's
 * @param support whether somebody of the platform asks to look into the workspace, or was let in not long ago; false for who does not work here
 */
public record Seat(boolean ended, String role, UUID personId, boolean support) {
}
