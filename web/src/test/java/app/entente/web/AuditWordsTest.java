package app.entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.identity.Role;
import app.entente.kernel.Audited;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whatever leaves a line in the trail has its plain words, for the practitioner and for the client whom it is about. */
class AuditWordsTest {

    /** What is about nobody's file, so that no client is told of it. */
    private static final Set<String> NOT_ABOUT_CLIENTS = Set.of("member", "service", "practice", "support", "import");
    private final Set<JavaMethod> audited = audited();

    @Test
    void every_kind_has_its_words_in_both_languages() {
        Map<String, Bundles> bundles = Map.of("fr", bundle("audit", "fr"), "en", bundle("audit", "en"));
        List<String> missing = new ArrayList<>();
        for (String kind : kinds()) {
            bundles.forEach((language, bundle) -> {
                for (String key : List.of("audit.kind." + kind, "audit.group." + kind.substring(0, kind.indexOf('.')))) {
                    if (!bundle.words().containsKey(key)) {
                        missing.add(key + " (" + language + ")");
                    }
                }
            });
        }
        assertThat(missing).isEmpty();
        assertThat(kinds()).hasSizeGreaterThan(25);
    }

    @Test
    void what_members_do_about_a_person_has_words_for_that_person() {
        List<String> missing = new ArrayList<>();
        for (JavaMethod method : audited) {
            String kind = method.getAnnotationOfType(Audited.class).value();
            boolean onlyTheirs = method.isAnnotatedWith(RolesAllowed.class)
                && Set.of(method.getAnnotationOfType(RolesAllowed.class).value()).equals(Set.of(Role.CLIENT));
            if (!onlyTheirs && !NOT_ABOUT_CLIENTS.contains(kind.substring(0, kind.indexOf('.')))) {
                for (String language : List.of("fr", "en")) {
                    if (!bundle("portal", language).words().containsKey("portal.did." + kind)) {
                        missing.add("portal.did." + kind + " (" + language + ")");
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        audited.forEach(method -> kinds.add(method.getAnnotationOfType(Audited.class).value()));
        return kinds;
    }

    private static Set<JavaMethod> audited() {
        JavaClasses all = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.entente");
        Set<JavaMethod> methods = new HashSet<>();
        all.forEach(type -> type.getMethods().stream().filter(method -> method.isAnnotatedWith(Audited.class)).forEach(methods::add));
        return methods;
    }

    private static Bundles bundle(String name, String language) {
        return Bundles.ofScreens().stream().filter(b -> b.name().equals(name) && b.language().equals(language)).findFirst().orElseThrow();
    }
}
