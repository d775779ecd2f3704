package app.entente.web.receipt;

import app.entente.receipt.ReceiptRow;
import app.entente.receipt.Receipts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The signed-in client's own receipts. */
@Named
@RequestScoped
public class PortalReceipts {

    @Inject
    private Receipts receipts;
    private List<ReceiptRow> rows;

    @PostConstruct
    void load() {
        rows = receipts.mine();
    }

    /** Newest first. */
    public List<ReceiptRow> getRows() {
        return rows;
    }
}
