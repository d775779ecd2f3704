package app.entente.file;

import app.entente.catalogue.Catalogue;
import app.entente.catalogue.ProcessStep;
import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.kernel.TimelineEntry;
import app.entente.tenant.CurrentTenant;
import app.entente.tenant.UseCases;
import app.entente.workspace.Workspaces;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Where the files of the current workspace are on their path (rules 11 and 12). */
@Stateless
@UseCases
public class Paths {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Caller caller;
    @Inject
    CurrentTenant tenant;
    @Inject
    Workspaces workspaces;
    @Inject
    Catalogue catalogue;
    @Inject
    Files files;
    @Inject
    Portals portals;
    @Inject
    Event<StepEntered> entered;

    /** A day on which a path came to a step, as it is brought along from elsewhere. */
    public record Visit(String code, LocalDate on) {
    }

    /** A file's path for a client: the title they know it by, and its steps. */
    public record Mine(UUID file, String reference, List<PathStage> stages) {
    }

    /**
     * The path of a file in its present, or last, episode: the steps of the practice today, and those that were gone through then.
     *
     * @param history every stay of the file as {@link #history} gives them
     * @param told what happened in the file, from {@link Timeline#of} or {@link Timeline#counted}: meetings that were held are counted and documents found in it
     */
    @RolesAllowed(Role.PRACTITIONER)
    public List<PathStage> from(List<PathStep> history, List<TimelineEntry> told) {
        List<PathStep> last = history.stream().filter(stay -> stay.getEpisodeId().equals(history.get(0).getEpisodeId()))
            .sorted(Comparator.comparing(PathStep::getEnteredAt)).toList();
        return stages(last, told);
    }

    /** Every stay of a file at a step, in all its episodes, latest first. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<PathStep> history(UUID file) {
        return em.createQuery("select s from PathStep s, Episode e where s.fileId = :file and e.id = s.episodeId "
            + "order by e.number desc, s.enteredAt desc, s.id desc", PathStep.class).setParameter("file", file).getResultList();
    }

    /** The paths of the files that the signed-in person may see the shared shelf of. */
    @RolesAllowed(Role.CLIENT)
    public List<Mine> mine() {
        Set<UUID> open = portals.files(caller.personId(), "shared");
        if (open.isEmpty()) {
            return List.of();
        }
        return em.createQuery("select f from ClientFile f where f.id in :files order by f.createdAt desc", ClientFile.class).setParameter("files", open)
            .getResultStream().map(file -> new Mine(file.getId(), file.getReference(), stages(stays(file.getId()), List.of()))).toList();
    }

    /**
     * Goes to another step of the practice's path. Refused with {@code file.not_open}, {@code file.step_unknown} for a step the practice does not
     * show, {@code file.step_here} when the file is there, and {@code file.step_reason} when the path goes back or leaves steps out and no reason is
     * given (rule 11).
     *
     * @param code the step
     * @param reason why, for the record; not needed for the next step
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.step_entered")
    public void move(UUID file, String code, String reason) {
        ClientFile found = files.find(file);
        if (!found.isOpen()) {
            throw new BusinessRuleViolation("file.not_open");
        }
        List<ProcessStep> steps = catalogue.steps();
        ProcessStep target = steps.stream().filter(step -> step.getCode().equals(code)).findFirst()
            .orElseThrow(() -> new BusinessRuleViolation("file.step_unknown"));
        List<PathStep> stays = stays(file);
        PathStep now = stays.stream().filter(stay -> stay.getLeftOn() == null).findFirst().orElse(null);
        if (now != null && now.getCode().equals(code)) {
            throw new BusinessRuleViolation("file.step_here");
        }
        String how = how(steps, now, target);
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() && !PathStep.FORWARD.equals(how) && !PathStep.BEGUN.equals(how)) {
            throw new BusinessRuleViolation("file.step_reason");
        }
        LocalDate today = LocalDate.now(clock.withZone(zone()));
        if (now != null) {
            now.leave(today, clock.instant());
            em.flush();
        }
        em.persist(new PathStep(episode(file), target, how, why, today, clock.instant(), caller.accountId()));
        found.at(code);
        entered.fire(new StepEntered(file, code, how));
    }

    /**
     * Writes how a file that began before it came here reached the step it is at; each step lasts until the next. Refused with an
     * {@link IllegalStateException} when the path is written already or the visits end elsewhere. Called when a workspace is opened with what its
     * practitioner brings along.
     */
    @PermitAll
    public void establish(UUID file, List<Visit> visits) {
        Episode episode = episode(file);
        List<PathStep> stays = stays(file);
        Visit last = visits.get(visits.size() - 1);
        if (stays.size() != 1 || !stays.get(0).getCode().equals(last.code())) {
            throw new IllegalStateException("the path is written, or does not end where the file is");
        }
        Map<String, ProcessStep> steps = new LinkedHashMap<>();
        catalogue.steps().forEach(step -> steps.put(step.getCode(), step));
        for (int i = 0; i < visits.size() - 1; i++) {
            Visit visit = visits.get(i);
            PathStep stay = new PathStep(episode, steps.get(visit.code()), i == 0 ? PathStep.BEGUN : PathStep.FORWARD, "", visit.on(), start(visit.on()), null);
            stay.leave(visits.get(i + 1).on(), start(visits.get(i + 1).on()));
            em.persist(stay);
        }
        stays.get(0).arrived(visits.size() == 1 ? PathStep.BEGUN : PathStep.FORWARD, last.on(), start(last.on()));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }

