package app.entente.meeting;

import java.util.List;
import java.util.UUID;

/** Meetings to come are at another time, or take place otherwise. */
public record MeetingsMoved(List<UUID> meetings, UUID fileId) {
}
