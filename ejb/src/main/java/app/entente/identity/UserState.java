package app.entente.identity;

/** How the identity provider has somebody. */
enum UserState {
    /** There, and may sign in. */
    ENABLED,
    /** There, and may not sign in. */
    DISABLED,
    /** Not there. */
    MISSING,
    /** An operator's: out of our reach. */
    HIDDEN
}
