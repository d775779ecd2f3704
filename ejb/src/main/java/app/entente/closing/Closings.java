package app.entente.closing;

import app.entente.agreement.AgreementRow;
import app.entente.agreement.Agreements;
import app.entente.catalogue.Catalogue;
import app.entente.catalogue.ProcessStep;
import app.entente.file.ClientFile;
import app.entente.file.Files;
import app.entente.identity.Role;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.LongDate;
import app.entente.kernel.Texts;
import app.entente.note.Drafts;
import app.entente.note.Entries;
import app.entente.note.Entry;
import app.entente.note.EntryContent;
import app.entente.note.EntrySigned;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Begins the closing summaries of the current workspace; they are written and signed as entries. */
@Stateless
@UseCases
public class Closings {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Files files;
    @Inject
    Agreements agreements;
    @Inject
    Catalogue catalogue;
    @Inject
    Entries entries;
    @Inject
    Drafts drafts;

    /** The draft there is in a file, else a new one assembled from what is known (rules 1 and 4). */
    @RolesAllowed(Role.PRACTITIONER)
    public UUID begin(UUID file) {
        ClientFile found = files.find(file);
        if (!"open".equals(found.getStatus())) {
            throw new BusinessRuleViolation("closing.not_open");
        }
        return drafts.draftOf(file, ClosingKind.CODE).orElseGet(() -> drafts.begin(file, ClosingKind.CODE, null, assembled(found)));
    }

    /** The summary was signed: the accompaniment ends with it, and the time a file is kept begins at the last service it names (rule 2). */
    @PermitAll
    public void signed(@Observes EntrySigned fact) {
        if (!ClosingKind.CODE.equals(fact.kind())) {
            return;
        }
        EntryContent content = em.createQuery("select e from Entry e where e.id = :id", Entry.class).setParameter("id", fact.entryId()).getSingleResult().getContent();
        String last = content.value("last_service_on");
        files.close(fact.fileId(), content.value("reason"), last == null || last.isBlank() ? null : LocalDate.parse(last));
    }

    private EntryContent assembled(ClientFile file) {
        Workspace workspace = workspaces.find(tenant.id());
        Locale locale = Texts.locale(workspace.getLanguage(), workspace.getJurisdiction());
        boolean english = "en".equals(workspace.getLanguage());
        List<Object[]> services = em.createQuery("select " + (english ? "s.title.en" : "s.title.fr") + ", count(m), sum(m.minutes), max(m.startsAt) "
            + "from Meeting m, Service s where m.fileId = :file and m.status = 'held' and s.id = m.serviceId group by s.id, "
            + (english ? "s.title.en" : "s.title.fr") + " order by count(m) desc", Object[].class).setParameter("file", file.getId()).getResultList();
        EntryContent content = EntryContent.nothing().with("opened_on", file.getOpenedOn().toString()).with("request", file.getReason())
            .with("services", services.stream().map(row -> "- " + Texts.of("closing.service", locale, false, row[0], row[1], row[2]))
                .collect(Collectors.joining("\n")))
            .with("path", path(file, locale)).with("agreements", agreements(file, workspace, locale));
        LocalDate last = services.stream().map(row -> day(row[3], workspace)).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
        return last == null ? content : content.with("last_service_on", last.toString());
    }

    private String path(ClientFile file, Locale locale) {
        List<ProcessStep> steps = catalogue.steps();
        return steps.stream().filter(step -> step.getCode().equals(file.getStep())).findFirst()
            .map(step -> Texts.of("closing.step", locale, false, step.getTitle().in(locale.getLanguage()), steps.indexOf(step) + 1, steps.size())).orElse("");
    }

    private String agreements(ClientFile file, Workspace workspace, Locale locale) {
        return agreements.ofFile(file.getId()).stream().filter(row -> "active".equals(row.status())).map(row -> "- " + line(row, workspace, locale))
            .collect(Collectors.joining("\n"));
    }

    private static String line(AgreementRow row, Workspace workspace, Locale locale) {
        Instant at = row.sentAt() == null ? row.createdAt() : row.sentAt();
        return row.title().in(locale.getLanguage()) + ", " + LongDate.of(LocalDate.ofInstant(at, workspace.getZone()), locale);
    }

    private static LocalDate day(Object at, Workspace workspace) {
        Instant instant = at instanceof java.sql.Timestamp time ? time.toInstant() : (Instant) at;
        return instant == null ? null : LocalDate.ofInstant(instant, workspace.getZone());
    }
}
