package app.entente.web.signing;

import app.entente.identity.Caller;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import app.entente.signing.Proof;
import app.entente.signing.SigningWork;
import app.entente.signing.Signings;
import app.entente.web.frame.Answer;
import app.entente.web.frame.SignIn;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/** The identity provider has answered a request for proof: the intent becomes a signature, and the last one lets the document be sealed. */
@WebServlet("/oidc/callback")
public class ProofCallback extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Signings signings;
    @Inject
    private transient SigningWork work;
    @Inject
    private transient Caller caller;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer = SignIn.answer(request);
        if (answer == null) {
            response.sendRedirect("/places");
            return;
        }
        try {
            UUID signing = signings.prove(Ids.parse(answer.intent()),
                new Proof(answer.nonce(), caller.level(), caller.authenticatedAt(), caller.sessionId()));
            work.finish(signing);
            response.sendRedirect(answer.target());
        } catch (BusinessRuleViolation | NotFound e) {
            response.sendRedirect(answer.target() + "&unproved=1");
        } catch (EJBException e) {
            if (!(e.getCause() instanceof OptimisticLockException)) {
                throw e;
            }
            // The same answer came twice at once: the other one has signed, and the page shows it.
            response.sendRedirect(answer.target());
        }
    }
}
