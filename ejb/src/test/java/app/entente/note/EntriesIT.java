package app.entente.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.entente.document.SealCheck;
import app.entente.document.SealVerdict;
import app.entente.file.FileRow;
import app.entente.file.Files;
import app.entente.file.Supervision;
import app.entente.identity.Accounts;
import app.entente.identity.Seats;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.meeting.Meetings;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.TestClock;
import app.entente.workspace.Workspaces;
import jakarta.ejb.EJBAccessException;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Entries in the real database: nothing typed is lost, nothing signed changes, nobody reads what is not theirs. */
class EntriesIT {

    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
    private static InWorkspace maude;
    private static UUID file;
    private static UUID noa;
    private static Service support;
    private static int hours = 2;

    private UUID note;

    @BeforeAll
    static void the_social_worker_of_the_demo() throws Exception {
        Features.demo();
        UUID tenant = InWorkspace.platform().call(() -> Features.get(Workspaces.class).find("maude-lavigne").getId());
        maude = InWorkspace.practitioner(tenant);
        FileRow row = maude.call(() -> Features.get(Files.class).page("noa")).get(0);
        file = row.id();
        noa = row.personId();
        support = maude.call(() -> Features.get(Practices.class).services()).stream().filter(s -> s.getCode().equals("support")).findFirst().orElseThrow();
    }

    @BeforeEach
    void a_note_of_a_meeting_that_has_just_taken_place() throws Exception {
        note = maude.call(() -> Features.get(Notes.class).ofMeeting(meeting()));
    }

    @AfterEach
    void the_clock_is_right_again() {
        TestClock.reset();
    }

    @Test
    void a_save_is_there_for_the_next_window_and_the_same_text_makes_no_new_revision() throws Exception {
        assertThat(save(0, text("Un"))).extracting(Saved::revision, Saved::aside).containsExactly(1, null);
        assertThat(save(1, text("Un, deux")).revision()).isEqualTo(2);
        assertThat(save(2, text("Un, deux")).revision()).isEqualTo(2);
        assertThat(draft().content()).isEqualTo(text("Un, deux"));
        assertThat(draft().entry().getRevision()).isEqualTo(2);
        assertThat(revisions()).as("what it began with, and two saves").isEqualTo(3);
    }

    @Test
    void a_meeting_has_one_note_however_often_it_is_begun() throws Exception {
        UUID meeting = meeting();
        UUID first = maude.call(() -> Features.get(Notes.class).ofMeeting(meeting));
        assertThat(maude.call(() -> Features.get(Notes.class).ofMeeting(meeting))).isEqualTo(first);
        assertThat(maude.call(() -> Features.get(Notes.class).ofMeetings(List.of(meeting)))).containsOnlyKeys(meeting);
        assertThat(maude.call(() -> Features.get(Notes.class).drafts())).extracting(EntryRow::id).contains(first);
    }

    @Test
    void a_window_that_has_not_seen_the_latest_save_overwrites_nothing() throws Exception {
        save(0, text("De la première fenêtre"));
        Saved stale = save(0, text("De la seconde"));
        assertThat(stale.aside()).isNotNull();
        Saved more = save(0, stale.aside(), text("De la seconde, et encore"));
        assertThat(more.aside()).isEqualTo(stale.aside());
        assertThat(draft().content()).isEqualTo(text("De la première fenêtre"));
        assertThat(draft().asides()).extracting(Draft.Aside::content).containsExactly(text("De la seconde, et encore"));
        refused("note.undecided", () -> sign(1));
    }

    @Test
    void the_author_keeps_either_text_or_unites_them_and_no_revision_goes() throws Exception {
        save(0, text("A"));
        decide(save(0, text("B")).aside(), 1, Drafts.Decision.KEEP_SAVED);
        assertThat(draft().content()).isEqualTo(text("A"));
        decide(save(0, text("C")).aside(), 1, Drafts.Decision.TAKE_OTHER);
        assertThat(draft().content()).isEqualTo(text("C"));
        decide(save(0, text("D")).aside(), 2, Drafts.Decision.UNITE);
        assertThat(draft().content().value("analysis")).isEqualTo("C\n\nD");
        assertThat(draft().asides()).isEmpty();
        assertThat(revisions()).isEqualTo(7);
    }

    @Test
    void a_decision_about_a_text_that_has_moved_on_is_refused() throws Exception {
        save(0, text("A"));
        UUID aside = save(0, text("B")).aside();
        save(1, text("A, plus loin"));
        refused("note.moved_on", () -> {
            decide(aside, 1, Drafts.Decision.TAKE_OTHER);
            return null;
        });
        assertThat(draft().content()).isEqualTo(text("A, plus loin"));
    }

