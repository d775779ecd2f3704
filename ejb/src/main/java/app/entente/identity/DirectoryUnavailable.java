package app.entente.identity;

import jakarta.ejb.ApplicationException;

/** The identity provider does not answer, or cannot just now; asking again later may help. */
@ApplicationException(rollback = true)
public class DirectoryUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DirectoryUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }
}
