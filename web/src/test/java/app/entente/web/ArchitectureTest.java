package app.entente.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** How the screens are built: they ask boundaries and show what they get. */
@AnalyzeClasses(packages = "app.entente.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Beans of the features that are no boundary, and that a screen may hold all the same. */
    private static final Map<String, String> ALSO_FOR_SCREENS = Map.of(
        "app.entente.identity.Caller", "who is there",
        "app.entente.tenant.CurrentTenant", "which workspace the address names; the frame alone enters it");
    private static final Set<String> BEANS = Set.of("ApplicationScoped", "RequestScoped", "SessionScoped", "Dependent", "Singleton", "Interceptor");

    /**
     * Use cases that the container lets everybody call and that screens outside the frame do call. Each is safe without a role: public pages,
     * or it asks for the seat itself. Whoever adds one says so here.
     */
    private static final Map<String, String> OPEN_TO_EVERYBODY = Map.ofEntries(
        Map.entry("Catalogue.approaches", "the practice's public page shows them"),
        Map.entry("Catalogue.steps", "the practice's public page shows them"),
        Map.entry("Practices.profile", "the practice's public page shows it"),
        Map.entry("Practices.services", "the practice's public page shows them"),
        Map.entry("Practices.texts", "the practice's public page shows them"),
        Map.entry("Practices.helplines", "the practice's public page shows them"),
        Map.entry("Requests.ask", "the public form; it says the same to everybody, and the page holds off who asks too often"),
        Map.entry("Quotas.here", "limits of the practice's own workspace, on its settings"),
        Map.entry("Quotas.plan", "name of the plan of the practice's own workspace, on its settings"),
        Map.entry("Workspaces.open", "the front page and the sitemap name the practices that anybody may visit"),
        Map.entry("Accounts.placesOf", "asked for the caller's own account, behind the login"),
        Map.entry("Accounts.operates", "asked for the caller's own account, behind the login"),
        Map.entry("Invitations.door", "asks for the link's secret"),
        Map.entry("Invitations.confirm", "asks for the link's secret and the second fact, five times at most"),
        Map.entry("Members.door", "asks for the link's secret"),
        Map.entry("Members.follow", "asks for the link's secret; all it does is let the provider write to the invited address"),
        Map.entry("Members.invite", "asks for the caller's seat itself: an owner only while a workspace is opened, the others only by its practitioner"),
        Map.entry("Checks.byCode", "the public check: a code of 128 random bits, and an answer without a person in it"),
        Map.entry("Checks.byFile", "the public check: the whole file, and an answer without a person in it"),
        Map.entry("Evidence.of", "after the agreement itself was found for this person"),
        Map.entry("Evidence.firstBroken", "after the agreement itself was found for this person"),
        Map.entry("Seals.ofSubject", "after the agreement itself was found for this person"),
        Map.entry("Seats.accountOf", "after the file's client was found by the practitioner"),
        Map.entry("Files.row", "after the file itself was found by the practitioner"),
        Map.entry("EntryWork.seal", "after the practitioner's own signature; it does what is due or nothing"),
        Map.entry("EntryWork.sealAddendum", "after the practitioner's own addition; it does what is due or nothing"),
        Map.entry("ReceiptWork.seal", "after the practitioner's own issuing; it does what is due or nothing"),
        Map.entry("SigningWork.finish", "after this person's own signature; it does what is due or nothing"));

    @ArchTest
    static final ArchRule screens_reach_features_through_their_contract = classes().should(new ArchCondition<>("hold boundaries and values only") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith("app.entente.") && !target.getPackageName().startsWith("app.entente.web") && !contract(target)) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                }
            }
        }
    });

    @ArchTest
    static final ArchRule only_the_frame_enters_a_workspace = noClasses().that().resideOutsideOfPackage("app.entente.web.frame..")
        .should().dependOnClassesThat().haveFullyQualifiedName("app.entente.tenant.CurrentTenant");

    /** A page that is read is one transaction: the filter in front of it begins and ends it, and asks nothing in it. */
    @ArchTest
    static final ArchRule screens_hold_no_transaction_and_no_database = noClasses().that().doNotHaveSimpleName("PlaceFilter").should().dependOnClassesThat()
        .resideInAnyPackage("java.sql", "javax.sql", "jakarta.transaction..", "org.eclipse.persistence..")
        .orShould().dependOnClassesThat(new DescribedPredicate<>("are persistence, but for the news that somebody else was faster") {
            @Override
            public boolean test(JavaClass type) {
                return type.getPackageName().equals("jakarta.persistence") && !type.getSimpleName().equals("OptimisticLockException");
            }
        });

    @ArchTest
    static final ArchRule screens_of_one_feature_are_strangers_to_those_of_another = classes().should(new ArchCondition<>("use the frame at most") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String theirs = dependency.getTargetClass().getPackageName();
                boolean web = theirs.startsWith("app.entente.web.");
                if (web && !theirs.equals(type.getPackageName()) && !theirs.equals("app.entente.web.frame")) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                }
            }
        }
    });

    @ArchTest
    static final ArchRule entities_live_with_the_features = noClasses().should().beAnnotatedWith(Entity.class).orShould().beAnnotatedWith(Embeddable.class)
        .orShould().beAnnotatedWith(Stateless.class);

    @ArchTest
    static final ArchRule a_named_bean_says_how_long_it_lives = classes().that().areAnnotatedWith(Named.class).should().beAnnotatedWith(RequestScoped.class)
        .orShould().beAnnotatedWith(ViewScoped.class).orShould().beAnnotatedWith("org.omnifaces.cdi.ViewScoped").orShould().beAnnotatedWith(SessionScoped.class)
        .orShould().beAnnotatedWith(ApplicationScoped.class).orShould().beAnnotatedWith(Dependent.class);

    @ArchTest
    static final ArchRule what_a_session_holds_can_travel = classes().that(new DescribedPredicate<>("live in the session") {
        @Override
        public boolean test(JavaClass type) {
            return kept(type);
        }
    }).should().beAssignableTo(Serializable.class).allowEmptyShould(true);

    @ArchTest
    static final ArchRule a_session_holds_no_entities = fields().that().areDeclaredInClassesThat(new DescribedPredicate<>("live in the session") {
        @Override
        public boolean test(JavaClass type) {
            return kept(type);
        }
    }).should(new ArchCondition<>("hold no entity") {
        @Override
        public void check(JavaField field, ConditionEvents events) {
            boolean entity = field.getAllInvolvedRawTypes().stream().anyMatch(type -> type.isAnnotatedWith(Entity.class));
            if (entity && !field.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.TRANSIENT)) {
                events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is kept in the session"));
            }
        }
    }).allowEmptyShould(true);

    @ArchTest
    static final ArchRule beans_have_no_public_fields = fields().that().areDeclaredInClassesThat().areAnnotatedWith(Named.class).and().areNotStatic()
        .should().notBePublic();

    @ArchTest
    static final ArchRule names_say_what_things_are = noClasses().should().haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|DTO|Dto|Facade|[a-z]Service|Controller|Backing)$");

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses().should().callMethodWhere(new DescribedPredicate<>("the system's time is read") {
        @Override
        public boolean test(JavaMethodCall call) {
            boolean now = call.getName().equals("now") && call.getTargetOwner().getPackageName().equals("java.time")
                && call.getTarget().getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(Clock.class));
            return now || call.getTargetOwner().isEquivalentTo(Clock.class) && call.getName().startsWith("system")
                || call.getTargetOwner().isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
        }
    });

    @ArchTest
    static final ArchRule java_util_date_is_kept_out = fields().should().notHaveRawType(java.util.Date.class);

    @ArchTest
    static final ArchRule nothing_is_printed = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule exceptions_have_names = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule loggers_are_constants = fields().that().haveRawType(Logger.class).should().bePrivate().andShould().beStatic().andShould().beFinal()
        .allowEmptyShould(true);

    @ArchTest
    static final ArchRule getters_ask_no_boundary = noMethods().that().areDeclaredInClassesThat().areAnnotatedWith(Named.class)
        .and().areDeclaredInClassesThat().resideOutsideOfPackage("app.entente.web.frame..").and().haveNameMatching("(get|is)[A-Z].*").and().haveRawParameterTypes(new Class<?>[0])
        .should(new ArchCondition<>("call a boundary each time they are read") {
            @Override
            public void check(com.tngtech.archunit.core.domain.JavaMethod method, ConditionEvents events) {
                boolean asks = method.getMethodCallsFromSelf().stream().anyMatch(call -> call.getTargetOwner().isAnnotatedWith(Stateless.class));
                boolean once = method.getFieldAccesses().stream().anyMatch(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET);
                events.add(new SimpleConditionEvent(method, asks && !once, method.getFullName() + " asks a boundary"));
            }
        });

    @Test
    void what_everybody_may_call_is_called_knowingly() {
        JavaClasses all = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("app.entente");
        Set<String> called = new TreeSet<>();
        all.stream().filter(type -> type.getPackageName().startsWith("app.entente.web.") && !type.getPackageName().startsWith("app.entente.web.frame"))
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(call -> call.getTarget().resolveMember().map(method -> method.isAnnotatedWith(PermitAll.class)).orElse(false))
            .forEach(call -> called.add(call.getTargetOwner().getSimpleName() + "." + call.getName()));
        assertThat(called).isEqualTo(new TreeSet<>(OPEN_TO_EVERYBODY.keySet()));
    }

    private static boolean contract(JavaClass type) {
        return ALSO_FOR_SCREENS.containsKey(type.getName())
            || type.getAnnotations().stream().noneMatch(annotation -> BEANS.contains(annotation.getRawType().getSimpleName()));
    }

    private static boolean kept(JavaClass type) {
        return type.isAnnotatedWith(SessionScoped.class) || type.isAnnotatedWith(ViewScoped.class) || type.isAnnotatedWith("org.omnifaces.cdi.ViewScoped");
    }
}
