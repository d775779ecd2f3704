package app.entente.file;

import app.entente.identity.Role;
import app.entente.kernel.Audited;
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

    /**
     * Opens a file to work with it, and remembers that the signed-in person did.
     *
     * @param everything whether all that happened is wanted; else what the path counts
     */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.opened")
    public Open open(UUID file, boolean everything) {
        ClientFile found = files.read(file);
        List<TimelineEntry> told = everything ? timeline.of(file) : timeline.counted(file);
        List<PathStep> history = paths.history(file);
        return new Open(found, files.client(file), participants.ofFile(file), paths.from(history, told), history, told);
    }
}
