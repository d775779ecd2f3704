package app.entente.member;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.identity.Role;
import app.entente.testing.Features;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who sees what: generated from the roles on the boundaries, and nothing is left out of it. */
class OpeningsTest {

    /** Features that are still to come; their line waits for them. */
    private static final Set<String> TO_COME = Set.of("payment", "assessment", "closing", "plan", "scale", "support", "workspace", "notification",
        "identity", "document", "catalogue");
    private static final Set<String> OF_THE_PLATFORM = Set.of(Role.OPERATOR, Role.PERSON);

    private final List<Class<?>> boundaries = Features.classes().stream().filter(type -> type.isAnnotationPresent(Stateless.class)).toList();

    @Test
    void every_method_with_a_role_is_in_exactly_one_line_or_is_the_platforms_own() {
        List<String> nowhere = new ArrayList<>();
        guarded().forEach(method -> {
            boolean platform = OF_THE_PLATFORM.containsAll(List.of(method.getAnnotation(RolesAllowed.class).value()));
            boolean line = Capability.of(OpeningsTable.feature(method), method.getDeclaringClass().getSimpleName(), method.getName()).isPresent();
            if (!platform && !line) {
                nowhere.add(method.getDeclaringClass().getSimpleName() + "." + method.getName());
            }
        });
        assertThat(nowhere).isEmpty();
        assertThat(guarded().count()).isGreaterThan(60);
    }

    @Test
    void no_door_is_named_by_two_lines() {
        List<String> doors = Arrays.stream(Capability.values()).flatMap(capability -> capability.doors().stream()).toList();
        assertThat(doors).doesNotHaveDuplicates();
    }

    @Test
    void every_door_that_a_line_names_is_there() {
        Set<String> known = new TreeSet<>(TO_COME);
        guarded().forEach(method -> {
            known.add(OpeningsTable.feature(method));
            known.add(method.getDeclaringClass().getSimpleName());
            known.add(method.getDeclaringClass().getSimpleName() + "." + method.getName());
        });
        assertThat(Arrays.stream(Capability.values()).flatMap(capability -> capability.doors().stream())).isSubsetOf(known);
    }

    @Test
    void the_practitioner_may_all_but_what_is_a_supervisors_own() {
        assertThat(table().stream().filter(line -> !line.extent(Role.PRACTITIONER).equals("all")).map(Opening::capability)).containsExactly(Capability.ENTRUSTED);
    }

    @Test
    void an_assistant_has_calendar_receipts_and_contacts_and_no_word_of_what_is_said() {
        assertThat(linesOf(Role.ASSISTANT)).containsExactlyInAnyOrder(Capability.CONTACTS, Capability.MEETINGS, Capability.RECEIPTS, Capability.SERVICES,
            Capability.DESK_SEARCH);
    }

    @Test
    void a_supervisor_has_the_entrusted_files_their_agreements_state_and_what_is_signed_in_them() {
        assertThat(linesOf(Role.SUPERVISOR)).containsExactlyInAnyOrder(Capability.ENTRUSTED, Capability.COMMENTS, Capability.AGREEMENT_STATES,
            Capability.SIGNED_NOTES);
    }

    @Test
    void a_line_tells_some_from_all() {
        assertThat(OpeningsTable.table(List.of(Two.class))).singleElement()
            .satisfies(line -> assertThat(line.extent(Role.ASSISTANT)).isEqualTo("some"))
            .satisfies(line -> assertThat(line.extent(Role.PRACTITIONER)).isEqualTo("all"))
            .satisfies(line -> assertThat(line.extent(Role.CLIENT)).isEqualTo("own"));
    }

    /** Two methods of the team's line. */
    @Stateless
    static class Two {
        @RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})
        public void one() {
        }

        @RolesAllowed({Role.PRACTITIONER, Role.CLIENT})
        public void other() {
        }
    }

    private Set<Capability> linesOf(String role) {
        return table().stream().filter(line -> !line.extent(role).equals("none")).map(Opening::capability).collect(Collectors.toSet());
    }

    private List<Opening> table() {
        return OpeningsTable.table(boundaries);
    }

    private Stream<Method> guarded() {
        return boundaries.stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .filter(method -> Modifier.isPublic(method.getModifiers()) && method.isAnnotationPresent(RolesAllowed.class));
    }
}