    @Test
    void what_is_signed_is_locked_for_everybody_and_the_drafts_are_gone() throws Exception {
        signed(text("Final").saying(List.of(new Said("Je dors.", noa, "individual", "record"))));
        maude.call(() -> Features.get(EntrySignatures.class).add(note, "Plus tard."));
        assertThatThrownBy(() -> maude.call(() -> Features.get(Drafts.class).open(note))).isInstanceOf(NotFound.class);
        refused("note.signed_already", () -> sign(1));
        assertThat(revisions()).isZero();
        for (String change : List.of("update Entry e set e.content = '{}' where e.id = :id", "update Entry e set e.lateReason = 'x' where e.id = :id",
            "delete from Entry e where e.id = :id")) {
            assertThatThrownBy(() -> maude.query(em -> em.createQuery(change).setParameter("id", note).executeUpdate())).hasMessageContaining("is signed and does not change");
        }
        for (String table : List.of("Statement", "Addendum")) {
            assertThatThrownBy(() -> maude.query(em -> em.createQuery("delete from " + table + " s").executeUpdate())).hasMessageContaining("does not change");
            assertThatThrownBy(() -> maude.query(em -> em.createQuery("update " + table + " s set s.text = 'x'").executeUpdate())).hasMessageContaining("permission denied");
        }
        SignedEntry shown = maude.call(() -> Features.get(Entries.class).show(note));
        assertThat(shown.content().value("analysis")).isEqualTo("Final");
        assertThat(shown.statements()).extracting(Statement::getText, Statement::getPersonId).containsExactly(org.assertj.core.groups.Tuple.tuple("Je dors.", noa));
        assertThat(shown.entry().getMinutes()).isEqualTo(50);
    }

    @Test
    void what_a_window_writes_after_the_signature_is_kept_for_an_addendum() throws Exception {
        signed(text("Final"));
        Saved late = save(0, text("Final, et ceci"));
        assertThat(late.signed()).isTrue();
        SignedEntry shown = maude.call(() -> Features.get(Entries.class).show(note));
        assertThat(shown.content().value("analysis")).isEqualTo("Final");
        assertThat(shown.asides()).extracting(Draft.Aside::content).containsExactly(text("Final, et ceci"));
        maude.run(() -> Features.get(EntrySignatures.class).letGo(note, late.aside()));
        assertThat(maude.call(() -> Features.get(Entries.class).show(note)).asides()).isEmpty();
    }

    @Test
    void an_older_text_is_not_signed() throws Exception {
        save(0, text("A"));
        save(1, text("B"));
        refused("note.changed_elsewhere", () -> sign(1));
    }

    @Test
    void a_late_note_says_so_and_why() throws Exception {
        TestClock.advance(Duration.ofHours(30));
        save(0, text("Tard"));
        refused("note.late_reason_missing", () -> sign(1));
        save(1, text("Tard").with("late_reason", "Congé de maladie"));
        sign(2);
        EntryRow row = maude.call(() -> Features.get(Entries.class).ofFile(file, "")).stream().filter(r -> r.id().equals(note)).findFirst().orElseThrow();
        assertThat(row.late()).isTrue();
        assertThat(row.lateReason()).isEqualTo("Congé de maladie");
    }

    @Test
    void addenda_are_dated_and_follow_each_other() throws Exception {
        assertThatThrownBy(() -> maude.call(() -> Features.get(EntrySignatures.class).add(note, "Trop tôt"))).isInstanceOf(NotFound.class);
        signed(text("Final"));
        maude.call(() -> Features.get(EntrySignatures.class).add(note, "Précision"));
        TestClock.advance(Duration.ofHours(1));
        maude.call(() -> Features.get(EntrySignatures.class).add(note, "Encore"));
        List<Addendum> addenda = maude.call(() -> Features.get(Entries.class).show(note)).addenda();
        assertThat(addenda).extracting(Addendum::getText).containsExactly("Précision", "Encore");
        assertThat(Duration.between(addenda.get(0).getWrittenAt(), addenda.get(1).getWrittenAt())).isGreaterThanOrEqualTo(Duration.ofHours(1));
    }

