package app.entente.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.file.Files;
import app.entente.identity.Accounts;
import app.entente.identity.Seats;
import app.entente.person.People;
import app.entente.person.PersonDetails;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import jakarta.ejb.EJBAccessException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules 6 and 7 of the audit package: what the practitioner and the client are shown, and what checking finds. */
class JournalIT {

    private static final JournalFilter ALL = new JournalFilter(null, null, null, null, null, null);

    private UUID workspace;
    private InWorkspace practitioner;
    private UUID ada;
    private UUID adaPerson;
    private UUID basile;

    @BeforeEach
    void a_practitioner_with_two_clients() throws Exception {
        workspace = RealDatabase.get().newWorkspace("CA-QC");
        UUID account = InWorkspace.platform().call(() -> Features.get(Accounts.class).ensure("s-" + workspace, "owner@" + workspace + ".example", "fr"));
        practitioner = InWorkspace.practitioner(workspace).as(account, "login");
        practitioner.run(() -> Features.get(Seats.class).seatOwner(account));
        ada = open("Ada");
        basile = open("Basile");
        adaPerson = practitioner.call(() -> Features.get(Files.class).client(ada).getId());
    }

    @Test
    void the_practitioner_reads_who_did_what_with_names_newest_first() throws Exception {
        List<JournalRow> rows = page(ALL).rows();
        assertThat(rows).extracting(JournalRow::kind).containsExactly("file.opened", "file.begun", "file.begun");
        JournalRow newest = rows.get(0);
        assertThat(newest.person()).isEqualTo("Ada Example");
        assertThat(newest.reference()).matches("\\d{4}-001");
        assertThat(newest.actor()).isEqualTo("owner@" + workspace + ".example");
        assertThat(newest.mine()).isTrue();
    }

    @Test
    void each_filter_leaves_what_it_says() throws Exception {
        UUID colleague = UUID.randomUUID();
        InWorkspace.practitioner(workspace).as(colleague, "login").run(() -> Features.get(People.class).find(adaPerson));
        LocalDate today = LocalDate.now(ZoneId.of("America/Toronto"));
        assertThat(page(new JournalFilter(null, null, null, null, basile, null)).rows()).extracting(JournalRow::fileId).containsExactly(basile);
        assertThat(page(new JournalFilter(null, null, "person", null, null, null)).rows()).extracting(JournalRow::kind).containsExactly("person.opened");
        assertThat(page(new JournalFilter(null, null, null, colleague, null, null)).rows()).extracting(JournalRow::seq).containsExactly(4L);
        assertThat(page(new JournalFilter(null, null, null, null, null, 3L)).rows()).extracting(JournalRow::seq).containsExactly(2L, 1L);
        assertThat(page(new JournalFilter(today, today, null, null, null, null)).rows()).hasSize(4);
        assertThat(page(new JournalFilter(today.plusDays(1), null, null, null, null, null)).rows()).isEmpty();
        assertThat(page(new JournalFilter(null, today.minusDays(1), null, null, null, null)).rows()).isEmpty();
    }

    @Test
    void a_page_holds_fifty_and_says_where_the_next_begins() throws Exception {
        for (int i = 0; i < 50; i++) {
            InWorkspace.practitioner(workspace).run(() -> Features.get(Files.class).find(ada));
        }
        JournalPage first = page(ALL);
        assertThat(first.rows()).hasSize(50);
        JournalPage second = page(new JournalFilter(null, null, null, null, null, first.older()));
        assertThat(second.rows()).extracting(JournalRow::seq).containsExactly(3L, 2L, 1L);
        assertThat(second.older()).isNull();
    }

    @Test
    void a_client_is_told_of_their_own_file_and_of_nobody_s_else() throws Exception {
        InWorkspace client = InWorkspace.client(workspace, adaPerson);
        assertThat(client.call(() -> Features.get(AuditJournal.class).mine(null)).rows()).extracting(Opening::kind).containsExactly("file.opened", "file.begun");
        InWorkspace stranger = InWorkspace.client(workspace, UUID.randomUUID());
        assertThat(stranger.call(() -> Features.get(AuditJournal.class).mine(null)).rows()).isEmpty();
    }

    @Test
    void the_members_are_named_once_each() throws Exception {
        assertThat(practitioner.call(() -> Features.get(AuditJournal.class).members())).extracting(Member::account).containsExactly(practitioner.account());
    }

