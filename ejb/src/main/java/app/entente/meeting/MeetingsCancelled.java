package app.entente.meeting;

import java.util.List;
import java.util.UUID;

/**
 * Meetings will not take place.
 *
 * @param byClient whether the client cancelled; else the practitioner did
 */
public record MeetingsCancelled(List<UUID> meetings, UUID fileId, boolean byClient) {
}
