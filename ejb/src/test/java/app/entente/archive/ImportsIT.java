package app.entente.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.entente.file.FileRow;
import app.entente.file.Files;
import app.entente.kernel.Bilingual;
import app.entente.kernel.Money;
import app.entente.kernel.NotFound;
import app.entente.meeting.Meetings;
import app.entente.payment.Balances;
import app.entente.payment.Debtor;
import app.entente.payment.YearStatements;
import app.entente.person.People;
import app.entente.person.Person;
import app.entente.practice.Practice;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.search.Found;
import app.entente.search.Searches;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Imports in the real database: through the worker, through a crash, and back again. */
class ImportsIT {

    private static final Logger LOG = Logger.getLogger(ImportsIT.class.getName());
    private static final String HEADERS = "Nom;Prénom;Date de naissance;Courriel;Référence\n";

    private final UUID workspace = RealDatabase.get().newWorkspace("CA-QC");
    private final InWorkspace maude = InWorkspace.practitioner(workspace);

    @BeforeEach
    void room_for_everybody() throws SQLException {
        asSuperuser("update workspace set quota_clients = 100000 where id = '" + workspace + "'");
    }

    @Test
    void beyond_the_quota_rows_are_left_out_with_the_reason() throws Exception {
        asSuperuser("update workspace set quota_clients = 1 where id = '" + workspace + "'");
        UUID id = ready(Import.CLIENTS, HEADERS + "Un;Ada;;;\nDeux;Ada;;;\n");
        assertThat(maude.call(() -> imports().preview(id))).as("the dry run tells it").extracting(Preview::ready, Preview::room, Preview::outside).containsExactly(2, 1, 1);
        maude.run(() -> imports().start(id, Set.of()));
        workUntilDone(id);
        assertThat(find(id)).extracting(Import::getMade, Import::getRefused).containsExactly(1, 1);
        assertThat(maude.call(() -> imports().notes(id))).extracting(RowNote::note).containsExactly("file.quota_reached");
    }

    @Test
    void five_thousand_clients_come_through_the_worker_and_go_back() throws Exception {
        StringBuilder table = new StringBuilder(HEADERS);
        for (int i = 1; i <= 5000; i++) {
            table.append("Famille").append(i).append(";Prénom;03/04/1990;p").append(i).append("@example.org;A-").append(i).append('\n');
        }
        UUID id = ready(Import.CLIENTS, table.toString());
        maude.run(() -> imports().start(id, Set.of()));
        Instant begun = Instant.now();
        workUntilDone(id);
        long millis = Math.max(1, Duration.between(begun, Instant.now()).toMillis());
        LOG.info(() -> "5,000 clients in " + millis + " ms: " + 5_000_000 / millis + " rows/s");
        assertThat(find(id).getMade()).isEqualTo(5000);
        assertThat(count("client_file")).isEqualTo(5000);
        assertThat(count("person")).isEqualTo(5000);
        assertThat(count("mail")).isZero();
        maude.run(() -> imports().undo(id));
        workUntilDone(id);
        assertThat(find(id).getStatus()).isEqualTo("undone");
        assertThat(find(id).getTakenBack()).isEqualTo(5000);
        assertThat(count("client_file") + count("person") + count("participant")).isZero();
    }

    @Test
    void a_crash_in_the_middle_makes_nothing_twice() throws Exception {
        StringBuilder table = new StringBuilder(HEADERS);
        for (int i = 1; i <= 120; i++) {
            table.append("Famille").append(i).append(";Prénom;;;\n");
        }
        UUID id = ready(Import.CLIENTS, table.toString());
        maude.run(() -> imports().start(id, Set.of()));
        assertThat(step(id, 50)).isTrue();
        asSuperuser("create function crash() returns trigger language plpgsql as $$ begin if new.tenant_id = '" + workspace
            + "' and new.family_name = 'Famille77' then raise exception 'crash'; end if; return new; end $$",
            "create trigger crash before insert on person for each row execute function crash()");
        try {
            assertThatThrownBy(() -> step(id, 50)).isInstanceOf(Exception.class);
            assertThat(count("client_file")).as("the first chunk stays, the second is gone whole").isEqualTo(50);
            assertThat(find(id).getMade()).isEqualTo(50);
        } finally {
            asSuperuser("drop trigger crash on person", "drop function crash()");
        }
        workUntilDone(id);
        assertThat(find(id).getMade()).isEqualTo(120);
        assertThat(count("client_file")).isEqualTo(120);
        assertThat(RealDatabase.rows(connection(), "select family_name from person where tenant_id = '" + workspace + "' group by 1 having count(*) > 1")).isEmpty();
    }

