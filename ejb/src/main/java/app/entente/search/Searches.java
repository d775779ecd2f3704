package app.entente.search;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Bilingual;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds things of the current workspace by their words. */
@Stateless
@UseCases
public class Searches {

    /** Longest question, in characters. */
    public static final int LONGEST = 200;

    private static final int MOST_WORDS = 8;
    private static final int A_FEW = 8;
    private static final int PAGE = 20;
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final char FROM = '\u0001';
    private static final char TO = '\u0002';
    private static final String NAME = "function('unaccent', lower(concat(p.details.givenName, ' ', p.details.familyName, ' ', "
        + "coalesce(p.details.chosenName, ''), ' ', coalesce(p.details.email, ''), ' ', f.reference)))";
    /** Of the 300 latest that fit, the 20 that fit best. */
    private static final String WRITINGS = """
        select kind, entry_id, title, at, ts_headline(case language when 'en' then 'public.entente_en' else 'public.entente_fr' end::regconfig, text, q,
               'MaxFragments=1, MaxWords=18, MinWords=9, StartSel=' || chr(1) || ', StopSel=' || chr(2)),
               coalesce(nullif(chosen_name, ''), given_name) || ' ' || family_name
          from (select s.kind, s.entry_id, s.title, s.at, s.language, s.text, s.q, p.given_name, p.family_name, p.chosen_name
                  from (select e.*, q.q from search_query(?) as q(q), search_entry e
                         where e.words @@ q.q and (e.kind <> 'personal' or e.author_id = ?) order by e.at desc limit 300) as s
                  join participant t on t.tenant_id = s.tenant_id and t.file_id = s.file_id and t.principal
                  join person p on p.tenant_id = t.tenant_id and p.id = t.person_id
                 order by ts_rank(s.words, s.q) desc, s.at desc limit 20) as best""";

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Caller caller;

    /** Everything a practitioner may find (rules 1 and 2). */
    @RolesAllowed(Role.PRACTITIONER)
    public Results all(String typed, String language) {
        List<String> words = words(typed);
        if (words.isEmpty()) {
            return Results.nothing();
        }
        return new Results(people(words), meetings(words, language), both(receipts(words), earlier(words)), documents(words, language), writings(typed));
    }

    /** What an assistant may find: people, meetings and receipts. */
    @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
    public Results ofDesk(String typed, String language) {
        List<String> words = words(typed);
        if (words.isEmpty()) {
            return Results.nothing();
        }
        return new Results(people(words), meetings(words, language), both(receipts(words), earlier(words)), List.of(), List.of());
    }

    private List<Found> people(List<String> words) {
        return asked(em.createQuery("select f.id, p.details.givenName, p.details.familyName, p.details.chosenName, f.reference from ClientFile f, Participant t, Person p "
            + "where t.fileId = f.id and p.id = t.personId and " + each(NAME, words) + " order by p.details.familyName, p.details.givenName", Object[].class), words, PAGE)
            .stream().map(row -> Found.of("person", (UUID) row[0], name(row[1], row[2], row[3]), (String) row[4], null)).toList();
    }

    /** The next meetings of those whose name fits. */
    private List<Found> meetings(List<String> words, String language) {
        return asked(em.createQuery("select m.id, p.details.givenName, p.details.familyName, p.details.chosenName, s.title.fr, s.title.en, m.startsAt from Meeting m, "
            + "ClientFile f, Participant t, Person p, Service s where f.id = m.fileId and t.fileId = f.id and t.principal = true and p.id = t.personId and s.id = m.serviceId "
            + "and m.startsAt > :since and " + each(NAME, words) + " order by m.startsAt", Object[].class).setParameter("since", clock.instant().minus(A_DAY)), words, A_FEW)
            .stream().map(row -> Found.of("meeting", (UUID) row[0], name(row[1], row[2], row[3]), new Bilingual((String) row[4], (String) row[5]).in(language),
                instant(row[6]))).toList();
    }

    private List<Found> receipts(List<String> words) {
        return asked(em.createQuery("select r.id, r.displayNumber, r.recipient, r.issuedAt from Receipt r where "
            + each("function('unaccent', lower(concat(r.displayNumber, ' ', r.recipient)))", words) + " order by r.issuedAt desc", Object[].class), words, A_FEW)
            .stream().map(row -> Found.of("receipt", (UUID) row[0], (String) row[1], (String) row[2], instant(row[3]))).toList();
    }

