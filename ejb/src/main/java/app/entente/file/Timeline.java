package app.entente.file;

import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.TimelineEntry;
import app.entente.kernel.TimelinePart;
import app.entente.tenant.UseCases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Everything that happened in a file, from all the features that keep something of it (rule 13). */
@Stateless
@UseCases
public class Timeline {

    @Inject
    @Any
    Instance<TimelinePart> parts;
    @Inject
    Participants participants;

    /** All of it, latest first. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<TimelineEntry> of(UUID file) {
        return parts.stream().flatMap(part -> part.of(file).stream()).sorted(Comparator.comparing(TimelineEntry::at).reversed()).toList();
    }

    /** What the path counts or waits for, and nothing else: meetings that were held, and documents that are due. */
    @RolesAllowed(Role.PRACTITIONER)
    public List<TimelineEntry> counted(UUID file) {
        return parts.stream().flatMap(part -> part.counted(file).stream()).toList();
    }

    /** What may be handed to one participant: what was joint and what is their own, latest first; nothing of another's, nothing personal (rule 10). */
    @RolesAllowed(Role.PRACTITIONER)
    @Audited("file.part_taken")
    public List<TimelineEntry> partOf(UUID participant) {
        ParticipantRow row = participants.row(participant);
        return of(participants.fileOf(participant)).stream().filter(entry -> entry.belongsTo(row.personId())).toList();
    }
}
