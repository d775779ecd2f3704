package app.entente;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.interceptor.AroundTimeout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What anybody may call, whoever they are. A use case that no screen calls is tried by no journey: were it opened to everybody, nobody would see it. So each
 * one that is open stands on a list, with its reason.
 */
@AnalyzeClasses(packages = "app.entente", importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.FeaturesOnly.class})
class OpenDoorsTest {

    private static final String LIST = "open-doors.txt";

    @ArchTest
    static void what_anybody_may_call_is_on_the_list(JavaClasses features) throws IOException {
        assertThat(open(features)).as("open to everybody and not on the list").isSubsetOf(listed().keySet());
    }

    @ArchTest
    static void what_is_on_the_list_is_open(JavaClasses features) throws IOException {
        assertThat(listed().keySet()).as("on the list and not open").isSubsetOf(open(features));
    }

    @ArchTest
    static void the_list_is_in_order_and_gives_each_its_reason(JavaClasses features) throws IOException {
        assertThat(lines().map(line -> line.split(" = ")[0]).toList()).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
        assertThat(listed().values()).allMatch(reason -> reason.length() > 10);
    }

    private static List<String> open(JavaClasses features) {
        return features.stream().filter(OpenDoorsTest::enterprise).flatMap(bean -> bean.getAllMethods().stream().filter(method -> business(method) && open(method, bean))
            .map(method -> bean.getSimpleName() + "." + method.getName() + method.getRawParameterTypes().stream().map(JavaClass::getSimpleName)
                .collect(Collectors.joining(",", "(", ")")))).distinct().sorted().toList();
    }

    private static boolean enterprise(JavaClass type) {
        return type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class) || type.isAnnotatedWith(Stateful.class);
    }

    private static boolean business(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC) && !method.getModifiers().contains(JavaModifier.STATIC)
            && !method.getModifiers().contains(JavaModifier.SYNTHETIC) && !method.getModifiers().contains(JavaModifier.ABSTRACT)
            && !method.getOwner().isEquivalentTo(Object.class) && !method.isAnnotatedWith(AroundTimeout.class);
    }

    /** As the server decides: the method's own word counts, else that of its class, and without any it is open. */
    private static boolean open(JavaMethod method, JavaClass bean) {
        if (method.isAnnotatedWith(RolesAllowed.class) || method.isAnnotatedWith(DenyAll.class)) {
            return false;
        }
        return method.isAnnotatedWith(PermitAll.class) || !bean.isAnnotatedWith(RolesAllowed.class) && !bean.isAnnotatedWith(DenyAll.class);
    }

    private static Map<String, String> listed() throws IOException {
        return lines().map(line -> line.split(" = ", 2)).collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (one, other) -> one, TreeMap::new));
    }

    private static Stream<String> lines() throws IOException {
        try (InputStream list = OpenDoorsTest.class.getResourceAsStream(LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).toList().stream();
        }
    }
}
