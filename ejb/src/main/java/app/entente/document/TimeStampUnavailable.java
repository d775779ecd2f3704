package app.entente.document;

/**
 * No believable time-stamp could be had: the authority is down, slow, or answers something else than was asked. The
 * document stays unsealed; the caller keeps it as sealing and tries again later.
 */
public class TimeStampUnavailable extends Exception {

    TimeStampUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
