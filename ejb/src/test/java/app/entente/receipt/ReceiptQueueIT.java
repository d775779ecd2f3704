package app.entente.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.document.Postponement;
import app.entente.document.Postponements;
import app.entente.file.Files;
import app.entente.meeting.Meetings;
import app.entente.person.PersonDetails;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import app.entente.testing.TestClock;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The timer's queue of documents: what can never be made stands before nothing else, of this practice or another. */
class ReceiptQueueIT {

    private static final int IMPOSSIBLE = 130;

    private final List<String> said = new ArrayList<>();
    private final Logger log = Logger.getLogger(Postponements.class.getName());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord told) {
            said.add(told.getMessage() + told.getThrown());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    @BeforeAll
    static void the_texts_of_the_law_are_there() throws Exception {
        Features.demo();
    }

    @AfterEach
    void the_clock_is_right_and_the_log_as_before() {
        TestClock.reset();
        log.removeHandler(listener);
    }

    @Test
    void more_than_a_hundred_impossible_documents_hold_up_nobody_and_are_tried_again_later() throws Exception {
        TestClock.advance(Duration.ofSeconds(-60));
        InWorkspace maude = practice();
        UUID first = issue(maude, "Odilon");
        execute("insert into receipt select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'number', 1000 + n, 'display_number', 'X-' || n, 'idempotency_key', 'x' || n,"
            + " 'issued_at', now() - interval '1 day', 'content', '{\"title\": \"Odilon\"}'))).* from receipt r, generate_series(1, " + IMPOSSIBLE + ") n where r.id = '" + first + "'");
        InWorkspace other = practice();
        UUID last = issue(other, "Noa");
        TestClock.reset();
        log.addHandler(listener);

        round();
        assertThat(sealed(maude, first)).isTrue();
        assertThat(sealed(other, last)).isTrue();
        assertThat(attempts(maude)).hasSize(IMPOSSIBLE).containsOnly(1);
        assertThat(said).hasSize(IMPOSSIBLE).allMatch(line -> line.matches("[0-9A-F]{8}: receipt [0-9a-f-]{36} is made later.*")).noneMatch(line -> line.contains("Odilon"));

        // However long the rounds take here, what failed first must not be due again before the next one begins.
        execute("update postponement set next_at = next_at + interval '1 hour' where tenant_id = '" + maude.tenant() + "'");
        round();
        assertThat(attempts(maude)).as("not tried again at once").containsOnly(1);
        execute("update postponement set next_at = now() - interval '1 second' where tenant_id = '" + maude.tenant() + "'");
        Instant begun = TestClock.now();
        round();
        assertThat(attempts(maude)).as("tried again in its time").hasSize(IMPOSSIBLE).containsOnly(2);
        assertThat(maude.<Boolean>query(em -> em.createQuery("select p from Postponement p", Postponement.class).getResultList().stream()
            .allMatch(later -> Duration.between(begun, later.getNextAt()).toSeconds() >= 30))).as("and waits longer").isTrue();
    }

    @Test
    void what_can_be_made_after_all_is_made_and_no_longer_remembered() throws Exception {
        TestClock.advance(Duration.ofSeconds(-60));
        InWorkspace maude = practice();
        UUID receipt = issue(maude, "Noa");
        TestClock.reset();
        execute("alter table receipt add column kept text");
        try {
            execute("update receipt set kept = content, content = '{}' where id = '" + receipt + "'");
            round();
            assertThat(attempts(maude)).containsExactly(1);
            execute("update receipt set content = kept where id = '" + receipt + "'");
            execute("update postponement set next_at = now() - interval '1 second' where subject_id = '" + receipt + "'");
            round();
        } finally {
            execute("alter table receipt drop column kept");
        }
        assertThat(sealed(maude, receipt)).isTrue();
        assertThat(attempts(maude)).isEmpty();
    }

    private static void round() throws Exception {
        InWorkspace.platform().run(() -> Features.get(ReceiptSealing.class).sealWaiting());
    }

    private static List<Integer> attempts(InWorkspace here) throws Exception {
        return here.query(em -> List.copyOf(em.createQuery("select p.attempts from Postponement p", Integer.class).getResultList()));
    }

    private static boolean sealed(InWorkspace here, UUID receipt) throws Exception {
        return here.call(() -> Features.get(Receipts.class).row(receipt)).sealed();
    }

    private static InWorkspace practice() throws Exception {
        InWorkspace here = InWorkspace.practitioner(RealDatabase.get().newWorkspace("CA-QC"));
        here.run(() -> Features.get(Practices.class).establish(Samples.quebecPractice(), List.of(), List.of(Samples.service("CAD", 12000, "exempt"))));
        return here;
    }

    private static UUID issue(InWorkspace here, String name) throws Exception {
        PersonDetails person = Samples.person("fr");
        person.setGivenName(name);
        UUID file = here.call(() -> Features.get(Files.class).open(person, ""));
        UUID service = here.query(em -> em.createQuery("select s from Service s", Service.class).getSingleResult().getId());
        LocalDateTime at = LocalDateTime.ofInstant(TestClock.now(), Samples.zone("CA-QC")).minusDays(2);
        UUID meeting = here.call(() -> Features.get(Meetings.class).recordHeld(file, service, at, 45, "office", ""));
        return here.call(() -> Features.get(Issuing.class).issue(meeting, name, new Payment("card", at.toLocalDate().plusDays(1))));
    }

    private static void execute(String sql) throws Exception {
        try (Connection connection = RealDatabase.get().connect(As.SUPERUSER); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
