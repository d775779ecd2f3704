package app.entente.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;

/** Readings that this request has left in the trail already: a page that asks twice for the same thing does not ask the database again. */
@RequestScoped
class ReadHere {

    private final List<AuditEntry> entries = new ArrayList<>();

    boolean already(AuditEntry entry) {
        return entry.reading() && entries.stream().anyMatch(entry::repeats);
    }

    void remember(AuditEntry entry) {
        if (entry.reading()) {
            entries.add(entry);
        }
    }
}
