package app.entente.meeting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * The meeting that is proposed to follow those of a file (rule 13), and why.
 *
 * @param last the meeting whose day of the week and hour it takes
 * @param attendees who was expected at that one; empty for the file's client alone
 * @param local its date and time; null when nothing is free for twelve weeks
 * @param weeks weeks between two by the rhythm
 * @param often whether there are several a week
 * @param passed why the first time of the rhythm was passed over; null when it is the one proposed
 * @param cautions what speaks against the time proposed all the same: the hours of the practice, for somebody who always comes outside them
 */
public record NextMeeting(Meeting last, List<UUID> attendees, LocalDateTime local, int minutes, String mode, int weeks, boolean often, Caution passed,
    List<Caution> cautions) {
}