    @Test
    void a_client_does_not_read_the_practice_s_journal_nor_a_practitioner_a_client_s() {
        InWorkspace client = InWorkspace.client(workspace, adaPerson);
        assertThatThrownBy(() -> client.call(() -> Features.get(AuditJournal.class).page(ALL))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> client.call(() -> Features.get(AuditJournal.class).check())).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> practitioner.call(() -> Features.get(AuditJournal.class).mine(null))).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void another_workspace_s_entries_are_not_shown() throws Exception {
        InWorkspace elsewhere = InWorkspace.practitioner(RealDatabase.get().newWorkspace("FR"));
        assertThat(elsewhere.call(() -> Features.get(AuditJournal.class).page(new JournalFilter(null, null, null, null, ada, null))).rows()).isEmpty();
        assertThat(elsewhere.call(() -> Features.get(AuditJournal.class).check())).isEqualTo(new ChainVerdict(0, null, null));
    }

    @Test
    void a_whole_chain_is_sound() throws Exception {
        ChainVerdict verdict = practitioner.call(() -> Features.get(AuditJournal.class).check());
        assertThat(verdict.sound()).isTrue();
        assertThat(verdict.entries()).isEqualTo(3);
        assertThat(verdict.since()).isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        another kind              | update audit_event set kind = 'file.closed' where seq = 2                                      | 2
        another actor             | update audit_event set actor_id = gen_random_uuid() where seq = 1                              | 1
        another time              | update audit_event set at = at - interval '1 day' where seq = 3                                | 3
        nobody's file             | update audit_event set file_id = null where seq = 2                                            | 2
        an entry cut out          | delete from audit_detail where id = (select id from audit_event where tenant_id = 'W' and seq = 2); delete from audit_event where seq = 2 | 2
        the tail cut off          | delete from audit_detail where id = (select id from audit_event where tenant_id = 'W' and seq = 3); delete from audit_event where seq = 3 | 3
        another place of origin   | update audit_detail set body = '{}' where id = (select id from audit_event where tenant_id = 'W' and seq = 2) | 2
        a link made to fit itself | update audit_event e set kind = 'file.closed', hash = audit_event_hash(row(e.tenant_id, e.id, e.seq, e.at, 'file.closed', e.actor_id, e.actor_role, e.subject_id, e.file_id, e.person_id, e.commitment, e.previous, e.hash)::audit_event) where seq = 2 | 3
        another head              | update audit_head set hash = sha256('x')                                                       | 3
        """)
    void a_change_by_somebody_who_may_do_everything_is_found(String change, String sql, long broken) throws Exception {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (String each : sql.split(";")) {
                String confined = each.replace("'W'", "'" + workspace + "'").strip();
                assertThat(statement.executeUpdate(confined + (confined.contains(" where ") ? " and" : " where") + " tenant_id = '" + workspace + "'")).isEqualTo(1);
            }
        }
        assertThat(practitioner.call(() -> Features.get(AuditJournal.class).check()).firstBroken()).isEqualTo(broken);
    }

    @Test
    void the_details_of_an_entry_can_be_erased_and_every_link_holds() throws Exception {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            assertThat(statement.executeUpdate("delete from audit_detail where tenant_id = '" + workspace + "'")).isEqualTo(3);
        }
        assertThat(practitioner.call(() -> Features.get(AuditJournal.class).check()).sound()).isTrue();
    }

    @Test
    void a_thing_of_a_feature_without_a_line_is_found_by_its_file() throws SQLException {
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement statement = superuser.createStatement()) {
            statement.execute("set app.tenant = '" + workspace + "'");
            String participant = RealDatabase.rows(superuser, "select id from participant where file_id = '" + ada + "'").get(0).get(0);
            assertThat(RealDatabase.rows(superuser, "select * from audit_concerns('file', '" + participant + "')"))
                .containsExactly(List.of(ada.toString(), adaPerson.toString()));
            assertThat(RealDatabase.rows(superuser, "select * from audit_concerns('unheard', '" + participant + "')"))
                .containsExactly(List.of(ada.toString(), adaPerson.toString()));
        }
    }

    private JournalPage page(JournalFilter filter) throws Exception {
        return practitioner.call(() -> Features.get(AuditJournal.class).page(filter));
    }

    private UUID open(String name) throws Exception {
        PersonDetails details = new PersonDetails();
        details.setGivenName(name);
        details.setFamilyName("Example");
        return practitioner.call(() -> Features.get(Files.class).open(details, ""));
    }
}
