package app.entente.archive;

import app.entente.file.FileQuota;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.person.PersonDetails;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspace;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes files from other tools, tries them, has them taken over and taken back. */
@Stateless
@UseCases
public class Imports {

    private static final int SAMPLE = 3;
    private static final int SHOWN = 50;
    private static final int NAMED = 500;

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    CurrentTenant tenant;
    @Inject
    Caller caller;
    @Inject
    Workspaces workspaces;
    @Inject
    Practices practices;
    @Inject
    FileQuota files;

    /**
     * Takes a file and suggests which column is which field; refused as {@link CsvFile#read} says.
     *
     * @param kind {@code clients}, {@code meetings} or {@code receipts}
     * @param name the file's name
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("import.uploaded")
    public UUID begin(String kind, String name, byte[] content) {
        CsvFile file = CsvFile.read(content);
        Import arriving = new Import(kind, name, file, caller.accountId(), clock.instant());
        Optional<ImportMapping> earlier = remembered(arriving);
        Mapping mapping = earlier.map(ImportMapping::mapping).orElseGet(() -> Mapping.propose(kind, file.headers()));
        arriving.suggest(mapping, earlier.map(ImportMapping::getDateOrder).orElseGet(() -> order(file, mapping)));
        em.persist(arriving);
        em.flush();
        file.rows().forEach(line -> em.persist(new ImportRow(arriving.getId(), line)));
        return arriving.getId();
    }

    private static String order(CsvFile file, Mapping mapping) {
        List<String> days = new ArrayList<>();
        for (Field field : List.of(Field.BIRTH_DATE, Field.CLIENT_BIRTH_DATE, Field.DAY, Field.ISSUED_ON, Field.SERVICED_ON, Field.PAID_ON)) {
            file.rows().forEach(line -> days.add(mapping.cell(field, line.cells())));
        }
        return Dates.order(days);
    }

    /** The latest fifty, latest first. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<Import> list() {
        return em.createQuery("select i from Import i order by i.createdAt desc", Import.class).setMaxResults(SHOWN).getResultList();
    }

    /** One of them. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("import.opened")
    public Import find(UUID id) {
        return ImportQueries.read(em, id);
    }

    /** Its columns and first rows, with the fields that were recognised. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("import.opened")
    public ImportSample sample(UUID id) {
        Import file = ImportQueries.read(em, id);
        List<List<String>> rows = em.createQuery("select r from ImportRow r where r.importId = :id and r.cells is not null order by r.line", ImportRow.class)
            .setParameter("id", id).setMaxResults(SAMPLE).getResultList().stream().map(ImportRow::cells).toList();
        return new ImportSample(file, file.mapping().columns(), rows,
            remembered(file).isPresent());
    }

    /**
     * Says which column is which field and remembers it for the next file with the same headers; refused as {@link Mapping#check} and
     * {@link Import#map} say.
     *
     * @param columns place of the column of each field, counted from zero
     * @param order how days are written: {@code dmy}, {@code mdy} or {@code ymd}
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("import.mapped")
    public void map(UUID id, Map<Field, Integer> columns, String order) {
        Import file = ImportQueries.locked(em, id);
        Map<Field, Integer> fitting = new EnumMap<>(Field.class);
        columns.forEach((field, column) -> {
            if (column != null && Field.of(file.getKind()).contains(field)) {
                fitting.put(field, column);
            }
        });
        Mapping mapping = new Mapping(fitting);
        file.map(mapping, order);
        remembered(file).ifPresentOrElse(earlier -> earlier.remember(mapping, order),
            () -> em.persist(new ImportMapping(file.getKind(), file.getHeaderKey(), mapping, order)));
    }

    /** The dry run: what would become of each row (rules 3 and 4); refused with {@code archive.unmapped} before the columns are said. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("import.previewed")
    public Preview preview(UUID id) {
        return judge(ImportQueries.read(em, id)).preview();
    }

    /**
     * Hands it to the worker. Rows with an error are left out, and so are those that are here already.
     *
     * @param anew numbers of the rows that are taken over although they seem to be here already
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("import.started")
    public void start(UUID id, Set<Integer> anew) {
        Import file = ImportQueries.locked(em, id);
        if (file.isBegun()) {
            throw new BusinessRuleViolation("archive.begun");
        }
        Judged judged = judge(file);
        Map<Integer, String> refused = new LinkedHashMap<>();
        judged.preview().errors().forEach(error -> refused.putIfAbsent(error.line(), error.code()));
        Set<Integer> skipped = new HashSet<>();
        judged.preview().twins().stream().map(Twin::line).filter(line -> !anew.contains(line)).forEach(skipped::add);
        for (ImportRow row : judged.rows()) {
            if (refused.containsKey(row.getLine())) {
                row.leave(ImportRow.REFUSED, refused.get(row.getLine()));
            } else if (skipped.contains(row.getLine())) {
                row.leave(ImportRow.SKIPPED, null);
            }
        }
        file.start(refused.size(), skipped.size(), clock.instant());
    }

    /** Stops it where it is; refused with {@code archive.not_running}. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("import.cancelled")
    public void cancel(UUID id) {
        ImportQueries.locked(em, id).cancel(clock.instant());
    }

    /** Has everything taken back that nothing was built on (rule 7); refused with {@code archive.nothing_to_undo}. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("import.undone")
    public void undo(UUID id) {
        Import file = ImportQueries.locked(em, id);
        file.undo(clock.instant());
        em.createQuery("update ImportRow r set r.state = 'made', r.note = null where r.importId = :id and r.state = 'kept'")
            .setParameter("id", id).executeUpdate();
    }

    /** The rows that were left out, and those whose making stays, with the file it made; at most 500. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("import.opened")
    public List<RowNote> notes(UUID id) {
        UUID found = ImportQueries.read(em, id).getId();
        List<ImportRow> rows = em.createQuery("select r from ImportRow r where r.importId = :id and r.state in ('refused', 'skipped', 'kept') order by r.line",
            ImportRow.class).setParameter("id", found).setMaxResults(NAMED).getResultList();
        Set<UUID> files = rows.stream().map(ImportRow::getFileId).filter(java.util.Objects::nonNull).collect(Collectors.toSet());
        Map<UUID, KnownPerson> people = files.isEmpty() ? Map.of() : ImportQueries.ofFiles(em, files);
        return rows.stream().map(row -> note(row, row.getFileId() == null ? null : people.get(row.getFileId()))).toList();
    }

    private static RowNote note(ImportRow row, KnownPerson person) {
        return person == null ? new RowNote(row.getLine(), row.getState(), row.getNote(), null, null, "")
            : new RowNote(row.getLine(), row.getState(), row.getNote(), person.fileId(), person.fileReference(), person.name());
    }

    /** The rows with what would become of them. */
    private record Judged(Preview preview, List<ImportRow> rows) {
    }

