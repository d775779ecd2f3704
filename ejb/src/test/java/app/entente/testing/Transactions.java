package app.entente.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The server's transactions, one at a time on a thread: who begins one, who joins it, and what is told at its end. */
@Dependent
final class Transactions {

    /** One transaction: its persistence context, its notes and those who wait for its end. */
    private static final class Open {
        private final EntityManager em;
        private final Map<Object, Object> notes = new HashMap<>();
        private final List<Synchronization> waiting = new ArrayList<>();
        private boolean rollbackOnly;

        private Open(EntityManager em) {
            this.em = em;
        }
    }

    private static final ThreadLocal<Open> CURRENT = new ThreadLocal<>();

    private Transactions() {
    }

    static boolean active() {
        return CURRENT.get() != null;
    }

    static void onEnd(Synchronization synchronization) {
        current().waiting.add(synchronization);
    }

    /** Runs the work in a transaction of its own; it is undone when the work throws. */
    static <T> T begin(EntityManagerFactory unit, Callable<T> work) throws Exception {
        Open before = CURRENT.get();
        Open mine = new Open(unit.createEntityManager());
        CURRENT.set(mine);
        boolean committed = false;
        try {
            mine.em.getTransaction().begin();
            T result = work.call();
            if (!mine.rollbackOnly) {
                // The persistence context writes what it has before the interposed ones are told.
                mine.em.flush();
                List.copyOf(mine.waiting).forEach(Synchronization::beforeCompletion);
                mine.em.getTransaction().commit();
                committed = true;
            }
            return result;
        } finally {
            try {
                if (mine.em.getTransaction().isActive()) {
                    mine.em.getTransaction().rollback();
                }
                mine.em.close();
            } finally {
                // Whatever became of the connection, the thread is free for its next transaction.
                CURRENT.set(before);
            }
            for (Synchronization each : mine.waiting) {
                each.afterCompletion(committed ? Status.STATUS_COMMITTED : Status.STATUS_ROLLEDBACK);
            }
        }
    }

    /** Runs the work outside any transaction; the one there was goes on afterwards. */
    static <T> T suspend(Callable<T> work) throws Exception {
        Open before = CURRENT.get();
        CURRENT.remove();
        try {
            return work.call();
        } finally {
            CURRENT.set(before);
        }
    }

    /** The transaction that is open now can no longer be kept. */
    static void undo() {
        current().rollbackOnly = true;
    }

    static EntityManager em() {
        return current().em;
    }

    /** What features hold: leads to the persistence context of the transaction they are called in. */
    @Produces
    @ApplicationScoped
    static EntityManager entityManager() {
        return (EntityManager) Proxy.newProxyInstance(EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, arguments) -> {
            try {
                return method.invoke(em(), arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    @Produces
    @ApplicationScoped
    static TransactionSynchronizationRegistry registry() {
        return new TransactionSynchronizationRegistry() {
            @Override
            public Object getTransactionKey() {
                return CURRENT.get();
            }

            @Override
            public void putResource(Object key, Object value) {
                current().notes.put(key, value);
            }

            @Override
            public Object getResource(Object key) {
                return current().notes.get(key);
            }

            @Override
            public void registerInterposedSynchronization(Synchronization synchronization) {
                onEnd(synchronization);
            }

            @Override
            public int getTransactionStatus() {
                return !active() ? Status.STATUS_NO_TRANSACTION : current().rollbackOnly ? Status.STATUS_MARKED_ROLLBACK : Status.STATUS_ACTIVE;
            }

            @Override
            public void setRollbackOnly() {
                undo();
            }

            @Override
            public boolean getRollbackOnly() {
                return current().rollbackOnly;
            }
        };
    }

    /** The operator's own door to the database, the only data source that a feature holds itself. */
    @Produces
    @ApplicationScoped
    static DataSource operator() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(RealDatabase.get().url());
        source.setUser(RealDatabase.As.OPERATOR.role());
        source.setPassword("");
        return source;
    }

    private static Open current() {
        Open open = CURRENT.get();
        if (open == null) {
            throw new IllegalStateException("no transaction: a boundary reads and writes inside one");
        }
        return open;
    }
}
