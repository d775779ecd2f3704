package app.entente.testing;

import java.util.concurrent.Callable;

/** How many SQL statements some work takes, those that set the workspace included. */
public final class Statements {

    private Statements() {
    }

    /** Counts while the work runs; nobody else may work meanwhile. */
    public static long during(Callable<?> work) throws Exception {
        long before = FewConnections.prepared();
        work.call();
        return FewConnections.prepared() - before;
    }
}
