package app.entente.web.receipt;

import app.entente.kernel.Money;
import app.entente.payment.BookFilter;
import app.entente.payment.BookMonth;
import app.entente.payment.BookPage;
import app.entente.payment.ReceiptBook;
import app.entente.receipt.Receipt;
import app.entente.web.frame.Asked;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The practice's receipts, latest first, and a picture of their months; what is shown comes from the address. */
@Named
@RequestScoped
public class ReceiptList {

    private static final int HEIGHT = 140;
    private static final int STEP = 50;
    /** Room above the highest bar, for its amount. */
    private static final int ABOVE = 20;

    @Inject
    private ReceiptBook book;
    @Inject
    private Here here;
    @Inject
    private HttpServletRequest request;
    private BookFilter filter;
    private BookPage ledger;
    private List<Bar> bars;
    private int page;

    @PostConstruct
    void load() {
        filter = new BookFilter(Asked.day(request, "from"), Asked.day(request, "until"), Asked.text(request, "client"), Asked.text(request, "payer"), Asked.text(request, "kind"),
            "yes".equals(Asked.text(request, "unpaid")));
        page = Asked.number(request, "page", 0, 100_000);
        ledger = book.page(filter, page);
        bars = bars(book.months());
    }

    private List<Bar> bars(List<BookMonth> months) {
        long highest = Math.max(1, months.stream().mapToLong(month -> Math.max(month.issued().minor(), month.received().minor())).max().orElse(1));
        List<Bar> all = new ArrayList<>();
        for (int place = 0; place < months.size(); place++) {
            BookMonth month = months.get(place);
            all.add(new Bar(month, month.month().format(DateTimeFormatter.ofPattern("LLL", here.getLocale())),
                month.month().format(DateTimeFormatter.ofPattern("LLLL yyyy", here.getLocale())), place * STEP, height(month.issued().minor(), highest),
                height(month.received().minor(), highest)));
        }
        return all;
    }

    private static int height(long minor, long highest) {
        return (int) (Math.max(0, minor) * HEIGHT / highest);
    }

    /**
     * A month of the picture.
     *
     * @param label its name, short
     * @param name its name with the year
     * @param x where it begins, in units of the picture
     * @param issuedHeight how high what was issued stands, of 140
     * @param receivedHeight how high what came in stands, of 140
     */
    public record Bar(BookMonth of, String label, String name, int x, int issuedHeight, int receivedHeight) {

        public int issuedTop() {
            return ABOVE + HEIGHT - issuedHeight;
        }

        public int receivedTop() {
            return ABOVE + HEIGHT - receivedHeight;
        }
    }

    /** What the highest bar stands for. */
    public Money getHighest() {
        return bars.stream().flatMap(bar -> Stream.of(bar.of().issued(), bar.of().received())).max(Comparator.comparingLong(Money::minor)).orElseThrow();
    }

    public List<Bar> getBars() {
        return bars;
    }

    public BookFilter getFilter() {
        return filter;
    }

    public BookPage getLedger() {
        return ledger;
    }

    public List<String> getKinds() {
        return List.of(Receipt.RECEIPT, Receipt.INVOICE, Receipt.COVERED, Receipt.CREDIT);
    }

    public boolean isFiltered() {
        return filter.from() != null || filter.until() != null || !filter.words().isEmpty() || !filter.payer().isEmpty() || !filter.kind().isEmpty() || filter.unpaid();
    }

    /** The address of the page before this one; empty when this is the first. */
    public String getNewer() {
        return page == 0 ? "" : address(page - 1);
    }

    /** The address of the page after this one; empty when this is the last. */
    public String getOlder() {
        return (long) (page + 1) * BookPage.SIZE >= ledger.count() ? "" : address(page + 1);
    }

    private String address(int number) {
        return "?from=" + day(filter.from()) + "&until=" + day(filter.until()) + "&client=" + encoded(filter.words()) + "&payer=" + encoded(filter.payer()) + "&kind="
            + encoded(filter.kind()) + (filter.unpaid() ? "&unpaid=yes" : "") + "&page=" + number;
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
