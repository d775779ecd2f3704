package app.entente.archive;

import app.entente.kernel.NotFound;
import app.entente.practice.Service;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What both the boundary and the worker ask about imports. */
final class ImportQueries {

    private static final String PEOPLE = "select new app.entente.archive.KnownPerson(f.id, f.reference, p.details.givenName, p.details.familyName, "
        + "p.details.chosenName, p.details.birthDate, p.details.email, p.details.phone, p.details.postalCode) from ClientFile f, Participant t, Person p "
        + "where t.fileId = f.id and t.principal = true and p.id = t.personId ";

    private ImportQueries() {
    }

    static Import read(EntityManager em, UUID id) {
        return em.createQuery("select i from Import i where i.id = :id", Import.class).setParameter("id", id).getResultStream().findFirst()
            .orElseThrow(NotFound::new);
    }

    /** The import, which nobody else may change until the transaction ends. */
    static Import locked(EntityManager em, UUID id) {
        return em.createQuery("select i from Import i where i.id = :id", Import.class).setParameter("id", id).setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    static List<ImportRow> rows(EntityManager em, UUID id, String state, int most) {
        return em.createQuery("select r from ImportRow r where r.importId = :id and r.state = :state order by r.line", ImportRow.class)
            .setParameter("id", id).setParameter("state", state).setMaxResults(most).getResultList();
    }

    /** Everybody who is a client here, with the references that earlier imports had for them. */
    static Acquaintances known(EntityManager em) {
        Acquaintances known = new Acquaintances();
        Map<UUID, KnownPerson> byFile = new HashMap<>();
        for (KnownPerson person : em.createQuery(PEOPLE + "and f.status <> 'destroyed' order by f.createdAt", KnownPerson.class).getResultList()) {
            known.add(person);
            byFile.put(person.fileId(), person);
        }
        for (Object[] row : em.createQuery("select r.reference, r.fileId from ImportRow r where r.reference is not null and r.state in ('made', 'kept')", Object[].class)
            .getResultList()) {
            if (byFile.containsKey((UUID) row[1])) {
                known.refer((String) row[0], byFile.get((UUID) row[1]));
            }
        }
        return known;
    }

    /** Whose these files are, by file. */
    static Map<UUID, KnownPerson> ofFiles(EntityManager em, Set<UUID> files) {
        Map<UUID, KnownPerson> people = new HashMap<>();
        em.createQuery(PEOPLE + "and f.id in :files", KnownPerson.class).setParameter("files", files).getResultList()
            .forEach(person -> people.put(person.fileId(), person));
        return people;
    }

    /** The meetings there are, as {@link ReadMeeting#key} says. */
    static Set<String> meetings(EntityManager em) {
        Set<String> keys = new HashSet<>();
        em.createQuery("select m.fileId, m.startsAt from Meeting m", Object[].class).getResultList()
            .forEach(row -> keys.add(ReadMeeting.key((UUID) row[0], (Instant) row[1])));
        return keys;
    }

    /** The numbers of the receipts that were brought along before. */
    static Set<String> receipts(EntityManager em) {
        return new HashSet<>(em.createQuery("select r.numberKey from EarlierReceipt r", String.class).getResultList());
    }

    static ReadReceipt receipt(Import file, ImportRow row, Acquaintances known, String currency, LocalDate today) {
        return ReadReceipt.of(row.getLine(), row.cells(), file.mapping(), file.getDateOrder(), known, currency, today);
    }

    static ReadClient client(Import file, ImportRow row, String language, LocalDate today) {
        return ReadClient.of(row.getLine(), row.cells(), file.mapping(), file.getDateOrder(), language, today);
    }

    static ReadMeeting meeting(Import file, ImportRow row, Acquaintances known, List<Service> services, ZoneId zone, Instant now) {
        return ReadMeeting.of(row.getLine(), row.cells(), file.mapping(), file.getDateOrder(), known, services, zone, now);
    }
}
