package app.entente.web.frame;

import app.entente.identity.Login;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;

/** Signs somebody out, here and at the identity provider, and says goodbye. */
@WebServlet({"/logout", "/goodbye"})
public class Logout extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient OpenId provider;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect("/");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!Csrf.holds(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        HttpSession session = request.getSession();
        Login login = (Login) session.getAttribute(SignIn.LOGIN);
        session.invalidate();
        response.sendRedirect(login == null ? "/" : provider.logoutAddress(login.idToken()).toString());
    }
}
