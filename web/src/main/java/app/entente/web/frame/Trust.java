package app.entente.web.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer says to browsers about trust. Said by the sign-in mechanism, which answers before any filter (redirects to the sign-in server,
 * places that are not there), and again by {@link HeadersFilter} where an error page begins the answer anew.
 */
@ApplicationScoped
public class Trust {

    /** Everything but scripts: PrimeFaces adds {@code script-src} with the nonce of each page, and two policies would both have to agree. */
    private static final String POLICY = "style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'none'; frame-src 'none'; "
        + "worker-src 'none'; manifest-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ";

    @Inject
    @ConfigProperty(name = "entente.base-url")
    private String baseUrl;
    @Inject
    @ConfigProperty(name = "entente.oidc.issuer")
    private String issuer;

    /** Says it; saying it twice is the same as once, but for the policy of scripts that a page has added. */
    public void says(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI();
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Not «no-referrer»: with it browsers post from our own pages under the origin «null», which is refused.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
        if (baseUrl.startsWith("https:")) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (path.startsWith("/jakarta.faces.resource/")) {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        } else if (path.startsWith("/resources/")) {
            response.setHeader("Cache-Control", "public, max-age=86400");
        } else {
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Security-Policy", POLICY + origin(issuer));
        }
    }

    /** Whether a request comes from a page of somebody else. */
    boolean foreign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String site = request.getHeader("Sec-Fetch-Site");
        return origin != null ? !origin.equals(origin(baseUrl)) : site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static String origin(String url) {
        URI uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
