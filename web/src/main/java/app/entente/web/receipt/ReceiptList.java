package app.entente.web.receipt;

import app.entente.receipt.ReceiptLedger;
import app.entente.receipt.Receipts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** The practice's receipts, newest first; period and client come from the address. */
@Named
@RequestScoped
public class ReceiptList {

    @Inject
    private Receipts receipts;
    @Inject
    private HttpServletRequest request;
    private LocalDate from;
    private LocalDate until;
    private String words;
    private ReceiptLedger ledger;

    @PostConstruct
    void load() {
        from = day(request.getParameter("from"));
        until = day(request.getParameter("until"));
        words = request.getParameter("client") == null ? "" : request.getParameter("client").strip();
        ledger = receipts.ledger(from, until, words);
    }

    /** A day in an address; what is no day filters nothing. */
    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** First day, yyyy-MM-dd, or nothing. */
    public String getFrom() {
        return from == null ? "" : from.toString();
    }

    /** Last day, yyyy-MM-dd, or nothing. */
    public String getUntil() {
        return until == null ? "" : until.toString();
    }

    public String getWords() {
        return words;
    }

    public ReceiptLedger getLedger() {
        return ledger;
    }

    public boolean isFiltered() {
        return from != null || until != null || !words.isEmpty();
    }
}
