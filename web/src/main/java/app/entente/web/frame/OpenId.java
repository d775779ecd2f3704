package app.entente.web.frame;

import app.entente.identity.Login;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The conversation with the identity provider (OpenID Connect, authorization code with PKCE). Discovery and keys are fetched when first needed. */
@ApplicationScoped
public class OpenId {

    private static final int CONNECT = 2_000;
    private static final int READ = 5_000;

    @Inject
    @ConfigProperty(name = "entente.oidc.issuer")
    private String issuer;
    @Inject
    @ConfigProperty(name = "entente.oidc.client-id")
    private String clientId;
    @Inject
    @ConfigProperty(name = "entente.oidc.client-secret")
    private String clientSecret;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    private String baseUrl;

    private volatile OIDCProviderMetadata provider;
    private volatile JWKSource<SecurityContext> keys;

    /** Where to send somebody who is to log in; with a fresh proof of presence when the pending login is for a signature. */
    URI loginAddress(Pending pending, String language, String hint) throws IOException {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(ResponseType.CODE, new Scope("openid"), new ClientID(clientId), callback())
            .endpointURI(provider().getAuthorizationEndpointURI())
            .state(new State(pending.state()))
            .nonce(new Nonce(pending.nonce()))
            .codeChallenge(new CodeVerifier(pending.verifier()), CodeChallengeMethod.S256)
            .customParameter("ui_locales", language);
        if (pending.intent() != null) {
            request.acrValues(List.of(new ACR("signature")));
        }
        if (hint != null) {
            request.loginHint(hint);
        }
        return request.build().toURI();
    }

    /** Exchanges the code of a callback and checks everything the answer says. */
    Login redeem(String code, Pending pending) throws IOException {
        try {
            HTTPRequest request = new TokenRequest.Builder(provider().getTokenEndpointURI(), client(),
                new AuthorizationCodeGrant(new AuthorizationCode(code), callback(), new CodeVerifier(pending.verifier()))).build().toHTTPRequest();
            request.setConnectTimeout(CONNECT);
            request.setReadTimeout(READ);
            var answer = OIDCTokenResponseParser.parse(request.send());
            if (!answer.indicatesSuccess()) {
                throw new IOException("the provider refused the code: " + answer.toErrorResponse().getErrorObject().getCode());
            }
            JWT token = ((com.nimbusds.openid.connect.sdk.OIDCTokenResponse) answer.toSuccessResponse()).getOIDCTokens().getIDToken();
            IDTokenValidator validator = new IDTokenValidator(new Issuer(issuer), new ClientID(clientId),
                new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys()), null);
            IDTokenClaimsSet claims = validator.validate(token, new Nonce(pending.nonce()));
            return login(claims, token.serialize());
        } catch (ParseException | com.nimbusds.jose.proc.BadJOSEException | com.nimbusds.jose.JOSEException e) {
            throw new IOException("the provider's answer does not hold", e);
        }
    }

    /** The provider's session that a back-channel logout token ends. */
    String endedSession(String logoutToken) throws IOException {
        try {
            LogoutTokenValidator validator = new LogoutTokenValidator(new Issuer(issuer), new ClientID(clientId),
                new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys()), null);
            LogoutTokenClaimsSet claims = validator.validate(com.nimbusds.jwt.JWTParser.parse(logoutToken));
            return claims.getSessionID() == null ? null : claims.getSessionID().getValue();
        } catch (java.text.ParseException | com.nimbusds.jose.proc.BadJOSEException | com.nimbusds.jose.JOSEException e) {
            throw new IOException("the logout token does not hold", e);
        }
    }

    /** Where to send somebody who has logged out here, so that the provider ends its session too. */
    URI logoutAddress(String idToken) throws IOException {
        try {
            return new LogoutRequest(provider().getEndSessionEndpointURI(), com.nimbusds.jwt.JWTParser.parse(idToken),
                URI.create(baseUrl + "/goodbye"), null).toURI();
        } catch (java.text.ParseException e) {
            throw new IOException(e);
        }
    }

    /** Whether an answer's issuer parameter names our provider (RFC 9207). */
    boolean isIssuer(String given) {
        return issuer.equals(given);
    }

    private Login login(IDTokenClaimsSet claims, String token) {
        List<String> groups = claims.getStringListClaim("groups");
        String name = claims.getStringClaim("name");
        String locale = claims.getStringClaim("locale");
        return new Login(claims.getSubject().getValue(), claims.getStringClaim("sid"),
            claims.getAuthenticationTime() == null ? claims.getIssueTime().toInstant() : claims.getAuthenticationTime().toInstant(),
            claims.getACR() == null ? "login" : claims.getACR().getValue(), name == null ? "" : name, claims.getStringClaim("email"),
            locale != null && locale.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "fr",
            groups != null && groups.contains("operator"), token);
    }

    private OIDCProviderMetadata provider() throws IOException {
        if (provider == null) {
            try {
                provider = OIDCProviderMetadata.resolve(new Issuer(issuer), CONNECT, READ);
            } catch (com.nimbusds.oauth2.sdk.GeneralException e) {
                throw new IOException("the identity provider does not answer", e);
            }
        }
        return provider;
    }

    private JWKSource<SecurityContext> keys() throws IOException {
        if (keys == null) {
            keys = JWKSourceBuilder.create(provider().getJWKSetURI().toURL(), new DefaultResourceRetriever(CONNECT, READ, 65_536)).build();
        }
        return keys;
    }

    private ClientSecretBasic client() {
        return new ClientSecretBasic(new ClientID(clientId), new Secret(clientSecret));
    }

    private URI callback() {
        return URI.create(baseUrl + "/oidc/callback");
    }
}
