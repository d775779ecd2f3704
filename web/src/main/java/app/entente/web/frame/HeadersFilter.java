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

/** What every answer says to browsers about trust, error pages included; the refusal of posts that come from elsewhere; no cookie without protection. */
public class HeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Trust trust;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        trust.says(request, response);
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
