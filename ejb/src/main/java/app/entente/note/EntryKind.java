package app.entente.note;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** One kind of entry: what there is to write, what must be there before it is final, and its words. */
public interface EntryKind {

    /** {@code note}, {@code assessment} or {@code closing}. */
    String code();

    /** What is written in it, in the order of the document. */
    List<Section> sections();

    /** Behind which section the statements stand; null when this kind has none. */
    default String statementsAfter() {
        return null;
    }

    /** Whether versions are counted: a second one says which it is. */
    boolean counted();

    /**
     * Refuses what is not ready to be final.
     *
     * @throws app.entente.kernel.BusinessRuleViolation naming what is missing
     */
    void check(Entry entry, EntryContent content, Instant now, ZoneId zone);

    /** The title of the document. */
    String title(Locale locale);

    /** The name of a section. */
    String label(String section, Locale locale);

    /** A sentence under that name; empty when it needs none. */
    String help(String section, Locale locale);

    /** The words of a choice. */
    String option(String section, String option, Locale locale);
}
