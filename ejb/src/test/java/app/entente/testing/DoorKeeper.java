package app.entente.testing;

import jakarta.annotation.Priority;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ApplicationException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;

/** What the server does before a call reaches an enterprise bean: roles, a transaction, the rules written on parameters. */
@Interceptor
@Door
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class DoorKeeper {

    private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

    @AroundInvoke
    Object enter(InvocationContext call) throws Exception {
        Method method = call.getMethod();
        if (!Modifier.isPublic(method.getModifiers())) {
            return call.proceed();
        }
        letIn(method);
        return switch (attribute(method)) {
            case REQUIRES_NEW -> Transactions.begin(Features.unit(), () -> proceed(call));
            case NOT_SUPPORTED, NEVER -> Transactions.suspend(() -> proceed(call));
            case SUPPORTS, MANDATORY, REQUIRED -> Transactions.active() ? join(call) : Transactions.begin(Features.unit(), () -> proceed(call));
        };
    }

    private static void letIn(Method method) {
        RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
        boolean open = method.isAnnotationPresent(PermitAll.class);
        if (roles == null && !open) {
            Class<?> bean = method.getDeclaringClass();
            roles = bean.getAnnotation(RolesAllowed.class);
            open = roles == null && !bean.isAnnotationPresent(DenyAll.class);
        }
        if (!open && (roles == null || List.of(roles.value()).stream().noneMatch(InWorkspace.rolesHere()::contains))) {
            throw new EJBAccessException(method.getDeclaringClass().getSimpleName() + "." + method.getName() + " is not for " + InWorkspace.rolesHere());
        }
    }

    private static TransactionAttributeType attribute(Method method) {
        TransactionAttribute attribute = method.getAnnotation(TransactionAttribute.class);
        if (attribute == null) {
            attribute = method.getDeclaringClass().getAnnotation(TransactionAttribute.class);
        }
        return attribute == null ? TransactionAttributeType.REQUIRED : attribute.value();
    }

    private static Object join(InvocationContext call) throws Exception {
        try {
            return proceed(call);
        } catch (RuntimeException e) {
            ApplicationException ours = e.getClass().getAnnotation(ApplicationException.class);
            if (ours == null || ours.rollback()) {
                Transactions.undo();
            }
            throw e;
        }
    }

    private static Object proceed(InvocationContext call) throws Exception {
        Set<ConstraintViolation<Object>> broken = VALIDATOR.forExecutables().validateParameters(call.getTarget(), call.getMethod(), call.getParameters());
        if (!broken.isEmpty()) {
            throw new ConstraintViolationException(broken);
        }
        return call.proceed();
    }
}
