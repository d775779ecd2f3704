package app.entente.file;

import static app.entente.file.Samples.opened;
import static app.entente.file.Samples.person;
import static app.entente.file.Samples.refused;
import static app.entente.file.Samples.today;
import static org.assertj.core.api.Assertions.assertThat;

import app.entente.person.People;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import app.entente.testing.TestClock;
import java.sql.Connection;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From open to destroyed, in the real database: the clock runs from the last service, and nothing is ever destroyed by itself. */
class FileLifeIT {

    private static InWorkspace maude;

    @BeforeAll
    static void a_workspace_in_quebec_with_its_law() throws Exception {
        Features.demo();
        UUID account = UUID.randomUUID();
        try (Connection app = RealDatabase.get().connect(As.APPLICATION); var insert = app.prepareStatement("insert into account (id, subject, email) values (?, ?, ?)")) {
            insert.setObject(1, account);
            insert.setString(2, account.toString());
            insert.setString(3, account + "@demo.example");
            insert.executeUpdate();
        }
        maude = InWorkspace.practitioner(RealDatabase.get().newWorkspace("CA-QC"));
        maude = maude.as(account, "login");
    }

    @AfterEach
    void the_clock_is_right() {
        TestClock.reset();
    }

    @Test
    void the_clock_runs_from_the_last_service_and_not_from_the_closing() throws Exception {
        UUID file = opened(maude, "individual", "Rose", "Un");
        LocalDate service = today().minusDays(40);
        maude.run(() -> files().served(file, service));
        maude.run(() -> files().served(file, service.minusDays(90)));
        maude.run(() -> files().close(file, "agreed", null));
        ClientFile closed = maude.call(() -> files().find(file));
        assertThat(closed.getStatus()).isEqualTo("closed");
        assertThat(closed.getLastServiceOn()).isEqualTo(service);
        assertThat(closed.getRetainUntil()).isEqualTo(service.plusYears(5));
        assertThat(maude.call(() -> files().episodes(file)).get(0).getLastServiceOn()).isEqualTo(service);
    }

    @Test
    void what_is_no_service_does_not_start_it_anew() throws Exception {
        UUID file = opened(maude, "individual", "Remi", "Deux");
        LocalDate service = today().minusDays(10);
        maude.run(() -> files().served(file, service));
        UUID source = maude.call(() -> files().client(file)).getId();
        maude.run(() -> Features.get(Statements.class).write(file, source, "individual", null, null, "A téléphoné pour dire que tout va bien."));
        maude.run(() -> files().close(file, "agreed", null));
        assertThat(maude.call(() -> files().find(file)).getRetainUntil()).isEqualTo(service.plusYears(5));
        maude.run(() -> files().reopen(file));
        maude.run(() -> files().served(file, today()));
        maude.run(() -> files().close(file, "client", null));
        assertThat(maude.call(() -> files().find(file)).getRetainUntil()).isEqualTo(today().plusYears(5));
        assertThat(maude.call(() -> files().episodes(file))).extracting(Episode::getNumber).containsExactly(1, 2);
    }

    @Test
    void night_after_night_a_file_is_retained_then_due_and_never_destroyed() throws Exception {
        UUID file = opened(maude, "individual", "Ruth", "Trois");
        maude.run(() -> files().close(file, "no_contact", today()));
        assertThat(night(file)).isEqualTo("closed");
        TestClock.advance(Duration.ofDays(1));
        assertThat(night(file)).isEqualTo("retention");
        TestClock.advance(Duration.ofDays(365 * 5));
        assertThat(night(file)).isEqualTo("retention");
        TestClock.advance(Duration.ofDays(2));
        assertThat(night(file)).isEqualTo("due_for_review");
        TestClock.advance(Duration.ofDays(3650));
        assertThat(night(file)).isEqualTo("due_for_review");
        assertThat(maude.call(() -> files().client(file)).getName()).isEqualTo("Ruth Trois");
    }