    private Judged judge(Import file) {
        if (!file.isMapped()) {
            throw new BusinessRuleViolation(file.isBegun() ? "archive.begun" : "archive.unmapped");
        }
        List<ImportRow> rows = ImportQueries.rows(em, file.getId(), ImportRow.WAITING, CsvFile.MOST_ROWS);
        List<CellError> errors = new ArrayList<>();
        List<Twin> twins = new ArrayList<>();
        int refused = switch (file.getKind()) {
            case Import.CLIENTS -> judgeClients(file, rows, errors, twins);
            case Import.RECEIPTS -> judgeReceipts(file, rows, errors, twins);
            default -> judgeMeetings(file, rows, errors, twins);
        };
        return new Judged(new Preview(rows.size(), rows.size() - refused - twins.size(), refused, List.copyOf(errors), List.copyOf(twins),
            Import.CLIENTS.equals(file.getKind()) ? files.room() : null), rows);
    }

    private int judgeClients(Import file, List<ImportRow> rows, List<CellError> errors, List<Twin> twins) {
        Acquaintances known = ImportQueries.known(em);
        Workspace workspace = workspaces.find(tenant.id());
        int refused = 0;
        for (ImportRow row : rows) {
            ReadClient client = ImportQueries.client(file, row, workspace.getLanguage(), clock.instant().atZone(workspace.getZone()).toLocalDate());
            errors.addAll(client.errors());
            if (!client.errors().isEmpty()) {
                refused++;
                continue;
            }
            PersonDetails details = client.details();
            KnownPerson newcomer = new KnownPerson(null, null, details.getGivenName(), details.getFamilyName(), details.getChosenName(), details.getBirthDate(),
                client.email(), details.getPhone(), details.getPostalCode());
            known.twin(newcomer).ifPresentOrElse(
                twin -> twins.add(new Twin(row.getLine(), newcomer.name(), twin.fileId(), twin.fileReference())), () -> known.add(newcomer));
        }
        return refused;
    }

    private int judgeMeetings(Import file, List<ImportRow> rows, List<CellError> errors, List<Twin> twins) {
        Acquaintances known = ImportQueries.known(em);
        Set<String> there = ImportQueries.meetings(em);
        Set<String> here = new HashSet<>();
        List<Service> services = practices.services();
        ZoneId zone = workspaces.find(tenant.id()).getZone();
        Instant now = clock.instant();
        int refused = 0;
        for (ImportRow row : rows) {
            ReadMeeting meeting = ImportQueries.meeting(file, row, known, services, zone, now);
            errors.addAll(meeting.errors());
            if (!meeting.errors().isEmpty()) {
                refused++;
            } else if (there.contains(meeting.key(zone))) {
                twins.add(new Twin(row.getLine(), meeting.client().name(), meeting.client().fileId(), meeting.client().fileReference()));
            } else if (!here.add(meeting.key(zone))) {
                twins.add(new Twin(row.getLine(), meeting.client().name(), null, null));
            }
        }
        return refused;
    }

    private int judgeReceipts(Import file, List<ImportRow> rows, List<CellError> errors, List<Twin> twins) {
        Acquaintances known = ImportQueries.known(em);
        Set<String> there = ImportQueries.receipts(em);
        Set<String> here = new HashSet<>();
        String currency = practices.profile().getCurrency();
        LocalDate today = LocalDate.now(clock.withZone(workspaces.find(tenant.id()).getZone()));
        int refused = 0;
        for (ImportRow row : rows) {
            ReadReceipt receipt = ImportQueries.receipt(file, row, known, currency, today);
            errors.addAll(receipt.errors());
            if (!receipt.errors().isEmpty()) {
                refused++;
            } else if (there.contains(receipt.key())) {
                twins.add(new Twin(row.getLine(), receipt.number(), receipt.client().fileId(), receipt.client().fileReference()));
            } else if (!here.add(receipt.key())) {
                twins.add(new Twin(row.getLine(), receipt.number(), null, null));
            }
        }
        return refused;
    }

    private Optional<ImportMapping> remembered(Import file) {
        return em.createQuery("select m from ImportMapping m where m.kind = :kind and m.headerKey = :key", ImportMapping.class)
            .setParameter("kind", file.getKind()).setParameter("key", file.getHeaderKey()).getResultStream().findFirst();
    }
}