    @Test
    void an_addendum_has_a_sealed_document_of_its_own_that_names_what_it_was_added_to() throws Exception {
        signed(text("Final"));
        UUID addendum = maude.call(() -> Features.get(EntrySignatures.class).add(note, "Appel de confirmation."));
        assertThatThrownBy(() -> maude.call(() -> Features.get(Entries.class).addendumFile(addendum))).isInstanceOf(NotFound.class);
        assertThat(maude.call(() -> Features.get(Entries.class).show(note)).sealed()).isEmpty();
        assertThat(maude.call(() -> Features.get(EntryWork.class).sealAddendum(addendum))).isTrue();
        EntryFile pdf = maude.call(() -> Features.get(Entries.class).addendumFile(addendum));
        assertThat(pdf.name()).startsWith("ajout-a-note-d-evolution-").endsWith(".pdf");
        assertThat(words(pdf.bytes())).contains("Appel de confirmation.", "Note d’évolution", "Noa Tremblay", "Maude Lavigne", "EXEMPLE-0001").doesNotContain("Final");
        assertThat(maude.call(() -> Features.get(SealCheck.class).check(pdf.bytes())).state()).isEqualTo(SealVerdict.State.GENUINE);
        assertThat(maude.call(() -> Features.get(Entries.class).show(note)).sealed()).containsExactly(addendum);
        maude.call(() -> Features.get(EntryWork.class).sealAddendum(addendum));
        assertThat(maude.call(() -> Features.get(Entries.class).addendumFile(addendum)).bytes()).as("it is made once").isEqualTo(pdf.bytes());
        assertThatThrownBy(() -> maude.query(em -> em.createQuery("update AddendumSheet s set s.document = 'x'").executeUpdate())).hasMessageContaining("does not change");
        assertThatThrownBy(() -> maude.query(em -> em.createQuery("delete from AddendumSheet s").executeUpdate())).hasMessageContaining("does not change");
        InWorkspace elsewhere = InWorkspace.practitioner(RealDatabase.get().newWorkspace("CA-QC"));
        assertThatThrownBy(() -> elsewhere.call(() -> Features.get(Entries.class).addendumFile(addendum))).isInstanceOf(NotFound.class);
    }

    @Test
    void an_addendum_left_unsealed_is_sealed_by_the_timer() throws Exception {
        signed(text("Final"));
        TestClock.advance(Duration.ofMinutes(-1));
        UUID addendum = maude.call(() -> Features.get(EntrySignatures.class).add(note, "Précision"));
        TestClock.reset();
        InWorkspace.platform().run(() -> Features.get(EntrySealing.class).sealWaiting());
        assertThat(maude.call(() -> Features.get(Entries.class).addendumFile(addendum)).bytes()).isNotEmpty();
    }

    @Test
    void every_text_of_a_draft_is_found_again_by_its_time_and_brought_back() throws Exception {
        EntryContent before = draft().content();
        save(0, text("Un"));
        save(1, text("Un, deux"));
        TestClock.advance(Duration.ofMinutes(5));
        save(2, text("Tout effacé"));
        save(1, text("D’une autre fenêtre"));
        List<DraftRevision> each = maude.call(() -> Features.get(Revisions.class).of(note, true));
        assertThat(each).hasSize(5);
        List<DraftRevision> minutes = maude.call(() -> Features.get(Revisions.class).of(note, false));
        assertThat(minutes).extracting(DraftRevision::number, DraftRevision::aside).contains(tuple(3, false), tuple(1, true), tuple(2, false), tuple(0, false))
            .doesNotContain(tuple(1, false));
        UUID two = minutes.stream().filter(one -> one.number() == 2).findFirst().orElseThrow().id();
        UUID zero = minutes.get(minutes.size() - 1).id();
        assertThat(maude.call(() -> Features.get(Revisions.class).read(note, two))).isEqualTo(text("Un, deux"));
        assertThat(maude.call(() -> Features.get(Revisions.class).read(note, zero))).as("what it began with").isEqualTo(before);
        refused("note.moved_on", () -> bringBack(two, 2));
        bringBack(two, 3);
        assertThat(draft().content()).isEqualTo(text("Un, deux"));
        assertThat(draft().entry().getRevision()).isEqualTo(4);
        assertThat(maude.call(() -> Features.get(Revisions.class).of(note, true))).as("what it took the place of stays").hasSize(6);
        InWorkspace colleague = InWorkspace.practitioner(maude.tenant());
        for (Callable<?> door : List.<Callable<?>>of(() -> Features.get(Revisions.class).of(note, true), () -> Features.get(Revisions.class).read(note, two))) {
            assertThatThrownBy(() -> colleague.call(door)).isInstanceOf(NotFound.class);
        }
    }

