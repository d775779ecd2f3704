package app.entente.web.note;

import app.entente.assessment.Assessments;
import app.entente.closing.Closings;
import app.entente.note.EntryRow;
import app.entente.note.Notes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Begins something to write, from whatever page, and leads there. */
@Named
@RequestScoped
public class NoteBegin {

    @Inject
    private Notes notes;
    @Inject
    private Assessments assessments;
    @Inject
    private Closings closings;

    /** The note of a meeting: written on, or read when it is signed. */
    public String ofMeeting(UUID meeting) {
        UUID id = notes.ofMeeting(meeting);
        EntryRow row = notes.ofMeetings(List.of(meeting)).get(meeting);
        return (row != null && row.signed() ? "/note/show?faces-redirect=true&id=" : "/note/write?faces-redirect=true&id=") + id;
    }

    /** A note of a file without a meeting. */
    public String ofFile(UUID file) {
        return "/note/write?faces-redirect=true&id=" + notes.ofFile(file);
    }

    /** The assessment of a file. */
    public String assessment(UUID file) {
        return "/note/write?faces-redirect=true&id=" + assessments.begin(file);
    }

    /** The closing summary of a file. */
    public String closing(UUID file) {
        return "/note/write?faces-redirect=true&id=" + closings.begin(file);
    }
}
