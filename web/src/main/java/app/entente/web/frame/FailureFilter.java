package app.entente.web.frame;

import app.entente.kernel.Failure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Gives what went wrong outside people's control a number: the page tells it, the log holds the cause under it, and neither tells of a person. */
public class FailureFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(FailureFilter.class.getName());

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status instanceof Integer code && code >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            request.setAttribute("errorReference", Failure.tell(LOG, Level.SEVERE,
                "failure at " + Address.of(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))).area(),
                (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION)));
        }
        chain.doFilter(request, response);
    }
}