    private Object bringBack(UUID revision, int shown) throws Exception {
        return maude.call(() -> {
            Features.get(Revisions.class).bringBack(note, revision, shown);
            return null;
        });
    }

    @Test
    void a_meeting_that_was_missed_has_no_length() throws Exception {
        UUID missed = maude.call(() -> Features.get(Meetings.class).book(file, support.getId(), local().minusMinutes(20 + hours++ % 20), 50, "office", ""));
        maude.run(() -> Features.get(Meetings.class).miss(missed));
        note = maude.call(() -> Features.get(Notes.class).ofMeeting(missed));
        assertThat(draft().content().value("present")).isEmpty();
        signed(text("Absence sans nouvelles."));
        assertThat(maude.call(() -> Features.get(Entries.class).show(note)).entry().getMinutes()).isNull();
    }

    @Test
    void the_document_is_sealed_once_and_holds_no_personal_working_note() throws Exception {
        signed(text("Le sommeil revient.").saying(List.of(new Said("Je dors mieux.", noa, "individual", "shared"), new Said("Penser à relire ma formation.", null, "individual", "personal"))));
        assertThat(maude.call(() -> Features.get(EntryWork.class).seal(note))).isTrue();
        EntryFile pdf = maude.call(() -> Features.get(Entries.class).file(note));
        assertThat(pdf.name()).startsWith("note-d-evolution-").endsWith(".pdf");
        String words = words(pdf.bytes());
        assertThat(words).contains("Note d’évolution", "Le sommeil revient.", "Je dors mieux.", "Noa Tremblay", "Maude Lavigne", "EXEMPLE-0001", "50 min")
            .doesNotContain("relire ma formation");
        assertThat(maude.call(() -> Features.get(SealCheck.class).check(pdf.bytes())).state()).isEqualTo(SealVerdict.State.GENUINE);
        maude.call(() -> Features.get(EntryWork.class).seal(note));
        assertThat(maude.call(() -> Features.get(Entries.class).file(note)).bytes()).isEqualTo(pdf.bytes());
    }

    @Test
    void a_note_left_unsealed_is_sealed_by_the_timer() throws Exception {
        UUID meeting = meeting();
        note = maude.call(() -> Features.get(Notes.class).ofMeeting(meeting));
        TestClock.advance(Duration.ofMinutes(-1));
        signed(text("Final"));
        TestClock.reset();
        InWorkspace.platform().run(() -> Features.get(EntrySealing.class).sealWaiting());
        assertThat(maude.call(() -> Features.get(Entries.class).file(note)).bytes()).isNotEmpty();
    }

    @Test
    void a_personal_working_note_and_a_draft_are_their_author_s_alone() throws Exception {
        InWorkspace colleague = InWorkspace.practitioner(maude.tenant());
        assertThatThrownBy(() -> colleague.call(() -> Features.get(Drafts.class).open(note))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> colleague.call(() -> Features.get(Drafts.class).save(note, 0, null, text("X")))).isInstanceOf(NotFound.class);
        signed(text("Final").saying(List.of(new Said("Pour moi.", null, "individual", "personal"), new Said("Pour le dossier.", null, "individual", "record"))));
        assertThat(colleague.call(() -> Features.get(Entries.class).show(note)).statements()).extracting(Statement::getText).containsExactly("Pour le dossier.");
    }

    @Test
    void a_client_reads_what_is_shared_and_nothing_else() throws Exception {
        signed(text("Analyse").saying(List.of(new Said("Partagé " + note, noa, "individual", "shared"), new Said("Dossier " + note, noa, "individual", "record"))));
        InWorkspace client = InWorkspace.client(maude.tenant(), noa);
        assertThat(client.call(() -> Features.get(Notes.class).sharedWithMe())).extracting(SharedStatement::text).contains("Partagé " + note).doesNotContain("Dossier " + note);
        InWorkspace stranger = InWorkspace.client(maude.tenant(), UUID.randomUUID());
        assertThat(stranger.call(() -> Features.get(Notes.class).sharedWithMe())).isEmpty();
        assertThatThrownBy(() -> client.call(() -> Features.get(Entries.class).show(note))).isInstanceOf(EJBAccessException.class);
    }

