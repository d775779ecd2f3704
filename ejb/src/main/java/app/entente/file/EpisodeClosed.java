package app.entente.file;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An episode ended and its file is closed.
 *
 * @param lastServiceOn day of the last service, from which the file is kept; null when there was none
 */
public record EpisodeClosed(UUID fileId, UUID episodeId, LocalDate lastServiceOn) {
}
