package app.entente.identity;

import jakarta.ejb.ApplicationException;

/** The identity provider will not do it; asking again changes nothing until a person has looked. */
@ApplicationException(rollback = true)
public class DirectoryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason for the person who looks; no personal data */
    public DirectoryRefused(String reason) {
        super(reason);
    }
}