    @Test
    void a_supervisor_reads_what_is_signed_in_a_file_that_is_named_to_them_and_nothing_else() throws Exception {
        signed(text("Final").saying(List.of(new Said("Pour moi.", null, "individual", "personal"), new Said("Pour le dossier.", null, "individual", "record"))));
        String subject = "s-" + UUID.randomUUID();
        UUID account = InWorkspace.platform().call(() -> Features.get(Accounts.class).ensure(subject, subject + "@demo.example", "fr"));
        UUID membership = InWorkspace.nobody(maude.tenant()).call(() -> Features.get(Seats.class).take(account, "supervisor", "Sylvie Guide"));
        InWorkspace supervisor = InWorkspace.supervisor(maude.tenant(), account);
        assertThatThrownBy(() -> supervisor.call(() -> Features.get(Entries.class).show(note))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> supervisor.call(() -> Features.get(Entries.class).ofFile(file, ""))).isInstanceOf(NotFound.class);
        for (Callable<?> other : List.<Callable<?>>of(() -> Features.get(Drafts.class).open(note), () -> Features.get(EntrySignatures.class).add(note, "X"),
            () -> Features.get(Entries.class).file(note))) {
            assertThatThrownBy(() -> supervisor.call(other)).isInstanceOf(EJBAccessException.class);
        }
        maude.run(() -> Features.get(Supervision.class).entrust(file, membership));
        assertThat(supervisor.call(() -> Features.get(Entries.class).show(note)).statements()).extracting(Statement::getText).containsExactly("Pour le dossier.");
        assertThat(supervisor.call(() -> Features.get(Entries.class).ofFile(file, ""))).extracting(EntryRow::id).contains(note).hasSizeGreaterThan(0);
        assertThat(supervisor.call(() -> Features.get(Entries.class).ofFile(file, ""))).allMatch(EntryRow::signed);
    }

    @Test
    void a_draft_thrown_away_leaves_nothing_and_a_signed_note_stays() throws Exception {
        save(0, text("À jeter"));
        maude.run(() -> Features.get(Drafts.class).discard(note));
        assertThatThrownBy(this::draft).isInstanceOf(NotFound.class);
        assertThat(revisions()).isZero();
        note = maude.call(() -> Features.get(Notes.class).ofMeeting(meeting()));
        signed(text("Final"));
        assertThatThrownBy(() -> maude.run(() -> Features.get(Drafts.class).discard(note))).isInstanceOf(NotFound.class);
    }

    @Test
    void another_workspace_finds_nothing() throws Exception {
        InWorkspace elsewhere = InWorkspace.practitioner(RealDatabase.get().newWorkspace("CA-QC"));
        assertThatThrownBy(() -> elsewhere.call(() -> Features.get(Drafts.class).open(note))).isInstanceOf(NotFound.class);
        signed(text("Final"));
        assertThatThrownBy(() -> elsewhere.call(() -> Features.get(Entries.class).show(note))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> elsewhere.call(() -> Features.get(EntryWork.class).seal(note))).isInstanceOf(NotFound.class);
        assertThat(elsewhere.call(() -> Features.get(Entries.class).ofFile(file, ""))).isEmpty();
    }

    private static UUID meeting() throws Exception {
        int before = hours++;
        return maude.call(() -> Features.get(Meetings.class).recordHeld(file, support.getId(), local().minusMinutes(60 + 2L * before), 50, "office", ""));
    }

    private static LocalDateTime local() {
        return LocalDateTime.ofInstant(TestClock.now(), MONTREAL);
    }

    private static EntryContent text(String analysis) {
        return new EntryContent(Map.of("analysis", analysis), List.of());
    }

    private Saved save(int base, EntryContent content) throws Exception {
        return save(base, null, content);
    }

    private Saved save(int base, UUID aside, EntryContent content) throws Exception {
        return maude.call(() -> Features.get(Drafts.class).save(note, base, aside, content));
    }

    private void decide(UUID aside, int shown, Drafts.Decision decision) throws Exception {
        maude.run(() -> Features.get(Drafts.class).decide(note, aside, shown, decision));
    }

    private Object sign(int revision) throws Exception {
        return maude.call(() -> {
            Features.get(EntrySignatures.class).sign(note, revision);
            return null;
        });
    }

    private void signed(EntryContent content) throws Exception {
        sign(save(0, content).revision());
    }

    private Draft draft() throws Exception {
        return maude.call(() -> Features.get(Drafts.class).open(note));
    }

    private long revisions() throws Exception {
        return maude.query(em -> em.createQuery("select count(r) from EntryRevision r where r.entryId = :id", Long.class).setParameter("id", note).getSingleResult());
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00A0', ' ');
        }
    }

    private static void refused(String code, Callable<?> call) {
        assertThatThrownBy(call::call).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
