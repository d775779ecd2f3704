package app.entente.web.frame;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Peels the place off the address and forwards to the page. Views are never reached by their own names. */
public class PlaceFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern SERVED_AS_IS = Pattern.compile(
        "/(jakarta\\.faces\\.resource|resources|oidc|health)(/.*)?|/(logout|goodbye|language|robots\\.txt|sitemap\\.xml)"
            + "|/[wc]/[a-z0-9-]+/(document|download)/[A-Za-z0-9/_.-]+|/favicon\\.ico");

    @Inject
    private transient Here here;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String path = request.getRequestURI();
        if (SERVED_AS_IS.matcher(path).matches()) {
            chain.doFilter(request, response);
            return;
        }
        String view = here.address().view();
        if (view == null || request.getServletContext().getResource(view) == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.getRequestDispatcher(view).forward(request, response);
    }
}
