package app.entente.web.receipt;

import app.entente.file.Payer;
import app.entente.file.Payers;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Failure;
import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.meeting.Meeting;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
import app.entente.payment.PaymentRow;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.receipt.Buyer;
import app.entente.receipt.Issuing;
import app.entente.receipt.Payment;
import app.entente.receipt.Receipt;
import app.entente.receipt.ReceiptOrder;
import app.entente.receipt.ReceiptPreview;
import app.entente.receipt.ReceiptRow;
import app.entente.receipt.ReceiptSettings;
import app.entente.receipt.ReceiptWork;
import app.entente.receipt.Receipts;
import app.entente.web.frame.Asked;
import app.entente.web.frame.Here;
import app.entente.web.frame.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A receipt before it is issued: which document, which meetings, who is named, how much of it, paid how and by whom. */
@Named
@RequestScoped
public class ReceiptIssue {

    private static final Logger LOG = Logger.getLogger(ReceiptIssue.class.getName());
    private static final int MOST_OTHERS = 30;

    @Inject
    private Receipts receipts;
    @Inject
    private Issuing issuing;
    @Inject
    private ReceiptSettings settings;
    @Inject
    private OnAccount account;
    @Inject
    private ReceiptWork work;
    @Inject
    private Meetings meetings;
    @Inject
    private Payers payersOf;
    @Inject
    private Practices practices;
    @Inject
    private Here here;
    @Inject
    private Messages msg;
    @Inject
    private Clock clock;
    @Inject
    private HttpServletRequest request;
    private MeetingRow meeting;
    private Service service;
    private ReceiptRow receipt;
    private List<MeetingRow> open;
    private List<Receipts.Attendee> people;
    private List<Payer> payers;
    private String payer = "";
    private ReceiptPreview preview;
    private BusinessRuleViolation refused;
    private BigDecimal noteFrom;
    private String key = UUID.randomUUID().toString();
    private String kind = Receipt.RECEIPT;
    private List<String> others = new ArrayList<>();
    private List<String> attendees = new ArrayList<>();
    private BigDecimal share;
    private Integer billed;
    private String paid = "yes";
    private String means;
    private LocalDate paidOn;
    private String buyerName;
    private String buyerAddress;
    private String buyerSiren;
    private String authorisation;
    private Integer sessions;
    private Integer term;
    private boolean looked;

    @PostConstruct
    void load() {
        meeting = meetings.row(Ids.parse(request.getParameter("meeting")));
        service = practices.service(meeting.serviceId(), meeting.startsAt().atZone(here.getZone()).toLocalDate());
        List<MeetingRow> payable = meetings.ofFile(meeting.fileId()).stream().filter(MeetingRow::paid).limit(MOST_OTHERS).toList();
        List<UUID> asked = new ArrayList<>(payable.stream().map(MeetingRow::id).toList());
        asked.add(meeting.id());
        Map<UUID, ReceiptRow> given = receipts.ofMeetings(asked);
        Map<UUID, Long> covered = receipts.coverage(asked);
        receipt = covered.getOrDefault(meeting.id(), 0L) >= meeting.priceMinor() ? given.get(meeting.id()) : null;
        open = payable.stream().filter(row -> !row.id().equals(meeting.id()) && !given.containsKey(row.id())).toList();
        people = receipts.people(meeting.fileId());
        payers = payersOf.on(meeting.fileId(), meeting.startsAt().atZone(here.getZone()).toLocalDate());
        means = getMeansList().get(0);
        paidOn = meeting.startsAt().atZone(here.getZone()).toLocalDate();
        account.load(people.stream().map(Receipts.Attendee::id).toList(), List.of(meeting.id()));
        noteFrom = isFrance() ? settings.law().number("fr.note.threshold") : null;
        if (isPossible() && !FacesContext.getCurrentInstance().isPostback()) {
            billAsked();
            preview();
            payAgainWithItsOwn();
        }
    }

