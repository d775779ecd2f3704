package app.entente.identity;

/** How far a command of the outbox is. */
public enum CommandState {
    /** Nobody has asked. */
    NONE,
    /** It will be carried out in a moment. */
    WAITING,
    /** It has failed at least once and is tried again by itself. */
    DELAYED,
    /** It needs a person. */
    PARKED,
    /** It was carried out. */
    DONE
}