    /** Receipts of another tool. */
    private List<Found> earlier(List<String> words) {
        return asked(em.createQuery("select r.fileId, r.number, p.details.givenName, p.details.familyName, p.details.chosenName from EarlierReceipt r, Participant t, Person p "
            + "where t.fileId = r.fileId and t.principal = true and p.id = t.personId and "
            + each("function('unaccent', lower(concat(r.number, ' ', p.details.givenName, ' ', p.details.familyName, ' ', coalesce(p.details.chosenName, ''))))", words)
            + " order by r.issuedOn desc, r.number desc", Object[].class), words, A_FEW)
            .stream().map(row -> Found.of("earlier", (UUID) row[0], (String) row[1], name(row[2], row[3], row[4]), null)).toList();
    }

    private static List<Found> both(List<Found> some, List<Found> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private List<Found> documents(List<String> words, String language) {
        return asked(em.createQuery("select a.id, t.title.fr, t.title.en, p.details.givenName, p.details.familyName, p.details.chosenName, a.createdAt from Agreement a, "
            + "TemplateVersion v, AgreementTemplate t, Person p where v.id = a.templateVersionId and t.id = v.templateId and p.id = a.personId and a.status <> 'draft' and "
            + each("function('unaccent', lower(concat(t.title.fr, ' ', t.title.en, ' ', p.details.givenName, ' ', p.details.familyName)))", words)
            + " order by a.createdAt desc", Object[].class), words, A_FEW)
            .stream().map(row -> Found.of("agreement", (UUID) row[0], new Bilingual((String) row[1], (String) row[2]).in(language), name(row[3], row[4], row[5]),
                instant(row[6]))).toList();
    }

    @SuppressWarnings("unchecked")
    private List<Found> writings(String typed) {
        // Full text is not in Jakarta Persistence.
        List<Object[]> rows = em.createNativeQuery(WRITINGS).setHint("eclipselink.jdbc.allow-native-sql-query", "true").setParameter(1, typed)
            .setParameter(2, caller.accountId()).getResultList();
        return rows.stream().map(row -> new Found((String) row[0], (UUID) row[1], (String) row[2], (String) row[5], instant(row[3]), pieces((String) row[4]))).toList();
    }

    /** What is typed as words to look for: small letters without accents. */
    static List<String> words(String typed) {
        if (typed == null) {
            return List.of();
        }
        String plain = Normalizer.normalize(typed.substring(0, Math.min(LONGEST, typed.length())), Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
            .replace("œ", "oe").replace("æ", "ae");
        return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+")).filter(word -> word.length() > 1).limit(MOST_WORDS).toList();
    }

    /** The snippet in pieces, so that no markup is ever made of what somebody wrote. */
    static List<Found.Piece> pieces(String snippet) {
        List<Found.Piece> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean hit = false;
        for (char c : snippet.toCharArray()) {
            if (c == FROM || c == TO) {
                if (piece.length() > 0) {
                    pieces.add(new Found.Piece(piece.toString(), hit));
                    piece.setLength(0);
                }
                hit = c == FROM;
            } else {
                piece.append(c == '\n' ? ' ' : c);
            }
        }
        if (piece.length() > 0) {
            pieces.add(new Found.Piece(piece.toString(), hit));
        }
        return pieces;
    }

    private static String each(String what, List<String> words) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            all.append(i == 0 ? "" : " and ").append(what).append(" like :word").append(i);
        }
        return all.toString();
    }

    private static List<Object[]> asked(TypedQuery<Object[]> query, List<String> words, int most) {
        for (int i = 0; i < words.size(); i++) {
            query.setParameter("word" + i, "%" + words.get(i) + "%");
        }
        return query.setMaxResults(most).getResultList();
    }

    private static String name(Object given, Object family, Object chosen) {
        return (chosen == null || ((String) chosen).isBlank() ? given : chosen) + " " + family;
    }

    private static Instant instant(Object at) {
        return at instanceof Timestamp time ? time.toInstant() : at instanceof java.time.OffsetDateTime time ? time.toInstant() : (Instant) at;
    }
}
