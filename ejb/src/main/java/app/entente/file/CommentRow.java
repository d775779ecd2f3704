package app.entente.file;

import java.time.Instant;
import java.util.UUID;

/**
 * A comment on a file.
 *
 * @param author what the one who wrote it is called here
 * @param role {@code practitioner} or {@code supervisor}
 * @param writtenAt UTC
 */
public record CommentRow(UUID id, String author, String role, String body, Instant writtenAt) {
}