    /** The address may name a payer of the file: then it is their invoice, to be paid. */
    private void billAsked() {
        payers.stream().filter(one -> one.getId().toString().equals(Asked.text(request, "payer"))).findFirst().ifPresent(one -> {
            payer = one.getId().toString();
            kind = Receipt.INVOICE;
            paid = "no";
            looked = true;
        });
    }

    /** A receipt that replaces another is paid with the payment of that one, unless somebody says otherwise. */
    private void payAgainWithItsOwn() {
        account.takenBack(meeting.id()).filter(row -> preview != null && payer.isEmpty() && row.free().minor() >= preview.total().minor()).ifPresent(row -> {
            paid = row.id().toString();
            preview();
        });
    }

    /** Shows the document as it would be. */
    public void look() {
        looked = true;
        preview = issuing.preview(order());
    }

    private void preview() {
        try {
            preview = issuing.preview(order());
        } catch (BusinessRuleViolation e) {
            refused = e;
        }
    }

    /** Issues the receipt, then makes its document; when that fails the timer does it later, and the receipt is issued all the same. */
    public String issue() {
        ReceiptOrder order = order();
        preview = issuing.preview(order);
        UUID id = issuing.issue(order, key);
        try {
            work.seal(id);
        } catch (EJBException e) {
            Failure.tell(LOG, Level.SEVERE, "the document of receipt " + id + " is left to the timer", e);
        }
        return "/receipt/show?faces-redirect=true&id=" + id;
    }

    private ReceiptOrder order() {
        List<UUID> all = new ArrayList<>(List.of(meeting.id()));
        others.stream().map(Ids::parse).forEach(all::add);
        boolean covered = Receipt.COVERED.equals(kind);
        Payment payment = covered || "no".equals(paid) ? null : account.find(paid).map(row -> new Payment(row.means(), row.paidOn(), row.id())).orElseGet(() -> new Payment(means, paidOn));
        return new ReceiptOrder(kind, all, share == null ? null : Asked.amount(share, getCurrency()).minor(), attendees.stream().map(Ids::parse).toList(), billed,
            payment, covered || Receipt.INVOICE.equals(kind) ? buyer() : null);
    }

    /** The payer chosen in the file, completed by what was typed; nobody when neither was. */
    private Buyer buyer() {
        Payer chosen = payers.stream().filter(one -> one.getId().toString().equals(payer)).findFirst().orElse(null);
        if (chosen == null) {
            return given(buyerName, buyerAddress, buyerSiren, authorisation) || Receipt.COVERED.equals(kind)
                ? new Buyer(null, buyerName, buyerAddress, buyerSiren, authorisation, sessions, term) : null;
        }
        String address = Stream.of(chosen.getStreet(), Stream.of(isFrance() ? chosen.getPostalCode() : chosen.getCity(), isFrance() ? chosen.getCity() : chosen.getPostalCode())
            .filter(ReceiptIssue::given).collect(Collectors.joining(" "))).filter(ReceiptIssue::given).collect(Collectors.joining("\n"));
        return new Buyer(chosen.getId(), chosen.getName(), given(address) ? address : buyerAddress, buyerSiren,
            given(chosen.getAuthorisation()) ? chosen.getAuthorisation() : authorisation, chosen.getSessionCap() == null ? sessions : chosen.getSessionCap(), term);
    }

    private static boolean given(String... texts) {
        return java.util.Arrays.stream(texts).anyMatch(text -> text != null && !text.isBlank());
    }

    public MeetingRow getMeeting() {
        return meeting;
    }

    public Service getService() {
        return service;
    }

    /** The receipt that covers this meeting's whole price already; null when none does. */
    public ReceiptRow getReceipt() {
        return receipt;
    }

    /** Whether the meeting was missed or cancelled late, so that at most a fee can be asked. */
    public boolean isFee() {
        return Meeting.MISSED.equals(meeting.status()) || Meeting.CANCELLED_BY_CLIENT.equals(meeting.status()) && meeting.late();
    }

    /** Whether a receipt can be issued. */
    public boolean isPossible() {
        return receipt == null && (meeting.paid() || isFee() && meeting.priceMinor() > 0);
    }

