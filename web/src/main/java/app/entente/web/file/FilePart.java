package app.entente.web.file;

import app.entente.file.ParticipantRow;
import app.entente.file.Participants;
import app.entente.file.Timeline;
import app.entente.kernel.Ids;
import app.entente.kernel.TimelineEntry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.omnifaces.cdi.Param;

/** What would be handed to one participant of a file: what was joint and what is their own. */
@Named
@RequestScoped
public class FilePart {

    @Inject
    private Participants participants;
    @Inject
    private Timeline timeline;
    @Inject
    @Param
    private String id;
    private UUID file;
    private ParticipantRow row;
    private List<TimelineEntry> entries;

    @PostConstruct
    void load() {
        UUID participant = Ids.parse(id);
        row = participants.row(participant);
        file = participants.fileOf(participant);
        entries = timeline.partOf(participant);
    }

    public UUID getFile() {
        return file;
    }

    public ParticipantRow getRow() {
        return row;
    }

    public List<TimelineEntry> getTold() {
        return entries;
    }
}
