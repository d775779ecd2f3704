package app.entente.web.frame;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Set;

/** What every answer says to browsers about trust, error pages included; the refusal of posts that come from elsewhere and of
 * methods that nothing uses; no cookie without protection. */
public class HeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    /** The constraints of web.xml that name no method hold for all; the one that refuses the others counts only where no other one holds. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    @Inject
    private transient Trust trust;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        trust.says(request, response);
        if (!METHODS.contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        if (first && "POST".equals(request.getMethod()) && !request.getRequestURI().equals("/oidc/backchannel-logout") && trust.foreign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, first ? new Guarded(response) : response);
    }

    /** Libraries set cookies as well, and not all of them think of what a browser may do with them. */
    private static final class Guarded extends HttpServletResponseWrapper {

        private Guarded(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addCookie(Cookie cookie) {
            cookie.setSecure(true);
            cookie.setHttpOnly(true);
            if (cookie.getAttribute("SameSite") == null) {
                cookie.setAttribute("SameSite", "Lax");
            }
            super.addCookie(cookie);
        }
    }
}