    /** Why nothing can be issued as things are; empty when it can. */
    public String getRefusal() {
        return refused == null ? "" : msg.fill(refused.code(), refused.arguments());
    }

    /** The document as it would be; null when it was not looked at. */
    public ReceiptPreview getPreview() {
        return preview;
    }

    /** Whether somebody asked to look at the document. */
    public boolean isLooked() {
        return looked;
    }

    /** What the button says: to be paid or paid, in the currency of the place. */
    public Money getToPay() {
        return preview == null ? service.getPrice() : preview.toPay();
    }

    /** Other meetings of the file that have no receipt. */
    public List<MeetingRow> getOpen() {
        return open;
    }

    /** Who may be named. */
    public List<Receipts.Attendee> getPeople() {
        return people;
    }

    /** Who paid for the file on the day of the meeting. */
    public List<Payer> getPayers() {
        return payers;
    }

    public String getPayer() {
        return payer;
    }

    public void setPayer(String payer) {
        this.payer = payer;
    }

    public boolean isFrance() {
        return "FR".equals(here.workspace().getJurisdiction());
    }

    /** From which amount on a note must be given before payment; null outside France. */
    public Money getNoteFrom() {
        return noteFrom == null ? null : new Money(noteFrom.longValueExact(), getCurrency());
    }

    public boolean isNoteMandatory() {
        return noteFrom != null && meeting.priceMinor() >= noteFrom.longValueExact();
    }

    /** The kinds of documents, the usual one first. */
    public List<String> getKinds() {
        return isFee() ? List.of(Receipt.RECEIPT) : List.of(Receipt.RECEIPT, Receipt.INVOICE, Receipt.COVERED);
    }

    /** The means of payment of the place, the usual one first. */
    public List<String> getMeansList() {
        return Payment.means(getCurrency());
    }

    private String getCurrency() {
        return service.getPrice().currency();
    }

    /** Today in the workspace, yyyy-MM-dd. */
    public String getToday() {
        return LocalDate.now(clock.withZone(here.getZone())).toString();
    }

    /** Says of this form that it is this one, however often it is sent. */
    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public List<String> getOthers() {
        return others;
    }

    public void setOthers(List<String> others) {
        this.others = others;
    }

    public List<String> getAttendees() {
        return attendees;
    }

    public void setAttendees(List<String> attendees) {
        this.attendees = attendees;
    }

    public BigDecimal getShare() {
        return share;
    }

    public void setShare(BigDecimal share) {
        this.share = share;
    }

    public Integer getBilled() {
        return billed;
    }

    public void setBilled(Integer billed) {
        this.billed = billed;
    }

    /** The payments that the people of the file have on account, oldest first. */
    public List<PaymentRow> getOnAccount() {
        return account.rows();
    }

    /** {@code yes}, {@code no}, or which payment on account. */
    public String getPaid() {
        return paid;
    }

    public void setPaid(String paid) {
        this.paid = paid;
    }

    public String getMeans() {
        return means;
    }

    public void setMeans(String means) {
        this.means = means;
    }

    public LocalDate getPaidOn() {
        return paidOn;
    }

    public void setPaidOn(LocalDate paidOn) {
        this.paidOn = paidOn;
    }

    public String getBuyerName() {
        return buyerName;
    }

    public void setBuyerName(String buyerName) {
        this.buyerName = buyerName;
    }

    public String getBuyerAddress() {
        return buyerAddress;
    }

    public void setBuyerAddress(String buyerAddress) {
        this.buyerAddress = buyerAddress;
    }

    public String getBuyerSiren() {
        return buyerSiren;
    }

    public void setBuyerSiren(String buyerSiren) {
        this.buyerSiren = buyerSiren;
    }

    public String getAuthorisation() {
        return authorisation;
    }

    public void setAuthorisation(String authorisation) {
        this.authorisation = authorisation;
    }

    public Integer getSessions() {
        return sessions;
    }

    public void setSessions(Integer sessions) {
        this.sessions = sessions;
    }

    public Integer getTerm() {
        return term;
    }

    public void setTerm(Integer term) {
        this.term = term;
    }
}
