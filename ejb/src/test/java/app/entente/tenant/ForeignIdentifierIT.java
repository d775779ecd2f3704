package app.entente.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.kernel.NotFound;
import app.entente.person.PersonDetails;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.RealDatabase.As;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whatever takes an identifier answers one of another workspace exactly as one that nobody has, and leaves that workspace as it was. Asked of
 * every boundary there is, found by reflection, with identifiers of every kind of row that the demo holds.
 */
class ForeignIdentifierIT {

    /** Boundaries that have to be able to say more than «not found» when the identifier is nobody's, and why. */
    private static final Map<String, String> SAY_SOMETHING_ELSE = Map.of(
        "Evidence.add", "writes: the foreign key refuses",
        "Evidence.firstBroken", "a chain without entries has no broken one",
        "Portals.open", "somebody who takes part in no file keeps the space they were given",
        "Seats.openPortal", "writes: the foreign key refuses",
        "Seats.seatOwner", "writes: the foreign key refuses",
        "Supervision.entrust", "one of the two is asked for by a file's reference, and says that no file has it",
        "Supervision.read", "for supervisors alone, whom SupervisionIT sends here",
        "SigningWork.finish", "what is gone meanwhile needs no more work: that is said to the round, and nothing of it",
        "Seats.take", "writes: the foreign key refuses");

    /** Doors for other features only: they keep a note of one's own under whatever identifier they are given, and look at no row of it. */
    private static final Set<String> KEEP_NOTES = Set.of("Outbox.ask", "Outbox.state");

    private static final String MAUDE = "maude-lavigne";
    private static final String CAMILLE = "camille-aubry";

    private static UUID victim;
    private static UUID mine;
    private static InWorkspace camille;
    private static Map<String, UUID> theirRows;
    private static Map<String, UUID> myRows;

