package app.entente.web.document;

import app.entente.agreement.Agreement;
import app.entente.agreement.Agreements;
import app.entente.document.SealedDocument;
import app.entente.document.Seals;
import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import app.entente.signing.Signings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;

/**
 * Documents of an agreement, as they are kept: {@code …/document/agreement/{id}} the sealed one, {@code …/document/evidence/{id}} its evidence,
 * {@code …/document/frozen/{signing}/{language}} the bytes shown. Who may is decided by the feature.
 */
@WebServlet({"/w/*", "/c/*"})
public class Downloads extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Agreements agreements;
    @Inject
    private transient Seals seals;
    @Inject
    private transient Signings signings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] parts = request.getRequestURI().split("/");
        try {
            if (parts.length < 6 || !"document".equals(parts[3])) {
                throw new NotFound();
            }
            if ("frozen".equals(parts[4]) && parts.length == 7) {
                send(response, signings.fetch(Ids.parse(parts[5]), parts[6]), "document-" + parts[6] + ".pdf");
            } else {
                Agreement agreement = agreements.find(Ids.parse(parts[5]));
                send(response, sealed(parts[4], agreement.getId()), parts[4] + ".pdf");
            }
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private byte[] sealed(String kind, UUID agreement) {
        if (!"agreement".equals(kind) && !"evidence".equals(kind)) {
            throw new NotFound();
        }
        SealedDocument document = seals.ofSubject(kind, agreement).orElseThrow(NotFound::new);
        return seals.bytes(document.getId());
    }

    private static void send(HttpServletResponse response, byte[] bytes, String name) throws IOException {
        response.setContentType("application/pdf");
        response.setContentLength(bytes.length);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.getOutputStream().write(bytes);
    }
}
