package app.entente.web.frame;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.util.Collections;
import java.util.TreeMap;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes to the log how many bytes a session would travel with, where {@code entente.session-weight} asks for it. Sizes only. */
public class SessionWeight extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(SessionWeight.class.getName());

    @Inject
    @ConfigProperty(name = "entente.session-weight", defaultValue = "false")
    private boolean asked;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        chain.doFilter(request, response);
        HttpSession session = asked ? request.getSession(false) : null;
        if (session != null) {
            TreeMap<String, Integer> sizes = new TreeMap<>();
            for (String name : Collections.list(session.getAttributeNames())) {
                sizes.put(name, size(session.getAttribute(name)));
            }
            LOG.info(() -> "session weight " + sizes.values().stream().mapToInt(Integer::intValue).sum() + " " + sizes);
        }
    }

    private static int size(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.size();
    }
}
