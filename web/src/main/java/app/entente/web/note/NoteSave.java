package app.entente.web.note;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import app.entente.note.Drafts;
import app.entente.note.Saved;
import app.entente.web.frame.Fmt;
import app.entente.web.frame.Here;
import app.entente.web.frame.Messages;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps a draft while it is typed: the page posts its form to {@code /w/{slug}/draft/{id}} and gets told what became of it. Reached only through the
 * frame's filter, so that the workspace and the roles are those of the address.
 */
@WebServlet(name = "draft", urlPatterns = "/draft")
public class NoteSave extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int UNPROCESSABLE = 422;

    @Inject
    private transient Drafts drafts;
    @Inject
    private transient Here here;
    @Inject
    private transient Messages msg;
    @Inject
    private transient Fmt fmt;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!here.getCsrf().equals(request.getParameter("_csrf"))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        try {
            String rest = here.address().rest();
            Saved saved = drafts.save(Ids.parse(rest.substring(rest.lastIndexOf('/') + 1)), EntryForm.revision(request.getParameterMap()),
                EntryForm.aside(request.getParameterMap()), EntryForm.content(request.getParameterMap()));
            JsonObjectBuilder answer = Json.createObjectBuilder().add("revision", saved.revision()).add("said", msg.of("note.write.saved", fmt.time(saved.at())))
                .add("signed", saved.signed());
            if (saved.aside() != null) {
                answer.add("aside", saved.aside().toString());
            }
            say(response, HttpServletResponse.SC_OK, answer);
        } catch (BusinessRuleViolation e) {
            refuse(response, e);
        } catch (EJBTransactionRolledbackException e) {
            // What is refused when the transaction ends (a workspace that may only be read) arrives wrapped.
            Throwable cause = e;
            while (cause != null && !(cause instanceof BusinessRuleViolation)) {
                cause = cause.getCause();
            }
            if (cause == null) {
                throw e;
            }
            refuse(response, (BusinessRuleViolation) cause);
        } catch (NotFound | EJBAccessException e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void refuse(HttpServletResponse response, BusinessRuleViolation refused) throws IOException {
        say(response, UNPROCESSABLE, Json.createObjectBuilder().add("said", msg.fill(refused.code(), refused.arguments())));
    }

    private static void say(HttpServletResponse response, int status, JsonObjectBuilder answer) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().write(answer.build().toString());
    }
}
