package app.entente.web.receipt;

import app.entente.kernel.Ids;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.receipt.Payment;
import app.entente.receipt.ReceiptRow;
import app.entente.receipt.ReceiptWork;
import app.entente.receipt.Receipts;
import app.entente.web.frame.Here;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The receipt of one held meeting, before it is issued: who, what, how much, paid how. */
@Named
@RequestScoped
public class ReceiptIssue {

    private static final Logger LOG = Logger.getLogger(ReceiptIssue.class.getName());

    @Inject
    private Receipts receipts;
    @Inject
    private ReceiptWork work;
    @Inject
    private Meetings meetings;
    @Inject
    private Practices practices;
    @Inject
    private Here here;
    @Inject
    private Clock clock;
    @Inject
    private HttpServletRequest request;
    private MeetingRow meeting;
    private Service service;
    private ReceiptRow receipt;
    private String key = UUID.randomUUID().toString();
    private String means;
    private LocalDate paidOn;

    @PostConstruct
    void load() {
        meeting = meetings.row(Ids.parse(request.getParameter("meeting")));
        service = practices.service(meeting.serviceId(), meeting.startsAt().atZone(here.getZone()).toLocalDate());
        receipt = receipts.ofMeetings(List.of(meeting.id())).get(meeting.id());
        means = getMeansList().get(0);
        paidOn = meeting.startsAt().atZone(here.getZone()).toLocalDate();
    }

    /** Issues the receipt, then makes its document; when that fails the timer does it later, and the receipt is issued all the same. */
    public String issue() {
        UUID id = receipts.issue(meeting.id(), key, new Payment(means, paidOn));
        try {
            work.seal(id);
        } catch (EJBException e) {
            LOG.log(Level.SEVERE, e, () -> "the document of receipt " + id + " is left to the timer");
        }
        return "/receipt/show?faces-redirect=true&id=" + id;
    }

    public MeetingRow getMeeting() {
        return meeting;
    }

    public Service getService() {
        return service;
    }

    /** The receipt that this meeting has already; null when none. */
    public ReceiptRow getReceipt() {
        return receipt;
    }

    /** Whether a receipt can be issued. */
    public boolean isPossible() {
        return receipt == null && meeting.paid();
    }

    /** The means of payment of the place, the usual one first. */
    public List<String> getMeansList() {
        return Payment.means(service.getPrice().currency());
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
}
