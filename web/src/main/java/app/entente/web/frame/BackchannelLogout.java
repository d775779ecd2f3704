package app.entente.web.frame;

import app.entente.identity.Accounts;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The identity provider tells that a session has ended (OpenID Connect Back-Channel Logout 1.0). Telling twice is the same as once. */
@WebServlet("/oidc/backchannel-logout")
public class BackchannelLogout extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient OpenId provider;
    @Inject
    private transient Accounts accounts;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String token = request.getParameter("logout_token");
        if (token == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            String sid = provider.endedSession(token);
            if (sid != null) {
                accounts.endSession(sid);
            }
        } catch (IOException e) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
