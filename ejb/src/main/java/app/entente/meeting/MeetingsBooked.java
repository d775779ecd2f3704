package app.entente.meeting;

import java.util.List;
import java.util.UUID;

/** Meetings to come were put into the calendar together: one, or a series. */
public record MeetingsBooked(List<UUID> meetings, UUID fileId) {
}
