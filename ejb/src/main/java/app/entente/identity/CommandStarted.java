package app.entente.identity;

/** A command of the outbox is to be carried out now; the feature that asked for it does it, in this transaction. */
public record CommandStarted(Command command) {
}
