package app.entente.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.tenant.UseCases;
import app.entente.testing.Features;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rule 1 of the audit package, asked of every boundary there is: what takes an identifier and is for people of a workspace is audited. */
class AuditedTest {

    private static final Set<String> PEOPLE = Set.of(Role.PRACTITIONER, Role.ASSISTANT, Role.SUPERVISOR, Role.CLIENT);

    /** What leaves no entry of its own, and why. */
    private static final Map<String, String> LEAVE_NONE = Map.ofEntries(
        Map.entry("AgreementTimeline.of", "a part of the file, whose opening is recorded"),
        Map.entry("AgreementTimeline.counted", "a part of the file, whose opening is recorded"),
        Map.entry("FileTimeline.of", "a part of the file, whose opening is recorded"),
        Map.entry("MeetingTimeline.of", "a part of the file, whose opening is recorded"),
        Map.entry("MeetingTimeline.counted", "a part of the file, whose opening is recorded"),
        Map.entry("NoteTimeline.of", "a part of the file, whose opening is recorded"),
        Map.entry("NoteTimeline.counted", "a part of the file, whose opening is recorded"),
        Map.entry("ReceiptTimeline.of", "a part of the file, whose opening is recorded"),
        Map.entry("Files.episodes", "a part of the file, whose opening is recorded"),
        Map.entry("Paths.history", "a part of the file, whose opening is recorded"),
        Map.entry("Statements.ofFile", "a part of the file, whose opening is recorded"),
        Map.entry("Timeline.of", "a part of the file, whose opening is recorded"),
        Map.entry("Timeline.counted", "a part of the file, whose opening is recorded"),
        Map.entry("NextMeetings.propose", "a part of the file, whose opening is recorded"),
        Map.entry("Bookings.against", "a part of the meeting, whose opening or change is recorded"),
        Map.entry("Meetings.people", "a part of the meeting, whose opening or change is recorded"),
        Map.entry("Meetings.attendees", "a part of the meeting, whose opening or change is recorded"),
        Map.entry("Meetings.series", "a part of the meeting, whose opening or change is recorded"),
        Map.entry("Moves.counts", "a part of the meeting, whose opening or change is recorded"),
        Map.entry("Moves.notice", "a part of the meeting, whose opening or change is recorded"),
        Map.entry("Moves.answered", "a part of the meeting, whose opening or change is recorded"),
        Map.entry("Moves.cautions", "a part of the meeting, whose opening or change is recorded"),
        Map.entry("MyMeetings.calendar", "a part of the meeting, whose opening or change is recorded"),
        Map.entry("MyMeetings.notice", "a part of the meeting, whose opening or change is recorded"),
        Map.entry("Catalogue.shift", "says nothing about a person"),
        Map.entry("Catalogue.step", "says nothing about a person"),
        Map.entry("Catalogue.correct", "says nothing about a person"),
        Map.entry("Services.find", "says nothing about a person"),
        Map.entry("Payments.applied", "a part of the receipt, whose opening is recorded"),
        Map.entry("Payments.settled", "a part of the payment, whose opening is recorded"),
        Map.entry("Settlements.onAccount", "a part of the receipt to issue or of the week, whose opening is recorded"),
        Map.entry("Receipts.left", "a part of the meeting or of the file, whose opening is recorded"),
        Map.entry("Settlements.takenBack", "a part of the receipt to issue or of the week, whose opening is recorded"),
        Map.entry("Payments.ofReceipt", "a part of the receipt, whose opening is recorded"),
        Map.entry("Balances.ofReceipt", "a part of the receipt, whose opening is recorded"),
        Map.entry("Balances.ofFile", "a part of the file, whose opening is recorded"),
        Map.entry("EarlierReceipts.ofFile", "a part of the file, whose opening is recorded"),
        Map.entry("Exports.piece", "a piece of the export, whose download is recorded"),
        Map.entry("YearStatements.years", "a part of the account, whose opening is recorded"),
        Map.entry("YearStatements.myYears", "years alone"),
        Map.entry("YearStatements.madeForClient", "a part of the account, whose opening is recorded"),
        Map.entry("Balances.chosen", "a part of the payment, which is recorded"),
        Map.entry("Receipts.people", "a part of the receipt, whose opening or issue is recorded"),
        Map.entry("Receipts.coverage", "a part of the receipt, whose opening or issue is recorded"),
        Map.entry("Receipts.content", "a part of the receipt, whose opening or issue is recorded"),
        Map.entry("ReceiptCopies.of", "a part of the receipt, whose opening or issue is recorded"),
        Map.entry("Signings.given", "a part of the receipt, whose opening or issue is recorded"),
        Map.entry("Agreements.terms", "a part of the receipt, whose opening or issue is recorded"),
        Map.entry("Revisions.of", "when a draft was saved, and no word of it"),
        Map.entry("EntrySignatures.letGo", "a copy set aside for its author, of a text that was signed or added"),
        Map.entry("Closings.begin", "a draft, whose beginning is recorded where it is kept"),
        Map.entry("Assessments.begin", "a draft, whose beginning is recorded where it is kept"),
        Map.entry("Entries.ofFile", "a part of the file, whose opening is recorded"),
        Map.entry("Notes.ofFile", "a part of the file, whose opening is recorded"),
        Map.entry("Notes.ofMeeting", "a part of the file, whose opening is recorded"),
        Map.entry("Notes.ofMeetings", "a part of the file, whose opening is recorded"),
        Map.entry("Drafts.save", "a draft that saves itself every other second; its opening and its signing are recorded"),
        Map.entry("Entries.latest", "a draft's own text, whose opening is recorded"),
        Map.entry("Drafts.draftOf", "says only whether a draft is there"),
        Map.entry("Entries.checkCode", "printed on the document, whose opening is recorded"),
        Map.entry("Agreements.ofFile", "a part of the file, whose opening is recorded"),
        Map.entry("FileRoles.ofFile", "a part of the file, whose opening is recorded"),
        Map.entry("Invitations.state", "a part of the file, whose opening is recorded"),
        Map.entry("Meetings.ofFile", "a part of the file, whose opening is recorded"),
        Map.entry("Participants.consents", "a part of the file, whose opening is recorded"),
        Map.entry("Participants.fileOf", "a part of the file, whose opening is recorded"),
        Map.entry("Participants.ofFile", "a part of the file, whose opening is recorded"),
        Map.entry("Participants.parts", "the same, for the desk, which is audited"),
        Map.entry("Participants.row", "a part of the file, whose opening is recorded"),
        Map.entry("Payers.find", "a part of the file, whose opening is recorded"),
        Map.entry("Payers.ofFile", "a part of the file, whose opening is recorded"),
        Map.entry("Payers.on", "a part of the file, whose opening is recorded"),
        Map.entry("People.changes", "a part of the person, whose opening is recorded"),
        Map.entry("People.contacts", "a part of the person, whose opening is recorded"),
        Map.entry("Practices.service", "says nothing about a person"),
        Map.entry("Receipts.checkCode", "printed on the receipt, whose opening is recorded"),
        Map.entry("Receipts.ofMeetings", "a part of the meetings shown, whose file's opening is recorded"),
        Map.entry("Supervision.comments", "a part of the file, whose opening is recorded"),
        Map.entry("Supervision.filesOf", "a list of files, none of which is opened"),
        Map.entry("Supervision.supervisors", "says who works here, nothing about the person"),
        Map.entry("Signings.consents", "a part of the signing, whose opening is recorded"));

