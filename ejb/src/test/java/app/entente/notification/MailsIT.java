package app.entente.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.file.Files;
import app.entente.person.PersonDetails;
import app.entente.tenant.Waiting;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The queue of mails on the real database. Nothing listens where the mail server should be. */
class MailsIT {

    private final UUID workspace = RealDatabase.get().newWorkspace("CA-QC");

    @Test
    void rule_2_the_same_key_at_the_same_moment_is_one_mail_and_breaks_nobody() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Void>> queued = Stream.generate(() -> (Callable<Void>) () -> {
                queue("the same");
                return null;
            }).limit(6).toList();
            for (Future<Void> each : threads.invokeAll(queued)) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(one("select count(*) from mail where tenant_id = '" + workspace + "'")).isEqualTo("1");
    }

    @Test
    void a_mail_leaves_only_with_what_it_tells_about() throws Exception {
        assertThatThrownBy(() -> InWorkspace.nobody(workspace).inOneTransaction(() -> {
            Features.get(Mails.class).queue("undone", "noa@demo.example", "fr", "Bonjour", "Bonjour");
            throw new IllegalStateException("the rest failed");
        })).hasMessage("the rest failed");
        assertThat(one("select count(*) from mail where tenant_id = '" + workspace + "'")).isEqualTo("0");
    }

    @Test
    void rule_4_a_mail_that_cannot_leave_stays_and_waits() throws Exception {
        queue("waits");
        UUID mail = UUID.fromString(one("select id from mail where tenant_id = '" + workspace + "'"));
        InWorkspace.nobody(workspace).run(() -> Features.get(MailWork.class).send(mail));
        InWorkspace.nobody(workspace).run(() -> Features.get(MailWork.class).send(mail));
        assertThat(one("select status || ' ' || attempts || ' ' || (next_at > now()) from mail where id = '" + mail + "'")).isEqualTo("queued 1 true");
        assertThat(InWorkspace.nobody(workspace).call(() -> Features.get(Mails.class).fate("waits")).state()).isEqualTo(MailFate.State.QUEUED);
    }

    @Test
    void what_is_due_is_found_for_every_workspace_and_sent_by_its_own_only() throws Exception {
        queue("due");
        // A round takes fifty, the longest waiting first; other tests have left some.
        UUID mail = UUID.fromString(one("update mail set next_at = '2000-01-01' where tenant_id = '" + workspace + "' returning id"));
        assertThat(InWorkspace.platform().call(() -> Features.get(Waiting.class).due("mails_to_send"))).contains(new Waiting.Due(workspace, mail));
        InWorkspace.nobody(RealDatabase.get().newWorkspace("FR")).run(() -> Features.get(MailWork.class).send(mail));
        assertThat(one("select attempts from mail where id = '" + mail + "'")).isEqualTo("0");
    }

    @Test
    void rule_7_an_address_that_is_not_safe_gets_nothing_not_even_what_waits_already() throws Exception {
        PersonDetails details = new PersonDetails();
        details.setGivenName("Noa");
        details.setFamilyName("Prudente");
        details.setEmail("prudente@demo.example");
        InWorkspace practice = InWorkspace.practitioner(workspace);
        UUID file = practice.call(() -> Features.get(Files.class).open(details, ""));
        assertThat(practice.inOneTransaction(() -> write(file, "while it was safe"))).isTrue();
        details.setMailSafe(false);
        practice.run(() -> Features.get(Files.class).correctClient(file, details, 1));
        assertThat(practice.inOneTransaction(() -> write(file, "afterwards"))).isFalse();
        UUID mail = UUID.fromString(one("select id from mail where tenant_id = '" + workspace + "'"));
        InWorkspace.nobody(workspace).run(() -> Features.get(MailWork.class).send(mail));
        assertThat(one("select status || ' ' || attempts || ' ' || body from mail where id = '" + mail + "'")).isEqualTo("failed 0 ");
    }

    private static boolean write(UUID file, String key) {
        return Features.get(Mails.class).write(Features.get(Files.class).client(file), key, "Bonjour", "Bonjour");
    }

    private void queue(String key) throws Exception {
        InWorkspace.nobody(workspace).run(() -> Features.get(Mails.class).queue(key, "noa@demo.example", "fr", "Bonjour", "Bonjour"));
    }

    private static String one(String sql) throws Exception {
        try (Connection connection = RealDatabase.get().connect(As.SUPERUSER)) {
            return RealDatabase.rows(connection, sql).get(0).get(0);
        }
    }
}