    @Test
    void a_row_that_fails_alone_is_left_out_and_the_others_come() throws Exception {
        UUID id = ready(Import.CLIENTS, HEADERS + "Un;Ada;;;\nDeux;Ada;;a..b@x.org.;\nTrois;Ada;;;\n");
        asSuperuser("create function crash() returns trigger language plpgsql as $$ begin if new.tenant_id = '" + workspace
            + "' and new.family_name = 'Trois' then raise exception 'crash'; end if; return new; end $$",
            "create trigger crash before insert on person for each row execute function crash()");
        try {
            maude.run(() -> imports().start(id, Set.of()));
            workUntilDone(id);
        } finally {
            asSuperuser("drop trigger crash on person", "drop function crash()");
        }
        assertThat(find(id).getMade()).isEqualTo(1);
        assertThat(find(id).getRefused()).isEqualTo(2);
        assertThat(maude.call(() -> imports().notes(id))).extracting(RowNote::line, RowNote::note)
            .containsExactly(org.assertj.core.groups.Tuple.tuple(3, "archive.error.email"), org.assertj.core.groups.Tuple.tuple(4, "archive.error.row"));
    }

    @Test
    void the_dry_run_writes_nothing_and_says_what_would_become_of_each_row() throws Exception {
        UUID first = ready(Import.CLIENTS, HEADERS + "Côté;Zoé;03/04/1990;zoe@example.org;A-1\n");
        maude.run(() -> imports().start(first, Set.of()));
        workUntilDone(first);
        UUID id = ready(Import.CLIENTS, HEADERS + "COTE;Zoe;03/04/1990;;\nRoy;Ève;31/02/1990;;\nRoy;;;mal;\nRoy;Luc;;;\nRoy;Luc;;;\n");
        Preview preview = maude.call(() -> imports().preview(id));
        assertThat(preview.total()).isEqualTo(5);
        assertThat(preview.ready()).isEqualTo(1);
        assertThat(preview.refused()).isEqualTo(2);
        assertThat(preview.errors()).extracting(CellError::line).containsExactly(3, 4, 4);
        assertThat(preview.twins()).extracting(Twin::line).containsExactly(2, 6);
        assertThat(count("client_file")).isEqualTo(1);
        maude.run(() -> imports().start(id, Set.of(6)));
        workUntilDone(id);
        assertThat(find(id)).extracting(Import::getMade, Import::getSkipped, Import::getRefused).containsExactly(2, 1, 2);
    }