    private static String how(List<ProcessStep> steps, PathStep now, ProcessStep target) {
        if (now == null) {
            return PathStep.BEGUN;
        }
        if (target.getPosition() < now.getPosition()) {
            return PathStep.BACK;
        }
        boolean between = steps.stream().anyMatch(step -> step.getPosition() > now.getPosition() && step.getPosition() < target.getPosition());
        return between ? PathStep.SKIP : PathStep.FORWARD;
    }

    private Episode episode(UUID file) {
        return em.createQuery("select e from Episode e where e.fileId = :file order by e.number desc", Episode.class).setParameter("file", file)
            .setMaxResults(1).getResultStream().findFirst().orElseThrow(NotFound::new);
    }

    /** The stays of the last episode, earliest first. */
    private List<PathStep> stays(UUID file) {
        return em.createQuery("select s from PathStep s where s.fileId = :file and s.episodeId = (select e.id from Episode e where e.fileId = :file "
            + "and e.number = (select max(x.number) from Episode x where x.fileId = :file)) order by s.enteredAt, s.id", PathStep.class)
            .setParameter("file", file).getResultList();
    }

    private List<PathStage> stages(List<PathStep> stays, List<TimelineEntry> told) {
        Map<String, List<PathStep>> gone = new LinkedHashMap<>();
        stays.forEach(stay -> gone.computeIfAbsent(stay.getCode(), code -> new ArrayList<>()).add(stay));
        int reached = stays.stream().mapToInt(PathStep::getPosition).max().orElse(0);
        record Placed(int position, PathStage stage) {
        }
        List<Placed> placed = new ArrayList<>();
        for (ProcessStep step : catalogue.steps()) {
            List<PathStep> mine = gone.remove(step.getCode());
            placed.add(new Placed(step.getPosition(), mine == null
                ? new PathStage(step.getCode(), step.getTitle(), step.getGoal(), step.getMeetingsMin(), step.getMeetingsMax(), 0, due(step.getDocuments(), told),
                    List.of(), step.getPosition() < reached ? "skipped" : "todo")
                : stage(mine, told)));
        }
        // A step that the practice shows no more was gone through all the same.
        gone.values().forEach(mine -> placed.add(new Placed(mine.get(0).getPosition(), stage(mine, told))));
        return placed.stream().sorted(Comparator.comparingInt(Placed::position)).map(Placed::stage).toList();
    }

    private static PathStage stage(List<PathStep> stays, List<TimelineEntry> told) {
        PathStep last = stays.get(stays.size() - 1);
        int held = (int) told.stream().filter(entry -> "meeting".equals(entry.kind()) && entry.done() && stays.stream().anyMatch(stay -> stay.contains(entry.at())))
            .count();
        return new PathStage(last.getCode(), last.getTitle(), last.getGoal(), last.getMeetingsMin(), last.getMeetingsMax(), held, due(last.getDocuments(), told),
            List.copyOf(stays), last.getLeftOn() == null ? "current" : "done");
    }

    private static List<PathStage.Due> due(List<String> codes, List<TimelineEntry> told) {
        return codes.stream().map(code -> told.stream().filter(entry -> code.equals(entry.due()))
            .min(Comparator.comparing((TimelineEntry entry) -> !entry.done()).thenComparing(TimelineEntry::at, Comparator.reverseOrder()))
            .map(entry -> new PathStage.Due(code, entry.done() ? "done" : "begun", entry.link())).orElseGet(() -> new PathStage.Due(code, "missing", null))).toList();
    }

    private ZoneId zone() {
        return workspaces.find(tenant.id()).getZone();
    }
}
