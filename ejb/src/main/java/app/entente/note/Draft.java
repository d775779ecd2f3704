package app.entente.note;

import app.entente.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A draft as its author writes on it.
 *
 * @param entry what is saved
 * @param content its text
 * @param asides texts of other windows that wait for a decision, oldest first
 * @param people who takes part in the file
 */
public record Draft(Entry entry, EntryContent content, List<Aside> asides, List<Person> people) {

    /** A text from a window that had not seen the latest save. */
    public record Aside(UUID id, Instant savedAt, EntryContent content) {
    }
}
