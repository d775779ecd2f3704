package app.entente.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.kernel.BusinessRuleViolation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a note asks before it is final (rules 5 and 6). */
class NoteKindTest {

    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");
    private static final Instant END = Instant.parse("2026-11-20T20:00:00Z");
    private static final EntryContent TEXT = new EntryContent(Map.of("analysis", "Le sommeil revient."), List.of());

    @Test
    void a_note_that_says_nothing_is_refused() {
        refused("note.empty", entry(END), EntryContent.nothing().with("objective", "Parler du sommeil").saying(List.of(new Said("  ", null, "joint", "record"))), END);
    }

    @Test
    void a_statement_alone_is_enough() {
        assertThatCode(() -> check(entry(END), EntryContent.nothing().saying(List.of(new Said("Je dors.", null, "joint", "record"))), END)).doesNotThrowAnyException();
    }

    @Test
    void a_service_without_its_time_and_one_to_come_are_refused() {
        refused("note.time_missing", new Entry(UUID.randomUUID(), Entry.NOTE, null, "fr", author(), TEXT, END), TEXT, END);
        refused("note.not_yet", entry(END), TEXT, END.minus(Duration.ofHours(3)));
    }

    @Test
    void twenty_four_hours_after_the_end_are_in_time_and_a_second_more_is_late() {
        Instant limit = END.plus(Duration.ofHours(24));
        assertThat(entry(END).isLate(limit)).isFalse();
        assertThat(entry(END).isLate(limit.plusSeconds(1))).isTrue();
        assertThatCode(() -> check(entry(END), TEXT, limit)).doesNotThrowAnyException();
        refused("note.late_reason_missing", entry(END), TEXT, limit.plusSeconds(1));
        assertThatCode(() -> check(entry(END), TEXT.with("late_reason", "Panne de courant"), limit.plusSeconds(1))).doesNotThrowAnyException();
    }

    @Test
    void an_exchange_with_somebody_else_names_its_authorisation() {
        EntryContent spoke = TEXT.with("contacts", "Appel au médecin.");
        refused("note.authorisation_missing", entry(END), spoke, END);
        assertThatCode(() -> check(entry(END), spoke.with("authorisation", "Accord écrit du 3 novembre"), END)).doesNotThrowAnyException();
    }

    @Test
    void what_is_typed_of_a_service_is_local_time_and_nonsense_is_nothing() {
        ServiceTime typed = ServiceTime.of(new EntryContent(Map.of("service_on", "2026-11-20", "service_time", "14:15", "minutes", " 45 ", "mode", "phone"), List.of()), MONTREAL);
        assertThat(typed).isEqualTo(new ServiceTime(Instant.parse("2026-11-20T19:15:00Z"), 45, "phone"));
        ServiceTime nonsense = ServiceTime.of(new EntryContent(Map.of("service_on", "hier", "service_time", "14:15", "minutes", "long", "mode", "pigeon"), List.of()), MONTREAL);
        assertThat(nonsense).isEqualTo(new ServiceTime(null, null, null));
    }

    private static Entry entry(Instant end) {
        Entry entry = new Entry(UUID.randomUUID(), Entry.NOTE, null, "fr", author(), TEXT, end);
        entry.about(end.minus(Duration.ofMinutes(50)), 50, "office");
        return entry;
    }

    private static Entry.Author author() {
        return new Entry.Author(UUID.randomUUID(), "Maude Lavigne");
    }

    private static void check(Entry entry, EntryContent content, Instant now) {
        new NoteKind().check(entry, content, now, MONTREAL);
    }

    private static void refused(String code, Entry entry, EntryContent content, Instant now) {
        assertThatThrownBy(() -> check(entry, content, now)).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
