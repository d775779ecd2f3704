package app.entente.archive;

import app.entente.file.Files;
import app.entente.file.Taking;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.meeting.Meeting;
import app.entente.meeting.Meetings;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Takes over and takes back some rows at a time, each time in a transaction of its own (rule 5). */
@Stateless
@UseCases
public class ImportWork {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Practices practices;
    @Inject
    Files files;
    @Inject
    Meetings meetings;

    /**
     * Does the next piece of an import: some rows made or taken back, or its cells erased when their time has come.
     *
     * @param most rows at most
     * @return whether there may be more to do at once
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean step(UUID id, int most) {
        Import file = ImportQueries.locked(em, id);
        if (file.isRunning()) {
            return make(file, most);
        }
        if (file.isUndoing()) {
            return takeBack(file, most);
        }
        if (file.isDueToBeErased(clock.instant())) {
            em.createQuery("update ImportRow r set r.cells = null where r.importId = :id and r.cells is not null")
                .setParameter("id", id).executeUpdate();
            file.erased(clock.instant());
        }
        return false;
    }

    /**
     * Leaves out the next row, which fails by itself; the others go on.
     *
     * @param why key of the reason; while taking back, the table in which something stands in the way
     */
    @PermitAll
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void leaveOut(UUID id, String why) {
        Import file = ImportQueries.locked(em, id);
        if (file.isMoving()) {
            ImportQueries.rows(em, id, file.isUndoing() ? ImportRow.MADE : ImportRow.WAITING, 1).forEach(row -> {
                row.leave(file.isUndoing() ? ImportRow.KEPT : ImportRow.REFUSED, why);
                if (file.isUndoing()) {
                    file.countBack(0, 1);
                } else {
                    file.countRefused();
                }
            });
        }
    }

    private boolean make(Import file, int most) {
        List<ImportRow> rows = ImportQueries.rows(em, file.getId(), ImportRow.WAITING, most);
        Workspace workspace = workspaces.find(tenant.id());
        if (Import.CLIENTS.equals(file.getKind())) {
            LocalDate today = clock.instant().atZone(workspace.getZone()).toLocalDate();
            for (ImportRow row : rows) {
                ReadClient client = ImportQueries.client(file, row, workspace.getLanguage(), today);
                UUID made = files.takeOver(List.of(new Taking(client.details(), "client")), "individual", "", "intake", today);
                row.makes(made, files.row(made).personId(), client.reference());
            }
        } else if (!rows.isEmpty() && Import.RECEIPTS.equals(file.getKind())) {
            makeReceipts(file, rows, workspace);
        } else if (!rows.isEmpty()) {
            makeMeetings(file, rows, workspace);
        }
        if (rows.isEmpty()) {
            file.end(clock.instant());
            return false;
        }
        file.count(rows.size());
        return true;
    }

    private void makeMeetings(Import file, List<ImportRow> rows, Workspace workspace) {
        Acquaintances known = ImportQueries.known(em);
        List<Service> services = practices.services();
        Instant now = clock.instant();
        for (ImportRow row : rows) {
            ReadMeeting read = ImportQueries.meeting(file, row, known, services, workspace.getZone(), now);
            if (!read.errors().isEmpty()) {
                // The client was here when it was tried, and is not any more.
                throw new BusinessRuleViolation(read.errors().get(0).code());
            }
            Meeting meeting = read.meeting(workspace.getZone(), now);
            meetings.takeOver(List.of(meeting));
            row.makesMeeting(meeting.getId(), meeting.getFileId());
            if (meeting.isHeld()) {
                files.servedBefore(meeting.getFileId(), meeting.getDay());
            }
        }
    }

    private void makeReceipts(Import file, List<ImportRow> rows, Workspace workspace) {
        Acquaintances known = ImportQueries.known(em);
        String currency = practices.profile().getCurrency();
        LocalDate today = clock.instant().atZone(workspace.getZone()).toLocalDate();
        for (ImportRow row : rows) {
            ReadReceipt read = ImportQueries.receipt(file, row, known, currency, today);
            if (!read.errors().isEmpty()) {
                throw new BusinessRuleViolation(read.errors().get(0).code());
            }
            EarlierReceipt receipt = new EarlierReceipt(file.getId(), read, clock.instant());
            em.persist(receipt);
            row.makesReceipt(receipt.getId(), receipt.getFileId());
        }
    }

    private boolean takeBack(Import file, int most) {
        List<ImportRow> rows = ImportQueries.rows(em, file.getId(), ImportRow.MADE, most);
        int back = 0;
        if (Import.RECEIPTS.equals(file.getKind())) {
            return takeReceiptsBack(file, rows);
        }
        for (ImportRow row : rows) {
            // Which rows refer to this one is asked of the catalogue: a table that comes later counts too. Only the database knows all of them.
            Object why = em.createNativeQuery(row.getMeetingId() == null ? "select take_back_file(?)" : "select take_back_meeting(?)")
                .setHint("eclipselink.jdbc.allow-native-sql-query", "true").setParameter(1, row.getMeetingId() == null ? row.getFileId() : row.getMeetingId())
                .getSingleResult();
            row.leave(why == null ? ImportRow.TAKEN_BACK : ImportRow.KEPT, (String) why);
            back += why == null ? 1 : 0;
        }
        file.countBack(back, rows.size() - back);
        if (rows.isEmpty()) {
            file.end(clock.instant());
        }
        return !rows.isEmpty();
    }

    /** Nothing is ever built on a receipt of another tool: all of them go. */
    private boolean takeReceiptsBack(Import file, List<ImportRow> rows) {
        if (rows.isEmpty()) {
            file.end(clock.instant());
            return false;
        }
        em.createQuery("delete from EarlierReceipt r where r.id in :ids").setParameter("ids", rows.stream().map(ImportRow::getReceiptId).toList()).executeUpdate();
        rows.forEach(row -> row.leave(ImportRow.TAKEN_BACK, null));
        file.countBack(rows.size(), 0);
        return true;
    }
}
