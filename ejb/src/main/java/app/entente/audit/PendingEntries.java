package app.entente.audit;

import jakarta.json.JsonArrayBuilder;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The entries of one transaction, handed to the database in one call just before its end. It is registered as an interposed synchronisation: the
 * persistence context has written its changes by then, and the chain's head is the last row that is locked (rule 3).
 */
final class PendingEntries implements Synchronization {

    private final Consumer<String> recorder;
    private final ReadHere read;
    private final List<AuditEntry> entries = new ArrayList<>();
    private int depth;

    private PendingEntries(Consumer<String> recorder, ReadHere read) {
        this.recorder = recorder;
        this.read = read;
    }

    /** The entries of the current transaction; made and registered when there are none yet. */
    static PendingEntries of(TransactionSynchronizationRegistry transaction, AuditQueries queries, ReadHere read) {
        PendingEntries pending = (PendingEntries) transaction.getResource(PendingEntries.class);
        if (pending == null) {
            pending = new PendingEntries(queries.recorder(), read);
            transaction.putResource(PendingEntries.class, pending);
            transaction.registerInterposedSynchronization(pending);
        }
        return pending;
    }

    /** Goes into an audited use case; answers whether it is not called from within another one. */
    boolean enter() {
        return depth++ == 0;
    }

    void leave() {
        depth--;
    }

    void add(AuditEntry entry) {
        if (entries.stream().noneMatch(entry::repeats) && !read.already(entry)) {
            entries.add(entry);
        }
    }

    @Override
    public void beforeCompletion() {
        if (!entries.isEmpty()) {
            JsonArrayBuilder json = AuditEntry.JSON.createArrayBuilder();
            entries.forEach(entry -> json.add(entry.json()));
            recorder.accept(json.build().toString());
        }
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            entries.forEach(read::remember);
        }
    }
}
