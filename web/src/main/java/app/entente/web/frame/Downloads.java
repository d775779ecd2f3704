package app.entente.web.frame;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.kernel.NotFound;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends what is downloaded from a workspace, as an attachment that no cache keeps. What is not there and what is somebody else's are both 404. */
@WebServlet(name = "downloads", urlPatterns = {"/w/*", "/c/*"})
// A page that takes a file lies under the same addresses: the servlet that is asked first must be one that may read it.
@MultipartConfig(maxFileSize = 8_388_608, maxRequestSize = 8_388_608)
public class Downloads extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern REST = Pattern.compile("/download/([a-z]+)/([0-9a-f-]{36})");

    private static final Pattern YEAR = Pattern.compile("/download/([a-z]+)/(2\\d{3})");

    @Inject
    private transient Here here;
    @Inject
    @Any
    private transient Instance<Download> downloads;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Matcher year = YEAR.matcher(here.address().rest());
            if (year.matches() && here.address().area() == Address.Area.CLIENT) {
                send(download(year.group(1)).forClient(Integer.parseInt(year.group(2))), response);
                return;
            }
            Optional<Download.Stream> whole = whole(here.address());
            if (whole.isPresent()) {
                send(whole.get(), response);
                return;
            }
            Download.Content content = content(here.address());
            response.setContentType(content.mediaType());
            response.setHeader("Content-Disposition", "attachment; filename=\"" + content.name() + "\"");
            response.setHeader("Cache-Control", "private, no-store");
            response.setContentLength(content.bytes().length);
            response.getOutputStream().write(content.bytes());
        } catch (EJBAccessException e) {
            Refusals.note(e);
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } catch (BusinessRuleViolation e) {
            // What is made while it is asked for may have to wait: the time-stamp does not answer.
            response.setHeader("Retry-After", "120");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } catch (NotFound e) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private Optional<Download.Stream> whole(Address address) {
        Matcher rest = REST.matcher(address.rest());
        return address.area() == Address.Area.PRACTICE && rest.matches() ? download(rest.group(1)).longForPractice(Ids.parse(rest.group(2))) : Optional.empty();
    }

    private Download.Content content(Address address) {
        Matcher rest = REST.matcher(address.rest());
        if (!rest.matches()) {
            throw new NotFound();
        }
        UUID id = Ids.parse(rest.group(2));
        Download download = download(rest.group(1));
        return switch (address.area()) {
            case PRACTICE -> download.forPractice(id);
            case CLIENT -> download.forClient(id);
            default -> throw new NotFound();
        };
    }

    private Download download(String kind) {
        return downloads.stream().filter(candidate -> candidate.kind().equals(kind)).findFirst().orElseThrow(NotFound::new);
    }

    private static void send(Download.Stream file, HttpServletResponse response) throws IOException {
        response.setContentType(file.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        response.setHeader("Cache-Control", "private, no-store");
        file.body().write(response.getOutputStream());
    }
}
