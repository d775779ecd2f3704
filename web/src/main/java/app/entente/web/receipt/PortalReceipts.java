package app.entente.web.receipt;

import app.entente.archive.EarlierReceipt;
import app.entente.archive.EarlierReceipts;
import app.entente.payment.YearStatements;
import app.entente.receipt.ReceiptRow;
import app.entente.receipt.Receipts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The signed-in client's own receipts, by year. */
@Named
@RequestScoped
public class PortalReceipts {

    @Inject
    private Receipts receipts;
    @Inject
    private YearStatements statements;
    @Inject
    private EarlierReceipts others;
    private List<EarlierReceipt> earlier;
    private final List<Year> years = new ArrayList<>();

    @PostConstruct
    void load() {
        Map<Integer, List<ReceiptRow>> byYear = new TreeMap<>(Comparator.reverseOrder());
        List<Integer> stated = statements.myYears();
        stated.forEach(year -> byYear.put(year, new ArrayList<>()));
        receipts.mine().forEach(row -> byYear.computeIfAbsent(row.issuedOn().getYear(), year -> new ArrayList<>()).add(row));
        earlier = others.mine();
        byYear.forEach((year, rows) -> years.add(new Year(String.valueOf(year), rows, stated.contains(year))));
    }

    /**
     * The receipts of a year, newest first; none where only money or documents of another tool are of that year.
     *
     * @param stated whether there is a statement of it
     */
    public record Year(String name, List<ReceiptRow> rows, boolean stated) {

        /** Whether there are several documents to take at once. */
        public boolean several() {
            return rows.stream().filter(ReceiptRow::sealed).count() > 1;
        }
    }

    /** Newest first. */
    public List<Year> getYears() {
        return years;
    }

    /** Those of another tool, newest first. */
    public List<EarlierReceipt> getEarlier() {
        return earlier;
    }
}
