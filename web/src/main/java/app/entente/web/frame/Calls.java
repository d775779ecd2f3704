package app.entente.web.frame;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Finds the method that a page calls, such as {@code row.name()}, once for each class. The platform's own resolver looks through all methods of the
 * class at every call, which was an eighth of what a list of fifty rows cost. Overloads and everything but our own types are left to it.
 */
public class Calls extends ELResolver {

    private static final ClassValue<Map<String, Optional<Method>>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    @Override
    public Object invoke(ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
        if (base == null || !(name instanceof String word) || types != null || !base.getClass().getName().startsWith("app.entente.")) {
            return null;
        }
        int count = arguments == null ? 0 : arguments.length;
        Optional<Method> method = KNOWN.get(base.getClass()).computeIfAbsent(word + "/" + count, key -> only(base.getClass(), word, count));
        if (method.isEmpty()) {
            return null;
        }
        Object[] given = new Object[count];
        for (int i = 0; i < count; i++) {
            given[i] = context.convertToType(arguments[i], method.get().getParameterTypes()[i]);
        }
        try {
            Object answer = method.get().invoke(base, given);
            context.setPropertyResolved(base, name);
            return answer;
        } catch (InvocationTargetException e) {
            throw new ELException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new ELException(e);
        }
    }

    /** The one method of that name that takes so many arguments; empty when there is another one or none. */
    private static Optional<Method> only(Class<?> type, String name, int count) {
        List<Method> candidates = Stream.of(type.getMethods())
            .filter(method -> method.getName().equals(name) && method.getParameterCount() == count && !method.isBridge() && !method.isVarArgs()).toList();
        return candidates.size() == 1 && Modifier.isPublic(candidates.get(0).getDeclaringClass().getModifiers()) ? Optional.of(candidates.get(0)) : Optional.empty();
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // a call sets nothing
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }
}
