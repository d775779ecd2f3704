package app.entente.kernel;

import jakarta.ejb.ApplicationException;

/** What was asked for does not exist here. A thing of another workspace is answered in exactly the same way. */
@ApplicationException(rollback = true)
public class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound() {
        super("not found");
    }
}
