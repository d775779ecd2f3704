package app.entente.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret of the session for forms that Faces does not protect by its view state: logging out. */
final class Csrf {

    private static final String KEY = "entente.csrf";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Csrf() {
    }

    static String of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return "";
        }
        String secret = (String) session.getAttribute(KEY);
        if (secret == null) {
            byte[] bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            session.setAttribute(KEY, secret);
        }
        return secret;
    }

    static boolean holds(HttpServletRequest request) {
        String given = request.getParameter("_csrf");
        HttpSession session = request.getSession(false);
        String secret = session == null ? null : (String) session.getAttribute(KEY);
        return given != null && secret != null
            && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
