package app.entente.web.meeting;

import app.entente.kernel.NotFound;
import app.entente.meeting.MyMeetings;
import app.entente.web.frame.Download;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Gives a client one of their meetings, to be put into a calendar. */
@ApplicationScoped
public class MeetingDownload implements Download {

    @Inject
    private MyMeetings meetings;

    @Override
    public String kind() {
        return "meeting";
    }

    /** A practitioner has the private calendar address for that. */
    @Override
    public Content forPractice(UUID id) {
        throw new NotFound();
    }

    @Override
    public Content forClient(UUID id) {
        return new Content("entente.ics", "text/calendar; charset=UTF-8; method=PUBLISH", meetings.calendar(id).getBytes(StandardCharsets.UTF_8));
    }
}
