package app.entente.tenant;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * A question the database did not answer is not asked again: a transaction whose connection is gone is over, and EclipseLink by itself would wait five
 * seconds before each of three further attempts, while the database has long been there for everybody else.
 */
public class OneTry implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getLogin().setQueryRetryAttemptCount(0);
    }
}
