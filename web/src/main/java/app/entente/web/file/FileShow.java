package app.entente.web.file;

import app.entente.agreement.AgreementRow;
import app.entente.agreement.Agreements;
import app.entente.archive.EarlierReceipt;
import app.entente.archive.EarlierReceipts;
import app.entente.file.ClientFile;
import app.entente.file.Episode;
import app.entente.file.FileDesk;
import app.entente.file.Files;
import app.entente.file.ParticipantRow;
import app.entente.file.Participants;
import app.entente.file.PathStage;
import app.entente.file.PathStep;
import app.entente.file.Portals;
import app.entente.file.StatementRow;
import app.entente.file.Statements;
import app.entente.kernel.Ids;
import app.entente.kernel.Money;
import app.entente.kernel.TimelineEntry;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
import app.entente.payment.Balances;
import app.entente.payment.OpenReceipt;
import app.entente.person.Person;
import app.entente.practice.Practice;
import app.entente.practice.Practices;
import app.entente.receipt.ReceiptRow;
import app.entente.receipt.Receipts;
import app.entente.web.frame.Here;
import app.entente.web.frame.Me;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A client's file: who, where on the path, what awaits; below, one tab at a time. A tab is {@code WEB-INF/includes/file-tab-<word>.xhtml} and its
 * word in {@link #TABS}: whoever adds one reads only what it shows. What is done to the file from there is in {@link FileTurn}, the journal's pages in
 * {@link FileJournal}.
 */
@Named
@RequestScoped
public class FileShow {

    private static final List<String> TABS = List.of("path", "meetings", "statements", "agreements", "receipts", "people", "journal", "keeping");
    private static final List<String> FOR_ASSISTANTS = List.of("meetings", "receipts", "people");
    private static final int NEAR_DAYS = 60;

    @Inject
    private Files files;
    @Inject
    private Participants participants;
    @Inject
    private Agreements agreementsOf;
    @Inject
    private Meetings meetingsOf;
    @Inject
    private Receipts receiptsOf;
    @Inject
    private EarlierReceipts earlierReceipts;
    @Inject
    private Balances balances;
    @Inject
    private FileDesk desk;
    @Inject
    private Portals portals;
    @Inject
    private Practices practices;
    @Inject
    private Statements statementsOf;
    @Inject
    private Here here;
    @Inject
    private Clock clock;
    @Inject
    private Me me;
    @Inject
    private HttpServletRequest request;
    private String tab;
    private ClientFile file;
    private Person client;
    private Practice practice;
    private List<ParticipantRow> people;
    private List<PathStage> path = List.of();
    private List<PathStep> history;
    private List<AgreementRow> agreementRows;
    private List<MeetingRow> meetings;
    private Map<UUID, ReceiptRow> receipts;
    private Map<UUID, Long> left;
    private List<OpenReceipt> accounts;
    private List<EarlierReceipt> earlier;
    private List<StatementRow> statements;
    private List<TimelineEntry> told = List.of();
    private List<Episode> episodes;
    private boolean grown;
    private LocalDate turning;

    @PostConstruct
    void load() {
        String id = request.getParameter("id");
        tab = request.getParameter("tab");
        tab = tab != null && getTabs().contains(tab) ? tab : getTabs().get(0);
        if (me.isPractitioner()) {
            FileDesk.Open open = "path".equals(tab) ? desk.open(Ids.parse(id)) : desk.look(Ids.parse(id), "journal".equals(tab));
            file = open.file();
            client = open.client();
            people = open.people();
            path = open.path();
            history = open.history();
            told = open.told();
        } else {
            file = files.read(Ids.parse(id));
            client = files.client(file.getId());
            people = participants.ofFile(file.getId());
        }
        switch (tab) {
            case "path" -> practice = practices.profile();
            case "meetings" -> {
                meetings = meetingsOf.ofFile(file.getId());
                receipts = receiptsOf.ofMeetings(meetings.stream().map(MeetingRow::id).toList());
                left = receipts.isEmpty() ? Map.of() : receiptsOf.left(meetings);
            }
            case "agreements" -> agreementRows = agreementsOf.ofFile(file.getId());
            case "receipts" -> {
                accounts = balances.ofFile(file.getId());
                earlier = earlierReceipts.ofFile(file.getId());
            }
            case "statements" -> statements = statementsOf.ofFile(file.getId());
            case "keeping" -> episodes = files.episodes(file.getId());
            default -> { }
        }
        if (me.isPractitioner() && ClientFile.MINOR.equals(file.getKind()) && client.getDetails().getBirthDate() != null) {
            portals.age().ifPresent(age -> turning = client.getDetails().getBirthDate().plusYears(age));
            grown = portals.grown(client.getDetails().getBirthDate());
        }
    }

    /** The words of the tabs, in their order. */
    public List<String> getTabs() {
        return me.isPractitioner() ? TABS : FOR_ASSISTANTS;
    }

    public String getTab() {
        return tab;
    }

    public ClientFile getFile() {
        return file;
    }

    public Person getClient() {
        return client;
    }

    /** Everybody the file is for, in one line. */
    public String getName() {
        String several = people.stream().filter(row -> row.client() && row.active()).map(ParticipantRow::name).collect(Collectors.joining(", "));
        return several.isEmpty() ? client.getName() : several;
    }

    /** Everybody who takes or took part. */
    public List<ParticipantRow> getPeople() {
        return people;
    }

    /** Whether a couple or a family still has one client only. */
    public boolean isAlone() {
        return file.isOpen() && file.isForSeveral() && people.stream().filter(row -> row.client() && row.active()).count() < 2;
    }

    /** The birthday from which a minor holds the secrecy alone, when it is near or just past and parents take part; else null. */
    public LocalDate getTurning() {
        LocalDate today = LocalDate.now(clock.withZone(here.getZone()));
        boolean near = turning != null && turning.minusDays(NEAR_DAYS).isBefore(today) && turning.plusDays(NEAR_DAYS).isAfter(today);
        return near && people.stream().anyMatch(row -> row.parent() && row.active()) ? turning : null;
    }

    public boolean isGrown() {
        return grown;
    }

    public List<PathStage> getPath() {
        return path;
    }

    public List<PathStep> getHistory() {
        return history;
    }

    /** The step after the present one; null at the end. */
    public PathStage getNext() {
        int now = getStep();
        return now > 0 && now < path.size() ? path.get(now) : null;
    }

    public List<String> getStepTitles() {
        return path.stream().map(stage -> stage.title().in(here.getLanguage())).toList();
    }

    /** Where the path is, from 1; 0 when it is nowhere. */
    public int getStep() {
        return 1 + path.stream().map(PathStage::code).toList().indexOf(file.getStep());
    }

    /** The practice, for the usual length of a whole path. */
    public Practice getPractice() {
        return practice;
    }

    public List<AgreementRow> getAgreements() {
        return agreementRows;
    }

    public List<MeetingRow> getMeetings() {
        return meetings;
    }

    /** What the receipts of a meeting leave to cover of its price; null when they cover all of it, or there is none. */
    public Money left(MeetingRow row) {
        return left.containsKey(row.id()) ? new Money(left.get(row.id()), receipts.get(row.id()).total().currency()) : null;
    }

    /** The receipt of each meeting that has one. */
    public Map<UUID, ReceiptRow> getReceipts() {
        return receipts;
    }

    /** What another tool issued, latest first. */
    public List<EarlierReceipt> getEarlier() {
        return earlier;
    }

    /** The file's receipts with what is open of each, latest first. */
    public List<OpenReceipt> getAccounts() {
        return accounts;
    }

    /** What is open of them in all; null when nothing is. */
    public Money getOpen() {
        return accounts.stream().filter(OpenReceipt::unpaid).map(OpenReceipt::open).reduce(Money::plus).orElse(null);
    }

    public List<StatementRow> getStatements() {
        return statements;
    }

    public List<Episode> getEpisodes() {
        return episodes;
    }

    /** What happened in the file, latest first; of the path only what it counts. */
    public List<TimelineEntry> getTold() {
        return told;
    }
}
