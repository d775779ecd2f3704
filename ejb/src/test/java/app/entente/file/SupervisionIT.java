package app.entente.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.agreement.Agreements;
import app.entente.identity.Accounts;
import app.entente.identity.Role;
import app.entente.identity.Seats;
import app.entente.kernel.NotFound;
import app.entente.meeting.Meetings;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.Stateless;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a supervisor reads and what they do not, in the demo practice of Quebec. */
class SupervisionIT {

    private static UUID workspace;
    private static UUID one;
    private static UUID other;
    private UUID account;
    private UUID membership;
    private InWorkspace supervisor;
    private final InWorkspace practitioner = InWorkspace.practitioner(workspace);

    @BeforeAll
    static void the_demo() throws Exception {
        Features.demo();
        workspace = UUID.fromString(sql("select id from workspace where slug = 'maude-lavigne'").get(0));
        List<String> files = sql("select id from client_file where tenant_id = '" + workspace + "' order by reference limit 2");
        one = UUID.fromString(files.get(0));
        other = UUID.fromString(files.get(1));
    }

    @BeforeEach
    void a_supervisor() throws Exception {
        String subject = "s-" + UUID.randomUUID();
        account = InWorkspace.platform().call(() -> Features.get(Accounts.class).ensure(subject, subject + "@demo.example", "fr"));
        membership = InWorkspace.nobody(workspace).call(() -> Features.get(Seats.class).take(account, "supervisor", "Sylvie Guide"));
        supervisor = InWorkspace.supervisor(workspace, account);
    }

    @Test
    void nothing_is_read_before_a_file_is_named() throws Exception {
        assertThat(supervisor.call(() -> supervision().mine())).isEmpty();
        refused(one);
    }

    @Test
    void a_named_file_is_read_and_no_other() throws Exception {
        practitioner.run(() -> supervision().entrust(one, membership));
        assertThat(supervisor.call(() -> supervision().mine())).extracting(EntrustedFile::id).containsExactly(one);
        assertThat(supervisor.call(() -> supervision().read(one)).row().id()).isEqualTo(one);
        assertThat(supervisor.call(() -> Features.get(Agreements.class).ofFile(one))).isNotNull();
        refused(other);
    }

    @Test
    void a_file_that_is_taken_back_is_gone_at_once() throws Exception {
        practitioner.run(() -> supervision().entrust(one, membership));
        practitioner.run(() -> supervision().takeBack(one, membership));
        refused(one);
        assertThatThrownBy(() -> practitioner.run(() -> supervision().takeBack(one, membership))).isInstanceOf(NotFound.class);
        practitioner.run(() -> supervision().entrust(one, membership));
        assertThat(supervisor.call(() -> supervision().read(one)).row().id()).isEqualTo(one);
    }

    @Test
    void what_was_named_ends_with_the_membership_and_does_not_come_back_with_another_one() throws Exception {
        practitioner.run(() -> supervision().entrust(one, membership));
        InWorkspace.nobody(workspace).run(() -> Features.get(Seats.class).leave(membership));
        refused(one);
        InWorkspace.nobody(workspace).run(() -> Features.get(Seats.class).take(account, "supervisor", "Sylvie Guide"));
        refused(one);
    }

    @Test
    void a_file_is_named_by_its_reference_too_and_only_to_a_supervisor() throws Exception {
        String reference = sql("select reference from client_file where id = '" + one + "'").get(0);
        practitioner.run(() -> supervision().entrust(" " + reference.toLowerCase(java.util.Locale.ROOT), membership));
        assertThat(practitioner.call(() -> supervision().filesOf(membership))).extracting(EntrustedFile::id).containsExactly(one);
        assertThatThrownBy(() -> practitioner.run(() -> supervision().entrust("nothing", membership))).hasMessage("member.show.files.unknown");
        String subject = "s-" + UUID.randomUUID();
        UUID helper = InWorkspace.platform().call(() -> Features.get(Accounts.class).ensure(subject, subject + "@demo.example", "fr"));
        UUID assistant = InWorkspace.nobody(workspace).call(() -> Features.get(Seats.class).take(helper, "assistant", "Alex"));
        assertThatThrownBy(() -> practitioner.run(() -> supervision().entrust(one, assistant))).isInstanceOf(NotFound.class);
    }