    @Test
    void a_use_case_that_takes_an_identifier_is_audited_or_stands_in_the_list() {
        List<String> missing = useCases().filter(AuditedTest::takesIdentifiers)
            .filter(method -> !method.isAnnotationPresent(Audited.class)).map(AuditedTest::name).filter(name -> !LEAVE_NONE.containsKey(name)).toList();
        assertThat(missing).as("add @Audited, or a line with the reason").isEmpty();
    }

    @Test
    void the_list_is_true() {
        Set<String> silent = new TreeSet<>(useCases().filter(method -> !method.isAnnotationPresent(Audited.class)).map(AuditedTest::name).toList());
        assertThat(silent).containsAll(LEAVE_NONE.keySet());
    }

    @Test
    void a_kind_is_a_word_of_a_feature_and_a_participle() {
        assertThat(useCases().filter(method -> method.isAnnotationPresent(Audited.class)).map(method -> method.getAnnotation(Audited.class).value()))
            .isNotEmpty().allMatch(kind -> kind.matches("[a-z_]+\\.[a-z_]+"));
    }

    private static Stream<Method> useCases() {
        return Features.classes().stream().filter(type -> type.isAnnotationPresent(UseCases.class)).flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
            .filter(method -> method.isAnnotationPresent(RolesAllowed.class)
                && Arrays.stream(method.getAnnotation(RolesAllowed.class).value()).anyMatch(PEOPLE::contains));
    }

    private static boolean takesIdentifiers(Method method) {
        return Arrays.stream(method.getGenericParameterTypes())
            .anyMatch(type -> type == UUID.class || type.getTypeName().matches(Collection.class.getPackageName().replace(".", "\\.") + "\\.\\w+<java\\.util\\.UUID>"));
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
