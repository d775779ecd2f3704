package app.entente.audit;

import app.entente.identity.Caller;
import app.entente.identity.Role;
import app.entente.kernel.Audited;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.tenant.CurrentTenant;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.Objects;
import java.util.UUID;
import java.util.logging.Logger;

/** Stands around every audited use case, inside the two locks, and notes the ones that succeed for the end of the transaction (rules 1 and 3). */
@Interceptor
@Audited("")
@Priority(Interceptor.Priority.APPLICATION + 10)
public class AuditTrail {

    private static final Set<String> READINGS = Set.of("opened", "read", "listed", "previewed", "shown");
    private static final Logger SECURITY = Logger.getLogger("app.entente.security");

    @Inject
    private Caller caller;
    @Inject
    private CurrentTenant tenant;
    @Inject
    private ReadHere read;
    @Inject
    private AuditQueries queries;
    @Resource
    private TransactionSynchronizationRegistry transaction;

    @AroundInvoke
    Object note(InvocationContext call) throws Exception {
        PendingEntries pending = PendingEntries.of(transaction, queries, read);
        String kind = call.getMethod().getAnnotation(Audited.class).value();
        boolean outermost = pending.enter();
        try {
            Object answer = call.proceed();
            if (outermost) {
                pending.add(entry(kind, call, answer));
            }
            return answer;
        } catch (NotFound | BusinessRuleViolation e) {
            if (outermost) {
                SECURITY.info(() -> "refused: " + kind + " by " + role() + " " + caller.accountId() + " from " + caller.address() + " in "
                    + tenant.id() + ": " + e.getMessage());
            }
            throw e;
        } finally {
            pending.leave();
        }
    }

    private AuditEntry entry(String kind, InvocationContext call, Object answer) {
        UUID person = caller.personId() != null ? caller.personId() : given(call, "person", "personId");
        return new AuditEntry(kind, READINGS.contains(kind.substring(kind.indexOf('.') + 1)), caller.accountId(), role(), subject(call, answer),
            given(call, "file", "fileId"), person, Map.of("address", caller.address(), "device", caller.device(), "level", String.valueOf(caller.level())));
    }

    private String role() {
        if (!caller.signedIn()) {
            return caller.address().isEmpty() ? "system" : "visitor";
        }
        if (!caller.role().isEmpty()) {
            return caller.role();
        }
        return caller.personId() == null ? Role.PRACTITIONER : Role.CLIENT;
    }

    private static UUID subject(InvocationContext call, Object answer) {
        if (answer instanceof UUID made) {
            return made;
        }
        // The server answers null for a method without parameters.
        for (Object argument : Objects.requireNonNullElse(call.getParameters(), new Object[0])) {
            if (argument instanceof UUID given) {
                return given;
            }
        }
        return answer == null ? null : identifier(answer);
    }

    private static UUID identifier(Object answer) {
        for (String name : new String[] {"getId", "id"}) {
            try {
                Method method = answer.getClass().getMethod(name);
                if (method.invoke(answer) instanceof UUID id) {
                    return id;
                }
            } catch (ReflectiveOperationException e) {
                // The answer has no identifier of that name to tell.
                continue;
            }
        }
        return null;
    }

    private static UUID given(InvocationContext call, String name, String longer) {
        Parameter[] parameters = call.getMethod().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if ((parameters[i].getName().equals(name) || parameters[i].getName().equals(longer)) && call.getParameters()[i] instanceof UUID id) {
                return id;
            }
        }
        return null;
    }
}
