package app.entente.identity;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The identity provider's list of people. Every call says what must be the case and may be repeated; each takes seconds at most. It fails with
 * {@link DirectoryUnavailable} when later may be better, with {@link DirectoryRefused} when only a person can help.
 */
@ApplicationScoped
public class Directory {

    private static final String PASSWORD = "UPDATE_PASSWORD";
    private static final String ADDRESS = "VERIFY_EMAIL";
    /** A client of the realm in whose name nobody can sign in: it only lists where the links in the provider's mails may lead back to. */
    private static final String LINKS = "entente-portal";

    @Inject
    @ConfigProperty(name = "entente.provisioner.url")
    String url;
    @Inject
    @ConfigProperty(name = "entente.oidc.issuer")
    String issuer;
    @Inject
    @ConfigProperty(name = "entente.provisioner.client-id")
    String clientId;
    @Inject
    @ConfigProperty(name = "entente.provisioner.client-secret")
    String clientSecret;
    private Keycloak keycloak;

    /**
     * The account of an address, made now when there is none. It carries no name: that is for its owner to say.
     *
     * @param locale {@code fr} or {@code en}; counts only for a new account
     */
    public KnownUser ensureUser(String email, String locale) {
        return ask(users -> {
            UserRepresentation user = find(users, email);
            if (user == null) {
                create(users, email, locale);
                user = find(users, email);
            }
            if (user == null) {
                throw new DirectoryRefused("an account that is out of reach has this address");
            }
            if (!Boolean.TRUE.equals(user.isEnabled())) {
                throw new DirectoryRefused("the account of this address is disabled");
            }
            return new KnownUser(user.getId(), !actions(user).isEmpty());
        });
    }

    /**
     * Lets the provider write to somebody who has yet to choose a password or to confirm the address; to nobody else. Sends again each time.
     *
     * @param backTo where its last page leads: an address below {@code <base-url>/c/}
     */
    public void sendPasswordMail(String subject, String backTo) {
        ask(users -> {
            List<String> actions = actions(users.get(subject).toRepresentation());
            if (!actions.isEmpty()) {
                users.get(subject).executeActionsEmail(LINKS, backTo, actions);
            }
            return null;
        });
    }

    /** Ends all sessions of somebody. */
    public void logout(String subject) {
        ask(users -> {
            users.get(subject).logout();
            return null;
        });
    }

    private static UserRepresentation find(UsersResource users, String email) {
        return users.searchByEmail(email, true).stream().findFirst().map(found -> users.get(found.getId()).toRepresentation()).orElse(null);
    }

    private static void create(UsersResource users, String email, String locale) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(email);
        user.setEmail(email);
        user.setEmailVerified(false);
        user.setEnabled(true);
        user.setRequiredActions(List.of(PASSWORD));
        user.setAttributes(Map.of("locale", List.of(locale)));
        try (Response response = users.create(user)) {
            if (response.getStatus() != Response.Status.CONFLICT.getStatusCode()) {
                CreatedResponseUtil.getCreatedId(response);
            }
        }
    }

    /** What somebody has yet to do before the account is theirs; choosing the password by a mail's link confirms the address, too. */
    private static List<String> actions(UserRepresentation user) {
        if (user.getRequiredActions() != null && user.getRequiredActions().contains(PASSWORD)) {
            return List.of(PASSWORD);
        }
        return Boolean.TRUE.equals(user.isEmailVerified()) ? List.of() : List.of(ADDRESS);
    }

    private <T> T ask(Function<UsersResource, T> question) {
        try {
            return question.apply(keycloak().realm(realm()).users());
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            boolean later = status >= 500 || status == 401 || status == 408 || status == 429;
            forget();
            if (later) {
                throw new DirectoryUnavailable("the identity provider answered " + status, e);
            }
            throw new DirectoryRefused("the identity provider answered " + status);
        } catch (ProcessingException e) {
            throw new DirectoryUnavailable("the identity provider does not answer", e);
        }
    }

    private String realm() {
        return issuer.substring(issuer.lastIndexOf('/') + 1);
    }

    private synchronized Keycloak keycloak() {
        if (keycloak == null) {
            keycloak = KeycloakBuilder.builder().serverUrl(url).realm(realm()).grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(clientId).clientSecret(clientSecret).resteasyClient(JerseyProxies.client()).build();
        }
        return keycloak;
    }

    /** A token that is no longer liked is not used again. */
    @PreDestroy
    synchronized void forget() {
        if (keycloak != null) {
            keycloak.close();
            keycloak = null;
        }
    }
}
