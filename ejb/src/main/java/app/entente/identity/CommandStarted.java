package app.entente.identity;

import java.util.UUID;

/**
 * A command of the outbox is to be carried out now; whoever asked for its kind does it, in this transaction.
 *
 * @param kind what is to be done
 * @param subjectId for what
 */
public record CommandStarted(String kind, UUID subjectId) {
}
