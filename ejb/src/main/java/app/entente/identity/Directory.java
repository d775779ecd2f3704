package app.entente.identity;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;

import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * The identity provider's list of people. Every call says what must be the case and may be repeated; each takes seconds at most. It fails with
 * {@link DirectoryUnavailable} when later may be better, with {@link DirectoryRefused} when only a person can help.
 */
@ApplicationScoped
public class Directory {

    private static final Logger LOG = Logger.getLogger(Directory.class.getName());
    private static final String PASSWORD = "UPDATE_PASSWORD";
    private static final String SECOND_FACTOR = "CONFIGURE_TOTP";
    /** Credentials of the provider that count as a second factor, or as stronger than one. */
    private static final Set<String> FACTORS = Set.of("otp", "webauthn", "webauthn-passwordless");
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
                create(users, email, locale, List.of(PASSWORD));
                user = find(users, email);
            }
            refuseUnlessThere(user);
            return new KnownUser(user.getId(), !actions(user).isEmpty());
        });
    }

    /**
     * The account of the address of somebody who is to work in a workspace, made now when there is none. One that is made here has to set up a second
     * factor from the start; one that was there stays as it is until its owner has agreed ({@link #secure}).
     *
     * @param locale {@code fr} or {@code en}; counts only for a new account
     * @param realmRole the provider's role that forces the second factor
     */
    public KnownMember ensureMember(String email, String locale, String realmRole) {
        return ask(users -> {
            UserRepresentation user = find(users, email);
            if (user == null) {
                create(users, email, locale, List.of(PASSWORD, SECOND_FACTOR));
                user = find(users, email);
            }
            refuseUnlessThere(user);
            boolean ours = user.getRequiredActions() != null && user.getRequiredActions().contains(SECOND_FACTOR);
            if (ours) {
                grant(users.get(user.getId()), realmRole);
            }
            return new KnownMember(user.getId(), !actions(user).isEmpty(), ours || holds(users.get(user.getId()), realmRole));
        });
    }

    /**
     * Gives an account the provider's role that forces a second factor. Whoever owns none is signed out everywhere, so that the next sign-in asks
     * for one.
     *
     * @param signOut whether to do so; false where the platform forces no second factor
     */
    public void secure(String subject, String realmRole, boolean signOut) {
        ask(users -> {
            UserResource user = users.get(subject);
            grant(user, realmRole);
            if (signOut && user.credentials().stream().noneMatch(credential -> FACTORS.contains(credential.getType()))) {
                user.logout();
            }
            return null;
        });
    }

    /**
     * Lets the provider write to somebody who has yet to choose a password or to confirm the address; to nobody else. Sends again each time.
     *
     * @param backTo where its last page leads: {@code <base-url>/places} or an address below {@code <base-url>/c/}
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

    /** Takes an account away, its sessions with it; without effect when it is gone already. */
    public void remove(String subject) {
        ask(users -> {
            try (Response response = users.delete(subject)) {
                int status = response.getStatus();
                if (status >= 400 && status != Response.Status.NOT_FOUND.getStatusCode()) {
                    throw new WebApplicationException(status);
                }
            }
            return null;
        });
    }

    /** Ends all sessions of somebody; an account that is gone has none. */
    public void logout(String subject) {
        ask(users -> {
            try {
                users.get(subject).logout();
            } catch (NotFoundException e) {
                LOG.fine("an account that is gone has no sessions to end");
            }
            return null;
        });
    }

    private static UserRepresentation find(UsersResource users, String email) {
        return users.searchByEmail(email, true).stream().findFirst().map(found -> users.get(found.getId()).toRepresentation()).orElse(null);
    }

    /** How the provider has somebody. */
    UserState state(String subject) {
        return ask(users -> {
            try {
                return Boolean.TRUE.equals(users.get(subject).toRepresentation().isEnabled()) ? UserState.ENABLED : UserState.DISABLED;
            } catch (NotFoundException e) {
                return UserState.MISSING;
            } catch (ForbiddenException e) {
                return UserState.HIDDEN;
            }
        });
    }

    /** The realm's roles somebody was given. */
    Set<String> rolesOf(String subject) {
        return ask(users -> users.get(subject).roles().realmLevel().listAll().stream().map(RoleRepresentation::getName).collect(Collectors.toSet()));
    }

    /** A page of everybody within reach, as the provider orders them. */
    List<String> subjects(int first, int most) {
        return ask(users -> users.list(first, most).stream().map(UserRepresentation::getId).toList());
    }

    private static void refuseUnlessThere(UserRepresentation user) {
        if (user == null) {
            throw new DirectoryRefused("an account that is out of reach has this address");
        }
        if (!Boolean.TRUE.equals(user.isEnabled())) {
            throw new DirectoryRefused("the account of this address is disabled");
        }
    }

    private static boolean holds(UserResource user, String realmRole) {
        return user.roles().realmLevel().listAll().stream().anyMatch(role -> realmRole.equals(role.getName()));
    }

    /** The roles on offer are those the account does not hold; reading a role by its name would need more rights than this client has. */
    private static void grant(UserResource user, String realmRole) {
        List<RoleRepresentation> wanted = user.roles().realmLevel().listAvailable().stream().filter(role -> realmRole.equals(role.getName())).toList();
        if (!wanted.isEmpty()) {
            user.roles().realmLevel().add(wanted);
        } else if (!holds(user, realmRole)) {
            throw new DirectoryRefused("the role " + realmRole + " may not be granted");
        }
    }

    private static void create(UsersResource users, String email, String locale, List<String> actions) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(email);
        user.setEmail(email);
        user.setEmailVerified(false);
        user.setEnabled(true);
        user.setRequiredActions(actions);
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
            return List.of(PASSWORD, SECOND_FACTOR).stream().filter(user.getRequiredActions()::contains).toList();
        }
        return Boolean.TRUE.equals(user.isEmailVerified()) ? List.of() : List.of(ADDRESS);
    }

    private <T> T ask(Function<UsersResource, T> question) {
        try {
            try {
                return question.apply(keycloak().realm(realm()).users());
            } catch (NotAuthorizedException e) {
                // The token may be of before a restart of the provider: a new one, once.
                forget();
                return question.apply(keycloak().realm(realm()).users());
            }
        } catch (WebApplicationException e) {
            int status = e.getResponse().getStatus();
            boolean later = status >= 500 || status == 401 || status == 408 || status == 429;
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
