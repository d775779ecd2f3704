package app.entente.archive;

import java.util.UUID;

/**
 * A row that seems to be here already, or earlier in the file.
 *
 * @param name who it is about, whose meeting, or the number of the receipt
 * @param fileId the file of the one who is here; null when it is an earlier row
 * @param fileReference that file's reference; null when it is an earlier row
 */
public record Twin(int line, String name, UUID fileId, String fileReference) {
}
