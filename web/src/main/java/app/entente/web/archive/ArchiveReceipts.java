package app.entente.web.archive;

import app.entente.archive.EarlierPage;
import app.entente.archive.EarlierReceipt;
import app.entente.archive.EarlierReceipts;
import app.entente.web.frame.Asked;
import app.entente.web.frame.Fmt;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The receipts that were brought along from another tool, to look up; what is shown comes from the address. */
@Named
@RequestScoped
public class ArchiveReceipts {

    @Inject
    private EarlierReceipts receipts;
    @Inject
    private Messages messages;
    @Inject
    private Fmt fmt;
    @Inject
    private HttpServletRequest request;
    private String words;
    private int page;
    private EarlierPage shown;

    @PostConstruct
    void load() {
        words = Asked.text(request, "words");
        page = Asked.number(request, "page", 0, 100_000);
        shown = receipts.page(words, page);
    }

    /** The other days a receipt tells of, in words; empty when it tells of none. */
    public String when(EarlierReceipt receipt) {
        return Stream.of(receipt.getServicedOn() == null ? "" : messages.of("archive.receipts.serviced_on", fmt.date(receipt.getServicedOn())),
                receipt.getPaidOn() == null ? "" : messages.of("archive.receipts.paid_on", fmt.date(receipt.getPaidOn())), receipt.getMeans())
            .filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** The part of an address that names the account of the payer of a receipt. */
    public String account(EarlierReceipt receipt) {
        return "payer=" + URLEncoder.encode(receipt.getPayer(), StandardCharsets.UTF_8);
    }

    public String getWords() {
        return words;
    }

    public EarlierPage getShown() {
        return shown;
    }

    /** The address of the page before this one; empty when this is the first. */
    public String getNewer() {
        return page == 0 ? "" : address(page - 1);
    }

    /** The address of the page after this one; empty when this is the last. */
    public String getOlder() {
        return (long) (page + 1) * EarlierPage.SIZE >= shown.count() ? "" : address(page + 1);
    }

    private String address(int number) {
        return "?words=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&page=" + number;
    }
}
