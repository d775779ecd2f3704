package app.entente.file;

import jakarta.persistence.TypedQuery;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is asked of the list of files. Anything unknown counts as not asked.
 *
 * @param words words of a name (accents and capitals do not matter) or a part of a reference; each has to be found
 * @param status {@code open}, {@code closed}, {@code retention}, {@code due_for_review} or {@code destroyed}; null for all
 * @param step code of a step; null for all
 * @param kind {@code individual}, {@code couple}, {@code family} or {@code minor}; null for all
 * @param sort {@code name}, {@code reference}, {@code opened} or {@code service}; the latest opened first when null
 * @param down whether the order is turned round
 * @param page from 0
 */
public record FileSearch(String words, String status, String step, String kind, String sort, boolean down, int page) {

    /** How many files a page shows. */
    public static final int SIZE = 50;
    private static final int MOST_WORDS = 5;
    private static final Map<String, String> ORDER = Map.of("name", "p.details.familyName %1$s, p.details.givenName %1$s, f.id",
        "reference", "f.reference %1$s, f.id", "opened", "f.openedOn %1$s, f.id", "service", "f.lastServiceOn %1$s nulls last, f.id");
    private static final Set<String> STATES = Set.of("open", "closed", "retention", "due_for_review", "destroyed");

    /** The same question with what is unknown left out. */
    public FileSearch {
        words = words == null ? "" : words.strip();
        status = status != null && STATES.contains(status) ? status : null;
        step = step == null || step.isBlank() ? null : step;
        kind = kind == null || kind.isBlank() ? null : kind;
        sort = sort != null && ORDER.containsKey(sort) ? sort : null;
        page = Math.max(0, page);
    }

    /** Asks for words alone. */
    public static FileSearch words(String words) {
        return new FileSearch(words, null, null, null, null, false, 0);
    }

    /** Whether anything narrows the list. */
    public boolean narrowed() {
        return !words.isEmpty() || status != null || step != null || kind != null;
    }

    int first() {
        return page * SIZE;
    }

    /** Conditions in JPQL on a file f; the words are looked for in every person who takes part as a client. */
    String conditions() {
        StringBuilder conditions = new StringBuilder();
        if (status != null) {
            conditions.append("and f.status = :status ");
        }
        if (step != null) {
            conditions.append("and f.step = :step and f.status = 'open' ");
        }
        if (kind != null) {
            conditions.append("and f.kind = :kind ");
        }
        for (int i = 0; i < terms().length; i++) {
            conditions.append(("and (lower(f.reference) like :w%1$d or exists (select n%1$d from Participant c%1$d, Person n%1$d where c%1$d.fileId = f.id "
                + "and c%1$d.capacity = 'client' and n%1$d.id = c%1$d.personId and function('unaccent', lower(concat(n%1$d.details.givenName, ' ', "
                + "coalesce(n%1$d.details.chosenName, ''), ' ', n%1$d.details.familyName))) like function('unaccent', :w%1$d))) ").formatted(i));
        }
        return conditions.toString();
    }

    String order() {
        String direction = down ? "desc" : "asc";
        return "order by " + (sort == null ? "f.createdAt desc, f.id desc" : ORDER.get(sort).formatted(direction));
    }

    <T> TypedQuery<T> narrow(TypedQuery<T> query) {
        if (status != null) {
            query.setParameter("status", status);
        }
        if (step != null) {
            query.setParameter("step", step);
        }
        if (kind != null) {
            query.setParameter("kind", kind);
        }
        String[] terms = terms();
        for (int i = 0; i < terms.length; i++) {
            query.setParameter("w" + i, "%" + terms[i].replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        }
        return query;
    }

    private String[] terms() {
        if (words.isEmpty()) {
            return new String[0];
        }
        return java.util.Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+")).limit(MOST_WORDS).toArray(String[]::new);
    }
}
