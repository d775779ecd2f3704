package app.entente.file;

import java.util.UUID;

/** A file was opened. */
public record FileOpened(UUID fileId, UUID personId) {
}
