package app.entente.web.site;

import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What search engines may read: the front page and the page of every open practice, nothing else. */
@WebServlet({"/robots.txt", "/sitemap.xml"})
public class Robots extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Workspaces workspaces;
    @Inject
    @ConfigProperty(name = "entente.base-url")
    private String baseUrl;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "public, max-age=3600");
        if (request.getServletPath().endsWith(".txt")) {
            response.setContentType("text/plain");
            response.getWriter().write("User-agent: *\nAllow: /p/\nAllow: /resources/\nDisallow: /w/\nDisallow: /c/\nDisallow: /operator\n"
                + "Disallow: /places\nDisallow: /oidc/\nDisallow: /language\nSitemap: " + baseUrl + "/sitemap.xml\n");
            return;
        }
        response.setContentType("application/xml");
        PrintWriter out = response.getWriter();
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        out.write("<url><loc>" + baseUrl + "/</loc></url>\n");
        for (Workspace practice : workspaces.open()) {
            out.write("<url><loc>" + baseUrl + "/p/" + practice.getSlug() + "</loc></url>\n");
        }
        out.write("</urlset>\n");
    }
}
