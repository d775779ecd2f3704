package app.entente.web.frame;

import app.entente.identity.Caller;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.regex.Pattern;

/** Peels the place off the address and forwards to the page. Views are never reached by their own names. */
public class PlaceFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Pattern SERVED_AS_IS = Pattern.compile(
        "/(jakarta\\.faces\\.resource|resources|oidc|health)(/.*)?|/(logout|goodbye|language|robots\\.txt|sitemap\\.xml)"
            + "|/[wc]/[a-z0-9-]+/(document|download)/[A-Za-z0-9/_.-]+|/feed/[A-Za-z0-9_-]{20,100}\\.ics|/favicon\\.ico");
    /** What a page may be sent; the servlets read a little more, so that files just beyond what a feature takes are refused in its own words. */
    private static final long MOST_BYTES = 7_000_000;
    private static final Pattern DRAFT = Pattern.compile("/w/[a-z0-9-]+/draft/[0-9a-f-]{36}");

    @Inject
    private transient Here here;
    @Inject
    private transient Caller caller;
    @Inject
    private transient Me me;
    @Inject
    private transient Messages messages;
    @Resource
    private transient UserTransaction transaction;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        String path = request.getRequestURI();
        if (SERVED_AS_IS.matcher(path).matches()) {
            chain.doFilter(request, response);
            return;
        }
        Address address = here.address();
        if (address.area() == Address.Area.PRACTICE && "/".equals(address.rest()) && !Rooms.open(Rooms.first("").substring(1), caller.role())) {
            response.sendRedirect(address.prefix() + Rooms.first(caller.role()));
            return;
        }
        if (DRAFT.matcher(path).matches()) {
            request.getRequestDispatcher("/draft").forward(request, response);
            return;
        }
        Frame.keep(request, here, me, messages);
        String view = address.view();
        if (view == null || request.getServletContext().getResource(view) == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            // The server would refuse to read it and say nothing of use: the same page says that it is too large.
            response.setHeader("Location", path + "?large=yes");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            return;
        }
        if (here.workspace() == null || "POST".equals(request.getMethod())) {
            request.getRequestDispatcher(view).forward(request, response);
        } else {
            inOneTransaction(request, response, view);
        }
    }

    /** A page that is read asks several boundaries: in one transaction they share its frame, its connection and what it has read already. */
    private void inOneTransaction(HttpServletRequest request, HttpServletResponse response, String view) throws IOException, ServletException {
        try {
            transaction.begin();
            boolean shown = false;
            try {
                request.getRequestDispatcher(view).forward(request, response);
                shown = transaction.getStatus() == Status.STATUS_ACTIVE;
            } finally {
                if (shown) {
                    transaction.commit();
                } else {
                    transaction.rollback();
                }
            }
        } catch (NotSupportedException | SystemException | RollbackException | HeuristicMixedException | HeuristicRollbackException e) {
            throw new ServletException("the page's transaction did not end well", e);
        }
    }
}
