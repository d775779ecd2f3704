package app.entente.document;

import jakarta.ejb.ApplicationException;

/** An encrypted document does not open: wrong key, changed bytes, or a row of another tenant or document. */
@ApplicationException(rollback = true)
public class EnvelopeRefused extends RuntimeException {

    EnvelopeRefused(String message) {
        super(message);
    }

    EnvelopeRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
