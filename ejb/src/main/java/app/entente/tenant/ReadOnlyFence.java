package app.entente.tenant;

import app.entente.kernel.BusinessRuleViolation;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;

/** Refuses with {@code frame.read_only} what a request would change that may only read. PostgreSQL would refuse it as well, later. */
public class ReadOnlyFence {

    @PrePersist
    @PreUpdate
    @PreRemove
    void refuse(Object entity) {
        if (!entity.getClass().isAnnotationPresent(WrittenAlways.class) && onlyReading()) {
            throw new BusinessRuleViolation("frame.read_only");
        }
    }

    private static boolean onlyReading() {
        try {
            return CDI.current().select(CurrentTenant.class).get().readOnly();
        } catch (ContextNotActiveException e) {
            // No request at all, so none that may only read.
            return false;
        }
    }
}
