package app.entente.archive;

import java.util.UUID;

/**
 * A row that was not taken over, or whose making stays.
 *
 * @param state {@code refused}, {@code skipped} or {@code kept}
 * @param note key of the reason; of a row that is kept, the table in which something was built on it
 * @param fileId the file it made; null when it made none
 * @param fileReference that file's reference
 * @param name whose file it is
 */
public record RowNote(int line, String state, String note, UUID fileId, String fileReference, String name) {
}
