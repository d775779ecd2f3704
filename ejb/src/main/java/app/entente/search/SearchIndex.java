package app.entente.search;

import app.entente.file.FileDestroyed;
import app.entente.identity.Role;
import app.entente.note.Addendum;
import app.entente.note.AddendumWritten;
import app.entente.note.Entry;
import app.entente.note.EntryContent;
import app.entente.note.EntryKind;
import app.entente.note.EntrySigned;
import app.entente.note.Said;
import app.entente.note.Section;
import app.entente.note.Statement;
import app.entente.tenant.UseCases;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps the words of what is signed, in the transaction that signs it (rule 3). */
@Stateless
@UseCases
public class SearchIndex {

    /** What is found points at what is written, which goes after it. */
    private static final int BEFORE_THE_NOTES = 1000;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    @Any
    Instance<EntryKind> kinds;

    /** An entry was signed: its words are found from now on. */
    @PermitAll
    public void signed(@Observes EntrySigned fact) {
        index(one(Entry.class, fact.entryId()));
    }

    /** Something was added to an entry. */
    @PermitAll
    public void added(@Observes AddendumWritten fact) {
        index(one(Entry.class, fact.entryId()), one(Addendum.class, fact.addendumId()));
    }

    /** A file was destroyed: nothing of it is found any more. */
    @PermitAll
    public void destroyed(@Observes @Priority(BEFORE_THE_NOTES) FileDestroyed fact) {
        em.createQuery("delete from SearchEntry s where s.fileId = :file").setParameter("file", fact.fileId()).executeUpdate();
    }

    /**
     * Makes the index of the workspace again from what is signed (rule 4).
     *
     * @return how many entries were read
     */
    @RolesAllowed(Role.PRACTITIONER)
    public int rebuild() {
        em.createQuery("delete from SearchEntry s").executeUpdate();
        List<Entry> signed = em.createQuery("select e from Entry e where e.status = 'signed'", Entry.class).getResultList();
        for (Entry entry : signed) {
            index(entry);
            em.createQuery("select a from Addendum a where a.entryId = :id", Addendum.class).setParameter("id", entry.getId())
                .getResultList().forEach(addendum -> index(entry, addendum));
        }
        return signed.size();
    }

    private void index(Entry entry) {
        EntryContent content = entry.getContent();
        List<Statement> said = em.createQuery("select s from Statement s where s.entryId = :id order by s.position", Statement.class)
            .setParameter("id", entry.getId()).getResultList();
        String text = Stream.concat(kinds.stream().filter(kind -> kind.code().equals(entry.getKind())).flatMap(kind -> kind.sections().stream()).filter(SearchIndex::written).map(section -> content.value(section.code())),
            said.stream().filter(s -> !Said.PERSONAL.equals(s.getShelf())).map(Statement::getText)).filter(words -> !words.isBlank()).collect(Collectors.joining("\n"));
        em.persist(new SearchEntry(entry, entry.getKind(), entry.getAuthorId(), at(entry), text));
        said.stream().filter(s -> Said.PERSONAL.equals(s.getShelf()))
            .forEach(s -> em.persist(new SearchEntry(entry, Said.PERSONAL, entry.getAuthorId(), at(entry), s.getText())));
    }

    private void index(Entry entry, Addendum addendum) {
        em.persist(new SearchEntry(entry, "addendum", addendum.getAuthorId(), addendum.getWrittenAt(), addendum.getText()));
    }

    private static boolean written(Section section) {
        return "long".equals(section.form()) || "line".equals(section.form());
    }

    private static java.time.Instant at(Entry entry) {
        return entry.getServiceAt() == null ? entry.getSignedAt() : entry.getServiceAt();
    }

    private <T> T one(Class<T> type, UUID id) {
        em.flush();
        return em.createQuery("select x from " + type.getSimpleName() + " x where x.id = :id", type).setParameter("id", id).getSingleResult();
    }
}
