package app.entente.file;

import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.NotFound;
import app.entente.kernel.TimelineEntry;
import app.entente.person.Person;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Puts a file on the desk: what its page needs, in one call and one transaction. */
@Stateless
@UseCases
public class FileDesk {

    @Inject
    Files files;
    @Inject
    Participants participants;
    @Inject
    Timeline timeline;
    @Inject
    Paths paths;

    /**
     * A file that is open.
     *
     * @param client the one it is called by
     * @param history every stay at a step, latest first
     * @param told what the path counts, or everything that happened; latest first
     */
    public record Open(ClientFile file, Person client, List<ParticipantRow> people, List<PathStage> path, List<PathStep> history, List<TimelineEntry> told) {
    }

    /** Opens a file to work with it, with what its path counts, and remembers that the signed-in person did. */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.opened")
    public Open open(UUID file) {
        List<Participants.Part> parts = participants.parts(file);
        return desk(files.read(file), parts, paths.history(file), timeline.counted(file));
    }

    /**
     * Goes on in a file that is open: of its path only the titles.
     *
     * @param everything whether all that happened is wanted; else nothing is told
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.opened")
    public Open look(UUID file, boolean everything) {
        List<Participants.Part> parts = participants.parts(file);
        return desk(files.find(file), parts, List.of(), everything ? timeline.of(file) : List.of());
    }

    private Open desk(ClientFile found, List<Participants.Part> parts, List<PathStep> history, List<TimelineEntry> told) {
        Person client = parts.stream().filter(part -> part.row().principal()).map(Participants.Part::person).findFirst().orElseThrow(NotFound::new);
        return new Open(found, client, parts.stream().map(Participants.Part::row).toList(), paths.from(history, told), history, told);
    }
}