    @BeforeAll
    static void the_two_demo_practices() throws Exception {
        Features.demo();
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            victim = one(superuser, "select id from workspace where slug = '" + MAUDE + "'");
            mine = one(superuser, "select id from workspace where slug = '" + CAMILLE + "'");
            theirRows = rows(superuser, victim);
            myRows = rows(superuser, mine);
            UUID account = one(superuser, "select account_id from membership where tenant_id = '" + mine + "'");
            UUID person = one(superuser, "select id from person where tenant_id = '" + mine + "' order by id limit 1");
            InWorkspace practitioner = InWorkspace.practitioner(mine);
            camille = new InWorkspace(mine, Set.of("practitioner", "client", "person"), practitioner.login(), account, person);
        }
    }

    @Test
    void the_demo_holds_rows_to_try_with() {
        assertThat(theirRows).containsKeys("person", "client_file", "participant", "practice", "service", "membership", "portal_access");
    }

    @Test
    void is_answered_like_an_unknown_one_by_every_boundary() throws Exception {
        String before = fingerprint(victim);
        List<String> differences = new ArrayList<>();
        int asked = 0;
        for (Method method : takingIdentifiers()) {
            for (int position : identifierPositions(method)) {
                String unknown = outcome(method, position, UUID.randomUUID());
                for (Map.Entry<String, UUID> row : theirRows.entrySet()) {
                    asked++;
                    String foreign = outcome(method, position, row.getValue());
                    if (!foreign.equals(unknown)) {
                        differences.add(name(method) + " tells a foreign " + row.getKey() + " from an unknown one: " + foreign + " / " + unknown);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(asked).isGreaterThan(200);
        assertThat(fingerprint(victim)).as("rows of the other workspace").isEqualTo(before);
    }

    @Test
    void an_unknown_one_is_not_found() throws Exception {
        List<String> others = new ArrayList<>();
        for (Method method : takingIdentifiers()) {
            boolean simple = Stream.of(method.getParameterTypes()).allMatch(t -> t == UUID.class || t == String.class || t.isPrimitive());
            String outcome = outcome(method, identifierPositions(method).get(0), UUID.randomUUID());
            if (simple && !Set.of("NotFound", "nothing").contains(outcome) && !SAY_SOMETHING_ELSE.containsKey(name(method))) {
                others.add(name(method) + ": " + outcome);
            }
        }
        assertThat(others).isEmpty();
    }

    private static List<Method> takingIdentifiers() {
        return Features.classes().stream().filter(type -> type.isAnnotationPresent(UseCases.class))
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic() && !identifierPositions(method).isEmpty()
                && !KEEP_NOTES.contains(name(method)))
            .sorted(java.util.Comparator.comparing(ForeignIdentifierIT::name)).toList();
    }

    private static List<Integer> identifierPositions(Method method) {
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < method.getParameterCount(); i++) {
            if (method.getParameterTypes()[i] == UUID.class) {
                positions.add(i);
            }
        }
        return positions;
    }

    /** What comes of the call, without identifiers and numbers, so that two calls can be compared. */
    private static String outcome(Method method, int position, UUID identifier) throws Exception {
        Object[] arguments = Stream.of(method.getParameters()).map(ForeignIdentifierIT::plausible).toArray();
        arguments[position] = identifier;
        try {
            return camille.withoutTrace(() -> describe(method.invoke(Features.get(method.getDeclaringClass()), arguments)));
        } catch (InvocationTargetException | RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null && !(cause instanceof NotFound)) {
                cause = cause.getCause();
            }
            return cause instanceof NotFound ? "NotFound" : neutral(cause.getClass().getSimpleName() + " " + cause.getMessage());
        }
    }

    private static String describe(Object result) {
        if (result == null || Optional.empty().equals(result) || Boolean.FALSE.equals(result)
            || result instanceof Collection<?> several && several.isEmpty() || result instanceof byte[] bytes && bytes.length == 0) {
            return "nothing";
        }
        return neutral(result.getClass().getSimpleName() + " " + result);
    }

    private static String neutral(String text) {
        return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID").replaceAll("@[0-9a-f]+", "").replaceAll("\\d+", "9");
    }

    /** Something that lets the call get as far as the identifier: a row of one's own where the parameter's name says which. */
    private static Object plausible(Parameter parameter) {
        Class<?> type = parameter.getType();
        if (type == UUID.class) {
            return myRows.getOrDefault(parameter.getName(), myRows.getOrDefault("client_" + parameter.getName(), UUID.randomUUID()));
        } else if (type == String.class) {
            return parameter.getName().equals("mode") ? "phone" : "fr";
        } else if (type == int.class || type == long.class) {
            return type == int.class ? (Object) 50 : (Object) 50L;
        } else if (type == boolean.class) {
            return false;
        } else if (type == LocalDate.class) {
            return LocalDate.now().plusDays(1);
        } else if (type == LocalDateTime.class) {
            return LocalDateTime.now().plusDays(1);
        } else if (type == Map.class) {
            return Map.of();
        } else if (type == Set.class) {
            return Set.of();
        } else if (type.isAssignableFrom(List.class)) {
            return List.of();
        } else if (type == PersonDetails.class) {
            PersonDetails details = new PersonDetails();
            details.setGivenName("Ada");
            details.setFamilyName("Example");
            return details;
        }
        return null;
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** One row of each tenant table of a workspace. */
    private static Map<String, UUID> rows(Connection superuser, UUID workspace) throws SQLException {
        Map<String, UUID> rows = new TreeMap<>();
        for (String table : tables(superuser)) {
            List<List<String>> found = RealDatabase.rows(superuser, "select id from " + table + " where tenant_id = '" + workspace + "' order by id limit 1");
            if (!found.isEmpty()) {
                rows.put(table, UUID.fromString(found.get(0).get(0)));
            }
        }
        return rows;
    }

    private static String fingerprint(UUID workspace) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection superuser = RealDatabase.get().connect(As.SUPERUSER)) {
            for (String table : tables(superuser)) {
                all.append(table).append(' ').append(RealDatabase.rows(superuser,
                    "select count(*), md5(string_agg(t::text, ' ' order by id)) from " + table + " t where tenant_id = '" + workspace + "'")).append('\n');
            }
        }
        return all.toString();
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return RealDatabase.rows(connection, "select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid and p.polname = 'tenant_isolation' order by 1")
            .stream().map(row -> row.get(0)).toList();
    }

    private static UUID one(Connection connection, String sql) throws SQLException {
        return UUID.fromString(RealDatabase.rows(connection, sql).get(0).get(0));
    }
}
