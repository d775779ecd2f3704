package app.entente.journey.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.journey.Installation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Nothing of a workspace comes out of it, whoever of another one asks, wherever, with whatever identifiers; and nothing in it changes. The pages,
 * servlets and downloads are those of the assembled application, the rows those of the database's catalogue: what is added tomorrow is in.
 * The report lies in {@code target/isolation-report.txt}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IsolationJourney {

    private static final Path REPORT = Path.of("target", "isolation-report.txt");
    /** What reading may write, and what timers do by themselves. */
    private static final List<String> WRITTEN_BY_READING = List.of("evidence_event", "audit", "file_opening", "mail", "outbox_command");
    /** Documents that are sealed when they are first asked for: rows that came meanwhile, of that kind alone; any other row, new or changed, is found. */
    private static final Map<String, String> MADE_BY_READING = Map.of("payment_statement", "made_at > '%s'",
        "sealed_document", "kind = 'statement' and sealed_at > '%s'", "stored_document", "kind = 'statement' and created_at > '%s'");
    /** Pages that open only with a secret out of a mail, each with the journey that opens it. */
    private static final Map<String, String> BY_SECRET = Map.of("letter/invitation", "InvitationJourney");

    private static Twins twins;
    private static Application application;
    private static Report report;
    private static Crawl crawl;
    private static Forms forms;
    private static Map<String, String> before;
    private static Map<String, String> thirdBefore;
    private static long logFrom;

    @BeforeAll
    static void two_workspaces_of_equal_shape() throws Exception {
        twins = Twins.get();
        application = Application.read(Path.of(System.getProperty("entente.ear")), Path.of("target", "isolation"));
        report = new Report();
        Watch watch = new Watch(twins, report);
        crawl = new Crawl(twins, application, report, watch);
        forms = new Forms(twins, crawl, report, watch);
        logFrom = Files.size(log());
        before = fingerprint(Twins.B);
        thirdBefore = fingerprint(Twins.C);
    }

    @AfterAll
    static void say() throws Exception {
        if (report != null) {
            report.write(REPORT);
            System.out.println(report.text());
        }
        Twins.leave(IsolationJourney.class);
    }

    @Test
    @Order(1)
    void every_table_of_a_workspace_holds_marks_to_look_for() {
        assertThat(twins.rowsOfC().keySet()).isEqualTo(twins.catalogue().tables().keySet());
        assertThat(twins.unmarked()).as("texts without a mark").isEmpty();
        assertThat(twins.marks().in('b')).isGreaterThan(100);
        report.note("%d tables, %d marks in B, %d in C".formatted(twins.rowsOfC().size(), twins.marks().in('b'), twins.marks().in('c')));
    }

    @Test
    @Order(2)
    void what_answers_to_requests_is_known() {
        assertThat(application.unknown()).as("what the crawl does not know how to ask").isEmpty();
        assertThat(application.views().size()).isGreaterThan(20);
    }

    @Test
    @Order(3)
    void reading_stays_inside_and_changes_nothing() throws Exception {
        Map<String, String> own = fingerprint(Twins.A);
        String now = java.time.Instant.now().toString();
        crawl.ownPlaces();
        crawl.placesOfOthers();
        crawl.foreignIdentifiers();
        Map<String, String> madeSince = new TreeMap<>();
        MADE_BY_READING.forEach((table, rows) -> madeSince.put(table, rows.formatted(now)));
        Map<String, String> after = Catalogue.fingerprint(twins.superuser(), twins.catalogue(), twins.workspace(Twins.A).toString(), madeSince);
        assertThat(differences(own, after).stream().filter(table -> WRITTEN_BY_READING.stream().noneMatch(table::startsWith)).toList())
            .as("tables that reading has changed").isEmpty();
        List<String> unopened = new ArrayList<>();
        application.views().stream().filter(view -> !report.isOpened(view) && !BY_SECRET.containsKey(view)).forEach(unopened::add);
        application.downloads().stream().filter(kind -> !report.isOpened("download " + kind)).forEach(kind -> unopened.add("download " + kind));
        report.note("not opened by anybody whose page it is: " + unopened);
        assertThat(differences(before, fingerprint(Twins.B))).as("changed in B: " + lately()).isEmpty();
        assertThat(report.findings()).isEmpty();
        assertThat(unopened).as("pages of a meeting that lies ahead, of which there is always one").doesNotContain("meeting/move", "meeting/cancel");
        assertThat(unopened.size()).as("pages that nobody could open, because the demonstration holds nothing they could show: " + unopened)
            .isLessThan(application.views().size() / 10);
    }

    @Test
    @Order(4)
    void a_foreign_identifier_takes_as_long_as_an_unknown_one() throws Exception {
        report.note("time for a foreign identifier / for an unknown one, median: %.2f (goal 1.10)".formatted(crawl.timeRatio()));
    }

    @Test
    @Order(5)
    void those_of_the_other_workspace_do_see_their_marks() throws Exception {
        crawl.control();
        // Their reading is written down in their own workspace, the last of it perhaps after they have read it.
        Map<String, String> last;
        do {
            last = before;
            before = fingerprint(Twins.B);
        } while (!before.equals(last));
        assertThat(report.findings()).isEmpty();
    }

    @Test
    @Order(6)
    void forms_stay_inside() throws Exception {
        forms.forged();
        report.note("%d forms, %d forged posts".formatted(forms.count(), forms.posts()));
        assertThat(forms.count()).isGreaterThan(10);
        assertThat(differences(before, fingerprint(Twins.B))).as("changed in B: " + lately()).isEmpty();
        assertThat(differences(thirdBefore, fingerprint(Twins.C))).as("changed in C").isEmpty();
        assertThat(report.findings()).isEmpty();
    }

    @Test
    @Order(7)
    void ordinary_work_in_one_workspace_leaves_the_other_alone() throws Exception {
        forms.ordinary();
        assertThat(differences(before, fingerprint(Twins.B))).as("changed in B: " + lately()).isEmpty();
        assertThat(differences(thirdBefore, fingerprint(Twins.C))).as("changed in C").isEmpty();
        assertThat(report.findings()).isEmpty();
    }

    @Test
    @Order(8)
    void neither_the_log_nor_the_mails_tell() throws Exception {
        byte[] log = Files.readAllBytes(log());
        String lines = new String(log, (int) Math.min(logFrom, log.length), (int) Math.max(0, log.length - logFrom), StandardCharsets.UTF_8);
        assertThat(twins.marks().found(lines)).as("marks in the server's log").isEmpty();
        String mails = new Visitor().get(Installation.stack().mailUrl() + "/mails.json").text();
        assertThat(twins.marks().found(mails).stream().filter(mark -> mark.charAt(2) != 'a').toList()).as("marks of B and C in mails").isEmpty();
    }

    @Test
    @Order(9)
    void the_report_has_no_finding() {
        assertThat(report.findings()).isEmpty();
    }

    /** What the trail of B wrote down last, to say what has changed there. */
    private static List<String> lately() throws Exception {
        List<String> events = new ArrayList<>();
        Catalogue.each(twins.superuser(), "select at || ' ' || kind || ' ' || actor_role from audit_event where tenant_id = '" + twins.workspace(Twins.B) + "' order by seq desc limit 5",
            row -> events.add(row.getString(1)));
        return events;
    }

    private static Path log() {
        return Path.of(System.getProperty("journey.data"), "logs", "server.log");
    }

    private static Map<String, String> fingerprint(String slug) throws Exception {
        return Catalogue.fingerprint(twins.superuser(), twins.catalogue(), twins.workspace(slug).toString());
    }

    private static List<String> differences(Map<String, String> one, Map<String, String> other) {
        List<String> tables = new ArrayList<>();
        new TreeMap<>(one).forEach((table, sum) -> {
            if (!sum.equals(other.get(table))) {
                tables.add(table);
            }
        });
        return tables;
    }
}