    @Test
    void comments_are_signed_dated_read_by_both_and_cannot_be_changed_in_the_database() throws Exception {
        practitioner.run(() -> supervision().entrust(one, membership));
        supervisor.run(() -> supervision().comment(one, "  Revoir les objectifs.\nLe rythme convient.  "));
        practitioner.as(account, "login").run(() -> supervision().comment(one, "Fait."));
        List<CommentRow> read = practitioner.call(() -> supervision().comments(one));
        assertThat(read.get(read.size() - 2)).satisfies(comment -> {
            assertThat(comment.author()).isEqualTo("Sylvie Guide");
            assertThat(comment.role()).isEqualTo("supervisor");
            assertThat(comment.body()).isEqualTo("Revoir les objectifs.\nLe rythme convient.");
        });
        assertThat(supervisor.call(() -> supervision().comments(one))).hasSameSizeAs(read);
        try (Connection application = RealDatabase.get().connect(As.APPLICATION)) {
            for (String change : List.of("update file_comment set body = 'x'", "delete from file_comment")) {
                assertThatThrownBy(() -> RealDatabase.rows(application, change + " returning id")).hasMessageContaining("permission denied");
            }
        }
        assertThatThrownBy(() -> supervisor.run(() -> supervision().comment(one, " "))).hasMessage("supervision.empty");
        assertThatThrownBy(() -> supervisor.run(() -> supervision().comment(one, "x".repeat(10_001)))).hasMessage("supervision.long");
        assertThatThrownBy(() -> supervisor.run(() -> supervision().comment(other, "x"))).isInstanceOf(NotFound.class);
    }

    @Test
    void somebody_of_the_platform_who_was_let_in_to_look_reads_no_comment() throws Exception {
        practitioner.as(account, "login").run(() -> supervision().comment(one, "Entre nous."));
        assertThat(practitioner.call(() -> supervision().comments(one))).isNotEmpty();
        assertThat(practitioner.call(() -> {
            Features.get(app.entente.identity.Caller.class).actsAs(Role.SUPPORT);
            return supervision().comments(one);
        })).isEmpty();
    }

    @Test
    void whatever_lets_supervisors_in_finds_nothing_in_a_file_that_is_not_named() throws Exception {
        List<Method> doors = Features.classes().stream().filter(type -> type.isAnnotationPresent(Stateless.class)).flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(RolesAllowed.class) && List.of(method.getAnnotation(RolesAllowed.class).value()).contains(Role.SUPERVISOR)).toList();
        assertThat(doors).hasSizeGreaterThan(3);
        for (Method door : doors) {
            if (door.getParameterCount() == 0) {
                assertThat((List<?>) supervisor.call(() -> door.invoke(Features.get(door.getDeclaringClass())))).as(door.getName()).isEmpty();
                continue;
            }
            Object[] arguments = Arrays.stream(door.getParameterTypes()).map(type -> type == UUID.class ? (Object) one : "words").toArray();
            assertThatThrownBy(() -> supervisor.call(() -> door.invoke(Features.get(door.getDeclaringClass()), arguments))).as(door.getDeclaringClass() + " " + door.getName())
                .isInstanceOf(InvocationTargetException.class).hasRootCauseInstanceOf(NotFound.class);
        }
    }

    @Test
    void a_supervisor_has_no_other_way_in() {
        assertThatThrownBy(() -> supervisor.run(() -> Features.get(Files.class).find(one))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> supervisor.run(() -> Features.get(Meetings.class).agenda())).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> supervisor.run(() -> supervision().entrust(one, membership))).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void an_assistant_has_the_calendar_and_contacts_and_no_agreement() throws Exception {
        InWorkspace assistant = InWorkspace.assistant(workspace);
        assertThat(assistant.call(() -> Features.get(Files.class).client(one)).getName()).isNotBlank();
        assistant.run(() -> Features.get(Meetings.class).ofFile(one));
        assistant.run(() -> Features.get(app.entente.receipt.Receipts.class).ofMeetings(java.util.List.of(one)));
        assertThatThrownBy(() -> assistant.run(() -> Features.get(Agreements.class).ofFile(one))).isInstanceOf(EJBAccessException.class);
        assertThatThrownBy(() -> assistant.run(() -> supervision().comments(one))).isInstanceOf(EJBAccessException.class);
    }

    private void refused(UUID file) {
        assertThatThrownBy(() -> supervisor.run(() -> supervision().read(file))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> supervisor.run(() -> supervision().comments(file))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> supervisor.run(() -> Features.get(Agreements.class).ofFile(file))).isInstanceOf(NotFound.class);
    }

    private static Supervision supervision() {
        return Features.get(Supervision.class);
    }

    private static List<String> sql(String query) throws Exception {
        try (Connection connection = RealDatabase.get().connect(As.SUPERUSER)) {
            return RealDatabase.rows(connection, query).stream().map(row -> row.get(0)).toList();
        }
    }
}
