package app.entente.file;

import java.util.UUID;

/** A file was destroyed. A feature that holds words of it erases them in the same transaction. */
public record FileDestroyed(UUID fileId) {
}
