package app.entente.agreement;

import java.time.Instant;

/**
 * A sealed document of an agreement, to be taken away.
 *
 * @param sealedAt when it was sealed, UTC
 * @param bytes the PDF as it is kept
 */
public record SealedCopy(Instant sealedAt, byte[] bytes) {
}
