package app.entente.web.frame;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Keeps the language somebody chose in a cookie that holds nothing else, and goes back to where they were. */
@WebServlet("/language")
public class LanguageChoice extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int YEAR = 365 * 24 * 3600;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Cookie cookie = new Cookie(SignIn.LANGUAGE_COOKIE, "en".equals(request.getParameter("to")) ? "en" : "fr");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setMaxAge(YEAR);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        String from = request.getParameter("from");
        boolean ours = from != null && from.startsWith("/") && !from.startsWith("//") && !from.contains("\\") && from.chars().noneMatch(Character::isISOControl);
        response.sendRedirect(ours ? from : "/");
    }
}
