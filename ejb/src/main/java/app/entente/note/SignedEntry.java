package app.entente.note;

import app.entente.person.Person;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A signed entry as a reader may see it.
 *
 * @param entry the entry
 * @param content its text, without the statements
 * @param statements what was said; the personal ones only for their author
 * @param addenda what was added, in the order of time
 * @param sealed which of them have their sealed document
 * @param asides texts of windows that had not seen the signature; for the author alone
 * @param people who takes part in the file
 */
public record SignedEntry(Entry entry, EntryContent content, List<Statement> statements, List<Addendum> addenda, Set<UUID> sealed, List<Draft.Aside> asides,
    List<Person> people) {
}
