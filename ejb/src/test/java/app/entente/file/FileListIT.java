package app.entente.file;

import static app.entente.file.Samples.opened;
import static app.entente.file.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import app.entente.testing.TestClock;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A thousand files: found by a few letters with or without accents, sorted, paged, in a handful of statements whatever their number. */
class FileListIT {

    private static final int MANY = 1000;
    private static InWorkspace maude;

    @BeforeAll
    static void a_thousand_files() throws Exception {
        Features.demo();
        maude = InWorkspace.practitioner(RealDatabase.get().newWorkspace("CA-QC"));
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER); Statement sql = superuser.createStatement()) {
            String tenant = "'" + maude.tenant() + "'";
            sql.execute("create temporary table many as select uuidv7() file, uuidv7() person, n from generate_series(1, " + MANY + ") n");
            sql.execute("insert into person (tenant_id, id, given_name, family_name, address_form, language, created_at) select " + tenant
                + ", person, 'Given' || n, case when n % 100 = 0 then 'Éloïse-Bélanger' else 'Family' || n end, 'vous', 'fr', now() from many");
            sql.execute("insert into client_file (tenant_id, id, reference, kind, status, step, opened_on, created_at) select " + tenant
                + ", file, '2020-' || n, case when n % 10 = 0 then 'family' else 'individual' end, case when n % 4 = 0 then 'closed' else 'open' end, "
                + "case when n % 2 = 0 then 'assessment' else 'intake' end, date '2020-01-01' + n, now() + n * interval '1 second' from many");
            sql.execute("insert into participant (tenant_id, id, file_id, person_id, capacity, since, principal, sees) select " + tenant
                + ", uuidv7(), file, person, 'client', date '2020-01-01' + n, true, 'shared' from many");
        }
    }

    @AfterAll
    static void the_clock_is_right() {
        TestClock.reset();
    }

    @Test
    void a_few_letters_find_with_or_without_accents_in_any_order() throws Exception {
        assertThat(search("eloise").count()).isEqualTo(10);
        assertThat(search("BÉLANGER given500").rows()).extracting(FileRow::givenName).containsExactly("Given500");
        assertThat(search("2020-777").rows()).extracting(FileRow::reference).containsExactly("2020-777");
        assertThat(search("100%").count()).isZero();
        assertThat(search("_iven").count()).isZero();
    }

    @Test
    void state_step_and_kind_narrow_together() throws Exception {
        assertThat(count(new FileSearch("", "closed", null, null, null, false, 0))).isEqualTo(250);
        assertThat(count(new FileSearch("", "open", "assessment", null, null, false, 0))).isEqualTo(250);
        assertThat(count(new FileSearch("", "open", "assessment", "family", null, false, 0))).isEqualTo(50);
        assertThat(count(new FileSearch("", "nonsense", null, null, "nonsense", false, 0))).isEqualTo(MANY);
    }

    @Test
    void pages_follow_each_other_without_a_gap() throws Exception {
        List<UUID> seen = new ArrayList<>();
        for (int page = 0; page < MANY / FileSearch.SIZE; page++) {
            int number = page;
            FilePage part = maude.call(() -> files().search(new FileSearch("", null, null, null, "name", true, number)));
            assertThat(part.more()).isEqualTo(page < MANY / FileSearch.SIZE - 1);
            part.rows().forEach(row -> seen.add(row.id()));
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(MANY);
    }

    @Test
    void sorting_turns_round() throws Exception {
        List<String> up = maude.call(() -> files().search(new FileSearch("", null, null, null, "opened", false, 0))).rows().stream().map(FileRow::reference).toList();
        List<String> down = maude.call(() -> files().search(new FileSearch("", null, null, null, "opened", true, 0))).rows().stream().map(FileRow::reference).toList();
        assertThat(up).startsWith("2020-1", "2020-2");
        assertThat(down).startsWith("2020-1000", "2020-999");
    }

    @Test
    void a_page_of_the_list_takes_a_handful_of_statements() throws Exception {
        search("given");
        long before = Features.statements();
        maude.run(() -> {
            files().search(new FileSearch("given", "open", null, null, "name", false, 0));
            files().recent();
        });
        assertThat(Features.statements() - before).as("with those that close both locks").isLessThanOrEqualTo(6);
    }

    @Test
    void a_page_of_one_file_takes_at_most_fifteen() throws Exception {
        InWorkspace another = InWorkspace.practitioner(RealDatabase.get().newWorkspace("CA-QC"));
        UUID file = opened(another, "couple", "Zoé", "Compte");
        UUID second = another.call(() -> Features.get(Participants.class).add(file, person("Yan", "Compte"), "client", null));
        for (int i = 0; i < 30; i++) {
            another.run(() -> Features.get(Statements.class).write(file, null, "joint", "record", null, "Propos"));
        }
        assertThat(second).isNotNull();
        long before = Features.statements();
        FileDesk.Open open = another.call(() -> Features.get(FileDesk.class).open(file));
        assertThat(open.path()).isEmpty();
        assertThat(Features.statements() - before).as("on the desk").isLessThanOrEqualTo(11);
        before = Features.statements();
        assertThat(another.call(() -> Features.get(FileDesk.class).look(file, true)).told()).hasSizeGreaterThan(30);
        assertThat(Features.statements() - before).as("with everything that happened").isLessThanOrEqualTo(15);
    }

    @Test
    void the_files_opened_last_are_ten_and_mine() throws Exception {
        List<UUID> some = search("").rows().stream().limit(12).map(FileRow::id).toList();
        for (UUID file : some) {
            TestClock.advance(Duration.ofMinutes(1));
            maude.run(() -> files().read(file));
        }
        TestClock.advance(Duration.ofMinutes(1));
        maude.run(() -> files().read(some.get(5)));
        List<UUID> recent = maude.call(() -> files().recent()).stream().map(FileRow::id).toList();
        assertThat(recent).hasSize(10).startsWith(some.get(5), some.get(11), some.get(10)).doesNotContain(some.get(0), some.get(1));
        InWorkspace other = InWorkspace.practitioner(maude.tenant());
        assertThat(other.call(() -> files().recent())).isEmpty();
    }

    private static FilePage search(String words) throws Exception {
        return maude.call(() -> files().search(FileSearch.words(words)));
    }

    private static long count(FileSearch search) throws Exception {
        return maude.call(() -> files().search(search)).count();
    }

    private static Files files() {
        return Features.get(Files.class);
    }
}
