package app.entente.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** What an address asks for; what cannot be read asks for nothing. */
public final class Asked {

    private Asked() {
    }

    /** A day; null when there is none. */
    public static LocalDate day(HttpServletRequest request, String name) {
        try {
            String text = text(request, name);
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** A text without the space around it; empty when there is none. */
    public static String text(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        return text == null ? "" : text.strip();
    }

    /** A number from 0 to a highest one, or what stands in for it. */
    public static int number(HttpServletRequest request, String name, int otherwise, int highest) {
        String text = text(request, name);
        return text.matches("\\d{1,6}") ? Math.min(Integer.parseInt(text), highest) : otherwise;
    }
}
