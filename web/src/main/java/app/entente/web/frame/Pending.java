package app.entente.web.frame;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A login that has been sent to the identity provider and is awaited. Several may wait in one session (several tabs), each taken once.
 *
 * @param state names it
 * @param nonce binds the answer to it
 * @param verifier PKCE secret (RFC 7636)
 * @param target path to go back to
 * @param intent the signing act this login is to prove; null for a plain login
 * @param begun when it was sent, UTC
 */
record Pending(String state, String nonce, String verifier, String target, String intent, Instant begun) implements Serializable {

    private static final String KEY = "entente.pending";
    private static final int MOST = 8;
    private static final Duration AGE = Duration.ofMinutes(10);

    static Pending begin(HttpSession session, String target, String intent, String nonce, Instant now) {
        Pending pending = new Pending(new State().getValue(), nonce == null ? new Nonce().getValue() : nonce, new CodeVerifier().getValue(),
            target, intent, now);
        synchronized (session) {
            LinkedHashMap<String, Pending> all = all(session);
            all.values().removeIf(p -> p.begun.isBefore(now.minus(AGE)));
            while (all.size() >= MOST) {
                all.remove(all.values().stream().min(Comparator.comparing(Pending::begun)).orElseThrow().state);
            }
            all.put(pending.state, pending);
            session.setAttribute(KEY, all);
        }
        return pending;
    }

    /** The awaited login of that name, taken out; null when there is none or it is too old. */
    static Pending take(HttpSession session, String state, Instant now) {
        if (session == null || state == null) {
            return null;
        }
        synchronized (session) {
            LinkedHashMap<String, Pending> all = all(session);
            Pending pending = all.remove(state);
            session.setAttribute(KEY, all);
            return pending == null || pending.begun.isBefore(now.minus(AGE)) ? null : pending;
        }
    }

    @SuppressWarnings("unchecked")
    private static LinkedHashMap<String, Pending> all(HttpSession session) {
        Object all = session.getAttribute(KEY);
        return all == null ? new LinkedHashMap<>() : new LinkedHashMap<>((Map<String, Pending>) all);
    }
}
