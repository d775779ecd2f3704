package app.entente.file;

import java.util.UUID;

/** A closed file was opened again: another episode began. */
public record EpisodeOpened(UUID fileId, UUID episodeId) {
}
