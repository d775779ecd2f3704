package app.entente.note;

import app.entente.kernel.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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

    /** The sections under whose name a sentence helps. */
    Set<String> helped();

    /** The title of the document. */
    default String title(Locale locale) {
        return words("title", locale);
    }

    /** The name of a section. */
    default String label(String section, Locale locale) {
        return words("section." + section, locale);
    }

    /** A sentence under that name; empty when it needs none. */
    default String help(String section, Locale locale) {
        return helped().contains(section) ? words("help." + section, locale) : "";
    }

    /** The words of a choice. */
    default String option(String section, String option, Locale locale) {
        return option;
    }

    private String words(String key, Locale locale) {
        return Texts.of(code() + "." + key, locale, false);
    }
}