    @Test
    void the_mapping_is_remembered_for_the_same_headers() throws Exception {
        UUID first = maude.call(() -> imports().begin(Import.CLIENTS, "a.csv", "X;Y;Z\nCôté;Zoé;04/13/1990\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(maude.call(() -> imports().sample(first)).columns()).isEmpty();
        maude.run(() -> imports().map(first, java.util.Map.of(Field.FAMILY_NAME, 0, Field.GIVEN_NAME, 1, Field.BIRTH_DATE, 2), "mdy"));
        UUID second = maude.call(() -> imports().begin(Import.CLIENTS, "b.csv", "x;y;z\nRoy;Luc;\n".getBytes(StandardCharsets.UTF_8)));
        ImportSample sample = maude.call(() -> imports().sample(second));
        assertThat(sample.remembered()).isTrue();
        assertThat(sample.columns()).containsEntry(Field.BIRTH_DATE, 2);
        assertThat(sample.file().getDateOrder()).isEqualTo("mdy");
    }

    @Test
    void past_meetings_find_their_clients_and_a_file_with_meetings_is_kept() throws Exception {
        aService();
        UUID clients = ready(Import.CLIENTS, HEADERS + "Côté;Zoé;03/04/1990;;A-1\nRoy;Luc;;;A-2\n");
        maude.run(() -> imports().start(clients, Set.of()));
        workUntilDone(clients);
        UUID id = ready(Import.MEETINGS, "Référence;Nom;Prénom;Date;Heure;Durée;Statut\nA-1;;;02/11/2024;14 h 30;45 min;absente\n;Roy;Luc;03/11/2024;9h;;\n"
            + ";Roy;Luc;03/11/2024;9h;;\nA-9;;;03/11/2024;9h;;\nA-1;;;03/11/2024;9h;90;\n");
        Preview preview = maude.call(() -> imports().preview(id));
        assertThat(preview.errors()).extracting(CellError::code).containsExactly("archive.error.nobody", "service.too_long");
        assertThat(preview.twins()).extracting(Twin::line).containsExactly(4);
        maude.run(() -> imports().start(id, Set.of()));
        workUntilDone(id);
        UUID zoe = file("Côté");
        assertThat(maude.call(() -> Features.get(Meetings.class).ofFile(zoe))).singleElement().satisfies(row -> {
            assertThat(row.status()).isEqualTo("missed");
            assertThat(row.minutes()).isEqualTo(45);
            assertThat(row.startsAt()).isEqualTo(Instant.parse("2024-11-02T18:30:00Z"));
        });
        assertThat(count("mail")).isZero();
        assertThat(maude.call(() -> Features.get(Files.class).find(file("Roy"))).getLastServiceOn()).isEqualTo("2024-11-03");

        maude.run(() -> imports().undo(clients));
        workUntilDone(clients);
        assertThat(find(clients)).extracting(Import::getTakenBack, Import::getKept).containsExactly(0, 2);
        assertThat(maude.call(() -> imports().notes(clients))).extracting(RowNote::note, RowNote::name)
            .containsExactly(org.assertj.core.groups.Tuple.tuple("meeting", "Zoé Côté"), org.assertj.core.groups.Tuple.tuple("meeting", "Luc Roy"));

        maude.run(() -> imports().undo(id));
        workUntilDone(id);
        assertThat(count("meeting")).isZero();
        assertThat(maude.call(() -> Features.get(Files.class).find(file("Roy"))).getLastServiceOn()).isNull();
        Person luc = maude.call(() -> Features.get(Files.class).client(file("Roy")));
        maude.run(() -> Features.get(People.class).addContact(luc.getId(), "phone", "", "514 555-0102", true, false));
        maude.run(() -> imports().undo(clients));
        workUntilDone(clients);
        assertThat(find(clients)).extracting(Import::getTakenBack, Import::getKept).containsExactly(1, 1);
        assertThat(maude.call(() -> Features.get(Files.class).page(""))).extracting(FileRow::familyName).containsExactly("Roy");
        assertThat(maude.call(() -> imports().notes(clients))).extracting(RowNote::note).containsExactly("contact");
    }

    private List<EarlierReceipt> mine(UUID file) throws Exception {
        return InWorkspace.client(maude.tenant(), person(file)).call(() -> earlier().mine());
    }

    private UUID person(UUID file) throws Exception {
        return maude.call(() -> Features.get(Files.class).client(file)).getId();
    }

    @Test
    void the_statement_of_a_year_tells_what_another_tool_made_out() throws Exception {
        maude.run(() -> Features.get(Practices.class).establish(practice(), List.of(), List.of()));
        UUID clients = ready(Import.CLIENTS, HEADERS + "Côté;Zoé;03/04/1990;;A-1\nRoy;Luc;;;A-2\n");
        maude.run(() -> imports().start(clients, Set.of()));
        workUntilDone(clients);
        UUID receipts = ready(Import.RECEIPTS, "Numéro;Dossier;Date;Montant;Payeur\nR-42;A-1;02/11/2019;1 120,00 $;\nR-43;A-1;02/11/2020;90;\nR-45;A-2;03/11/2019;-20,00;Luc et fils inc.\n");
        maude.run(() -> imports().start(receipts, Set.of()));
        workUntilDone(receipts);
        UUID client = person(file("Côté"));
        assertThat(statement(statements -> statements.ofClient(client, 2019))).contains("Établis avec un autre outil", "R-42", "1 120,00 $").doesNotContain("R-43", "R-45");
        assertThat(statement(statements -> statements.ofPayer("Luc et Fils inc.", 2019))).contains("R-45", "−20,00 $").doesNotContain("R-42");
        UUID luc = person(file("Roy"));
        assertThatThrownBy(() -> maude.call(() -> Features.get(YearStatements.class).ofClient(luc, 2019))).as("a payer's is not the client's").isInstanceOf(NotFound.class);
        YearStatements statements = Features.get(YearStatements.class);
        assertThat(maude.call(() -> statements.years(Debtor.client(client)))).as("with nothing of our own").containsExactly(2020, 2019);
        assertThat(InWorkspace.client(maude.tenant(), client).call(statements::myYears)).containsExactly(2020, 2019);
        assertThat(maude.call(() -> statements.years(Debtor.client(luc)))).isEmpty();
        assertThat(maude.call(() -> statements.years(Debtor.payer("luc et fils inc.")))).containsExactly(2019);
        assertThat(maude.call(() -> Features.get(Balances.class).ofPayer("Luc et fils inc.")).receipts()).isEmpty();
        assertThatThrownBy(() -> maude.call(() -> Features.get(Balances.class).ofPayer("Quelqu’un"))).isInstanceOf(NotFound.class);
    }

    /** The words of a statement that is made now. */
    private String statement(Function<YearStatements, UUID> made) throws Exception {
        YearStatements statements = Features.get(YearStatements.class);
        byte[] pdf = maude.call(() -> statements.file(made.apply(statements))).bytes();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void receipts_of_another_tool_are_kept_under_their_numbers_and_leave_only_with_their_import() throws Exception {
        maude.run(() -> Features.get(Practices.class).establish(practice(), List.of(), List.of()));
        UUID clients = ready(Import.CLIENTS, HEADERS + "Côté;Zoé;03/04/1990;;A-1\nRoy;Luc;;;A-2\n");
        maude.run(() -> imports().start(clients, Set.of()));
        workUntilDone(clients);
        String table = "Numéro;Dossier;Date;Montant;Date du service;Payé le;Mode de paiement;Payeur;Libellé\n"
            + "R-2019-0042;A-1;02/11/2019;1 120,00 $;30/10/2019;02/11/2019;carte;;Rencontre\nr 2019 0042;A-1;02/11/2019;90;;;;;\n"
            + "R-43;A-9;02/11/2019;90;;;;;\nR-44;A-2;31/02/2019;quatre-vingts;;;;;\nR-45;A-2;03/11/2019;-20,00;;;;Luc et fils inc.;Note de crédit\n;A-2;03/11/2019;5;;;;;\n";
        UUID id = ready(Import.RECEIPTS, table);
        Preview preview = maude.call(() -> imports().preview(id));
        assertThat(preview.errors()).extracting(CellError::line, CellError::code).containsExactly(tuple(4, "archive.error.nobody"), tuple(5, "archive.error.date"),
            tuple(5, "archive.error.amount"), tuple(7, "archive.error.missing"));
        assertThat(preview.twins()).extracting(Twin::line, Twin::name).containsExactly(tuple(3, "r 2019 0042"));
        maude.run(() -> imports().start(id, Set.of()));
        workUntilDone(id);
        assertThat(find(id)).extracting(Import::getMade, Import::getSkipped, Import::getRefused).containsExactly(2, 1, 3);
        assertThat(count("receipt")).as("none of them is one of ours").isZero();
        UUID zoe = file("Côté");
        assertThat(maude.call(() -> earlier().ofFile(zoe))).singleElement().satisfies(receipt -> {
            assertThat(receipt.getNumber()).isEqualTo("R-2019-0042");
            assertThat(receipt.getAmount()).isEqualTo(new Money(112_000, "CAD"));
            assertThat(receipt.getIssuedOn()).isEqualTo("2019-11-02");
            assertThat(receipt.getServicedOn()).isEqualTo("2019-10-30");
            assertThat(receipt.getMeans()).isEqualTo("carte");
        });
        assertThat(maude.call(() -> earlier().page("", 0))).extracting(EarlierPage::count, page -> page.rows().get(0).client()).containsExactly(2L, "Luc Roy");
        assertThat(maude.call(() -> earlier().page("2019-0042", 0)).rows()).extracting(row -> row.receipt().getNumber()).containsExactly("R-2019-0042");
        assertThat(maude.call(() -> earlier().page("et FILS", 0)).rows()).extracting(row -> row.receipt().getNumber()).containsExactly("R-45");
        assertThat(maude.call(() -> earlier().page("100%", 0)).count()).isZero();
        assertThat(maude.call(() -> Features.get(Searches.class).ofDesk("0042 cote", "fr")).receipts()).extracting(Found::kind, Found::id, Found::title)
            .containsExactly(tuple("earlier", zoe, "R-2019-0042"));
        assertThat(mine(zoe)).as("the client finds theirs").extracting(EarlierReceipt::getNumber).containsExactly("R-2019-0042");
        assertThat(mine(file("Roy"))).as("what somebody else paid is theirs alone").isEmpty();
        assertThat(InWorkspace.practitioner(RealDatabase.get().newWorkspace("FR")).call(() -> earlier().ofFile(zoe))).isEmpty();

        UUID again = ready(Import.RECEIPTS, table);
        assertThat(maude.call(() -> imports().preview(again)).ready()).as("what is here already is known by its number").isZero();
        for (String change : List.of("delete from EarlierReceipt r", "update EarlierReceipt r set r.number = 'x'")) {
            assertThatThrownBy(() -> maude.query(em -> em.createQuery(change).executeUpdate())).hasMessageContaining(change.startsWith("delete") ? "is not deleted" : "permission denied");
        }
        maude.run(() -> imports().undo(clients));
        workUntilDone(clients);
        assertThat(maude.call(() -> imports().notes(clients))).extracting(RowNote::note).containsExactly("earlier_receipt", "earlier_receipt");
        maude.run(() -> imports().undo(id));
        workUntilDone(id);
        assertThat(find(id)).extracting(Import::getStatus, Import::getTakenBack).containsExactly("undone", 2);
        assertThat(count("earlier_receipt")).isZero();
        maude.run(() -> imports().undo(clients));
        workUntilDone(clients);
        assertThat(count("client_file")).isZero();
    }

    @Test
    void a_file_that_was_corrected_later_is_kept() throws Exception {
        UUID id = ready(Import.CLIENTS, HEADERS + "Côté;Zoé;;;\n");
        maude.run(() -> imports().start(id, Set.of()));
        workUntilDone(id);
        UUID file = file("Côté");
        Person zoe = maude.call(() -> Features.get(Files.class).client(file));
        zoe.getDetails().setCity("Laval");
        maude.run(() -> Features.get(Files.class).correctClient(file, zoe.getDetails(), zoe.getVersion()));
        maude.run(() -> imports().undo(id));
        workUntilDone(id);
        assertThat(find(id)).extracting(Import::getTakenBack, Import::getKept).containsExactly(0, 1);
        assertThat(count("client_file")).isEqualTo(1);
    }

    @Test
    void cancelling_stops_and_what_was_made_can_be_taken_back() throws Exception {
        UUID id = ready(Import.CLIENTS, HEADERS + "Un;Ada;;;\nDeux;Ada;;;\nTrois;Ada;;;\n");
        maude.run(() -> imports().start(id, Set.of()));
        step(id, 2);
        maude.run(() -> imports().cancel(id));
        assertThat(step(id, 2)).isFalse();
        assertThat(count("client_file")).isEqualTo(2);
        maude.run(() -> imports().undo(id));
        workUntilDone(id);
        assertThat(count("client_file")).isZero();
    }

    @Test
    void nothing_else_is_deleted_by_the_application() throws Exception {
        UUID id = ready(Import.CLIENTS, HEADERS + "Côté;Zoé;;;\n");
        maude.run(() -> imports().start(id, Set.of()));
        workUntilDone(id);
        assertThatThrownBy(() -> maude.query(em -> em.createQuery("delete from Participant t").executeUpdate())).hasMessageContaining("is not deleted");
    }

    @Test
    void the_cells_are_erased_when_their_time_has_come() throws Exception {
        UUID id = ready(Import.CLIENTS, HEADERS + "Côté;Zoé;;;\n");
        asSuperuser("update import set due_at = now() - interval '1 minute' where id = '" + id + "'");
        Features.get(ImportRounds.class).round();
        assertThat(find(id).getStatus()).isEqualTo("expired");
        assertThat(RealDatabase.rows(connection(), "select cells from import_row where import_id = '" + id + "'").get(0).get(0)).isNull();
    }

    @Test
    void another_workspaces_import_is_not_found() throws Exception {
        UUID id = ready(Import.CLIENTS, HEADERS + "Côté;Zoé;;;\n");
        InWorkspace other = InWorkspace.practitioner(RealDatabase.get().newWorkspace("FR"));
        for (Callable<?> door : List.<Callable<?>>of(() -> imports().find(id), () -> imports().sample(id), () -> imports().preview(id), () -> imports().notes(id),
            () -> {
                imports().start(id, Set.of());
                return null;
            }, () -> Features.get(ImportWork.class).step(id, 10))) {
            assertThatThrownBy(() -> other.call(door)).isInstanceOf(NotFound.class);
        }
    }

    private UUID ready(String kind, String table) throws Exception {
        UUID id = maude.call(() -> imports().begin(kind, "fichier.csv", table.getBytes(StandardCharsets.UTF_8)));
        ImportSample sample = maude.call(() -> imports().sample(id));
        maude.run(() -> imports().map(id, sample.columns(), sample.file().getDateOrder()));
        return id;
    }

    private void aService() throws Exception {
        Service session = new Service("session", "follow_up", new Bilingual("Séance", "Session"), new Bilingual("", ""), List.of("office", "video"), List.of(), 45, 60,
            new Money(10_000, "CAD"), "exempt", 1);
        maude.run(() -> Features.get(Practices.class).establish(practice(), List.of(), List.of(session)));
    }

    private static Practice practice() {
        return Practice.begun("Maude", "ts", new Bilingual("T.S.", "S.W."), "m@example.org", "CA");
    }

    private void workUntilDone(UUID id) throws Exception {
        for (int turn = 0; turn < 20 && find(id).isMoving(); turn++) {
            Features.get(ImportRounds.class).round();
        }
        assertThat(find(id).isMoving()).isFalse();
    }

    private boolean step(UUID id, int most) throws Exception {
        return InWorkspace.nobody(workspace).call(() -> Features.get(ImportWork.class).step(id, most));
    }

    private Import find(UUID id) throws Exception {
        return maude.call(() -> imports().find(id));
    }

    private UUID file(String family) throws Exception {
        return maude.call(() -> Features.get(Files.class).page(family)).get(0).id();
    }

    private static EarlierReceipts earlier() {
        return Features.get(EarlierReceipts.class);
    }

    private static Imports imports() {
        return Features.get(Imports.class);
    }

    private long count(String table) throws SQLException {
        try (Connection superuser = connection()) {
            return Long.parseLong(RealDatabase.rows(superuser, "select count(*) from " + table + " where tenant_id = '" + workspace + "'").get(0).get(0));
        }
    }

    private static Connection connection() throws SQLException {
        return RealDatabase.get().connect(As.SUPERUSER);
    }

    private static void asSuperuser(String... statements) throws SQLException {
        try (Connection superuser = connection(); Statement statement = superuser.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
