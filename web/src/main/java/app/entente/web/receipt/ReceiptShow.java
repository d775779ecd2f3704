package app.entente.web.receipt;

import app.entente.document.CheckCode;
import app.entente.kernel.Ids;
import app.entente.receipt.ReceiptRow;
import app.entente.receipt.Receipts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** One receipt. */
@Named
@RequestScoped
public class ReceiptShow {

    @Inject
    private Receipts receipts;
    @Inject
    private HttpServletRequest request;
    private ReceiptRow receipt;
    private CheckCode code;

    @PostConstruct
    void load() {
        receipt = receipts.row(Ids.parse(request.getParameter("id")));
        code = receipts.checkCode(receipt.id());
    }

    public ReceiptRow getReceipt() {
        return receipt;
    }

    /** The check code in its groups; empty until the document is sealed. */
    public String getCode() {
        return code == null ? "" : code.grouped();
    }

    /** The check code for an address. */
    public String getCompactCode() {
        return code == null ? "" : code.compact();
    }
}