    @Test
    void a_file_on_hold_is_not_due_and_not_destroyed() throws Exception {
        UUID file = due("Rita", "Quatre");
        refused("file.hold_reason", maude, () -> life().hold(file, " "));
        maude.run(() -> life().hold(file, "Plainte en cours"));
        assertThat(night(file)).isEqualTo("retention");
        refused("file.on_hold", maude, () -> life().destroy(file, reference(file), "effacement"));
        maude.run(() -> life().release(file));
        assertThat(night(file)).isEqualTo("due_for_review");
    }

    @Test
    void destroying_asks_for_the_number_and_leaves_one_line_and_no_word() throws Exception {
        UUID file = due("Rolande", "Cinq-Particulier");
        UUID who = maude.call(() -> files().client(file)).getId();
        UUID other = opened(maude, "individual", "Ralph", "Autre");
        maude.run(() -> Features.get(Participants.class).join(other, who, "relative", null));
        String reference = reference(file);
        refused("file.destroy_reference", maude, () -> life().destroy(file, "2000-001", "effacement"));
        refused("file.destroy_method", maude, () -> life().destroy(file, reference, ""));
        maude.run(() -> life().destroy(file, reference, "Effacement des données"));
        assertThat(maude.call(() -> life().lines())).filteredOn(line -> line.getReference().equals(reference)).singleElement()
            .satisfies(line -> assertThat(line.getMethod()).isEqualTo("Effacement des données"));
        ClientFile left = maude.call(() -> files().find(file));
        assertThat(left.getStatus()).isEqualTo("destroyed");
        assertThat(left.getReason()).isEmpty();
        // Still in another file: kept there.
        assertThat(maude.call(() -> Features.get(People.class).find(who)).getName()).isEqualTo("Rolande Cinq-Particulier");
        assertThat(everything()).doesNotContain("Mieux dormir, dit-elle");

        UUID alone = due("Roxane", "Six-Particulier");
        maude.run(() -> life().destroy(alone, reference(alone), "Effacement des données"));
        assertThat(everything()).doesNotContain("Six-Particulier");
        refused("file.not_due", maude, () -> life().destroy(alone, reference(alone), "encore"));
        refused("file.not_closed", maude, () -> files().reopen(alone));
    }

    @Test
    void an_open_file_is_not_destroyed_and_a_closed_one_takes_nobody_in() throws Exception {
        UUID file = opened(maude, "family", "Rene", "Sept");
        refused("file.not_due", maude, () -> life().destroy(file, reference(file), "effacement"));
        maude.run(() -> files().close(file, "agreed", null));
        refused("file.not_open", maude, () -> files().close(file, "agreed", null));
        refused("file.not_open", maude, () -> Features.get(Participants.class).add(file, person("Rex", "Huit"), "client", null));
        refused("file.service_later", maude, () -> files().close(opened(maude, "individual", "Rik", "Neuf"), "agreed", today().plusDays(1)));
    }

    private static UUID due(String given, String family) throws Exception {
        UUID file = opened(maude, "individual", given, family);
        UUID source = maude.call(() -> files().client(file)).getId();
        maude.run(() -> Features.get(Statements.class).write(file, source, "individual", null, null, "Mieux dormir, dit-elle"));
        maude.run(() -> files().close(file, "agreed", null));
        TestClock.advance(Duration.ofDays(365 * 5 + 3));
        assertThat(night(file)).isEqualTo("due_for_review");
        return file;
    }

    private static String everything() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            for (String table : new String[] {"person", "file_statement", "client_file", "payer", "path_step", "guardian_consent"}) {
                all.append(RealDatabase.rows(superuser, "select string_agg(t::text, ' ') from " + table + " t where tenant_id = '" + maude.tenant() + "'"
                    + (table.equals("file_statement") ? " and file_id in (select id from client_file where status = 'destroyed')" : "")));
            }
        }
        return all.toString();
    }

    private static String night(UUID file) throws Exception {
        InWorkspace.nobody(maude.tenant()).run(() -> Features.get(FileReviewWork.class).review(file));
        return maude.call(() -> files().find(file)).getStatus();
    }

    private static String reference(UUID file) throws Exception {
        return maude.call(() -> files().find(file)).getReference();
    }

    private static Files files() {
        return Features.get(Files.class);
    }

    private static FileLife life() {
        return Features.get(FileLife.class);
    }
}
