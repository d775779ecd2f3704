package app.entente.member;

import app.entente.identity.Role;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who sees what, read at start-up from the roles that stand on the boundaries: from the same words that the container enforces (rule 9). What no
 * person of a workspace may call (the operator's and the platform's own) is not in it.
 */
@Singleton
@Startup
public class OpeningsTable {

    @Inject
    BeanManager beans;
    private List<Opening> table = List.of();

    @PostConstruct
    void read() {
        table = table(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream().map(Bean::getBeanClass)
            .filter(type -> type.isAnnotationPresent(Stateless.class)).collect(Collectors.toSet()));
    }

    /** The table: a line for each capability that some boundary offers. */
    public List<Opening> table() {
        return table;
    }

    /** The table of these boundaries. */
    static List<Opening> table(Collection<Class<?>> boundaries) {
        Map<Capability, List<Set<String>>> roles = new EnumMap<>(Capability.class);
        boundaries.stream().flatMap(OpeningsTable::guarded).forEach(method -> Capability.of(feature(method), method.getDeclaringClass().getSimpleName(), method.getName())
            .ifPresent(capability -> roles.computeIfAbsent(capability, c -> new ArrayList<>()).add(roles(method))));
        return roles.entrySet().stream().map(line -> new Opening(line.getKey(), extents(line.getValue()))).toList();
    }

    /** The methods of a boundary that somebody of a workspace may call. */
    static Stream<Method> guarded(Class<?> boundary) {
        return Arrays.stream(boundary.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
            .filter(method -> roles(method).stream().anyMatch(Openings.ROLES::contains));
    }

    static String feature(Method method) {
        String name = method.getDeclaringClass().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static Set<String> roles(Method method) {
        RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
        return roles == null ? Set.of() : Set.of(roles.value());
    }

    private static Map<String, Opening.Extent> extents(List<Set<String>> methods) {
        Map<String, Opening.Extent> extents = new LinkedHashMap<>();
        List<Set<String>> ofThePractice = methods.stream().filter(roles -> roles.contains(Role.PRACTITIONER) || roles.contains(Role.ASSISTANT)
            || roles.contains(Role.SUPERVISOR)).toList();
        for (String role : Openings.ROLES) {
            long may = methods.stream().filter(roles -> roles.contains(role)).count();
            extents.put(role, may == 0 ? Opening.Extent.NONE : Role.CLIENT.equals(role) ? Opening.Extent.OWN
                : may == ofThePractice.size() ? Opening.Extent.ALL : Opening.Extent.SOME);
        }
        return extents;
    }
}
