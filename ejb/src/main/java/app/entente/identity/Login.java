package app.entente.identity;

import java.io.Serializable;
import java.time.Instant;

/**
 * What the identity provider said at the last login of a session.
 *
 * @param subject the person, for the provider
 * @param sessionId the provider's session
 * @param authenticatedAt when the person proved who they are, UTC
 * @param level {@code login} or {@code signature}
 * @param name the name they gave the provider
 * @param email their verified address
 * @param locale their language
 * @param operator whether the provider, too, counts them among the operators
 * @param idToken kept only as the hint that a logout needs
 */
public record Login(String subject, String sessionId, Instant authenticatedAt, String level, String name, String email, String locale,
    boolean operator, String idToken) implements Serializable {
}
