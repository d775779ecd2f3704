package app.entente.web.frame;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Money;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** What an address or a form asks for; what cannot be read of an address asks for nothing. */
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

    /** An amount that somebody typed; refused with {@code payment.amount} where it has parts of a cent. */
    public static Money amount(BigDecimal typed, String currency) {
        Money amount = Money.of(typed, currency);
        if (amount.toDecimal().compareTo(typed) != 0) {
            throw new BusinessRuleViolation("payment.amount");
        }
        return amount;
    }

    /** A number from 0 to a highest one, or what stands in for it. */
    public static int number(HttpServletRequest request, String name, int otherwise, int highest) {
        String text = text(request, name);
        return text.matches("\\d{1,6}") ? Math.min(Integer.parseInt(text), highest) : otherwise;
    }
}
