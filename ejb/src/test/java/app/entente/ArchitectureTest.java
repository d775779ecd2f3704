package app.entente;

import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import app.entente.tenant.Databases;
import app.entente.tenant.PlatformUseCases;
import app.entente.tenant.TenantOwned;
import app.entente.tenant.TenantRecord;
import app.entente.tenant.UseCases;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Version;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** How the features are built. A rule that has to give way gives way here, in one place and with its reason. */
@AnalyzeClasses(packages = "app.entente", importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.FeaturesOnly.class})
class ArchitectureTest {

    /** What each feature may use, besides kernel, tenant and identity. Upwards and sideways only by facts. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
        Map.entry("kernel", Set.of()),
        Map.entry("tenant", Set.of()),
        Map.entry("identity", Set.of()),
        Map.entry("workspace", Set.of()),
        Map.entry("document", Set.of("workspace")),
        Map.entry("platform", Set.of("workspace", "document", "notification")),
        Map.entry("practice", Set.of()),
        Map.entry("person", Set.of()),
        Map.entry("notification", Set.of("person", "workspace")),
        Map.entry("catalogue", Set.of("practice")),
        Map.entry("file", Set.of("person", "practice", "catalogue", "document", "workspace")),
        Map.entry("invitation", Set.of("person", "practice", "notification", "workspace")),
        Map.entry("signing", Set.of("document", "person", "practice", "workspace")),
        Map.entry("agreement", Set.of("file", "signing", "catalogue", "document", "person", "practice", "notification", "workspace")),
        Map.entry("meeting", Set.of("agreement", "file", "person", "practice", "notification", "workspace")),
        Map.entry("receipt", Set.of("file", "meeting", "agreement", "document", "person", "practice", "notification", "workspace")),
        Map.entry("payment", Set.of("receipt", "file", "person", "practice", "document", "notification", "workspace")),
        Map.entry("note", Set.of("file", "meeting", "document", "person", "practice", "workspace")),
        Map.entry("assessment", Set.of("note", "file", "practice")),
        Map.entry("closing", Set.of("note", "file", "meeting", "agreement", "catalogue", "practice", "workspace")),
        Map.entry("member", Set.of("notification", "practice", "workspace")),
        Map.entry("audit", Set.of("workspace", "document")),
        Map.entry("support", Set.of("workspace", "notification")),
        Map.entry("search", Set.of("file", "person", "document", "note", "agreement", "receipt", "meeting")),
        Map.entry("archive", Set.of("file", "person", "meeting", "practice", "receipt", "payment", "document", "workspace")));
    /** What lies under every feature, itself in this order. */
    private static final List<String> GROUND = List.of("kernel", "tenant", "identity");
    /** Fills practices with content; it may use everything and nobody uses it. */
    private static final String SEED = "seed";

    /** Entities outside every workspace. */
    private static final Set<String> GLOBAL_ENTITIES = Set.of("Workspace", "Account", "LawText", "Plan", "WorkspaceRequest", "PlatformMail", "SupportAccess");
    /** Native SQL in a workspace, and why JPQL will not do. */
    private static final Map<String, String> NATIVE_SQL = Map.ofEntries(
        Map.entry("TenantLocks", "sets the workspace"),
        Map.entry("Support", "the list of operators is nobody's entity, and the platform's trail is written by the database's function"),
        Map.entry("AuditQueries", "the chain is written and checked by the database's own functions"),
        Map.entry("SeriesQueries", "the first receipt of a year makes its series, even when two are first at once: on conflict do nothing"),
        Map.entry("DepartedLogins", "whether a login is used elsewhere is asked across workspaces, by the directory's function"),
        Map.entry("LedgerQueries", "the ledger's turn and its check are the database's own functions"),
        Map.entry("ImportWork", "what refers to a row is known by the database's catalogue alone"),
        Map.entry("Files", "the first file of a year makes its counter, and a file opened in two windows is noted once: on conflict; a service before its time here is no change of it"),
        Map.entry("UsageWork", "the counting function lies beside the tables it counts, and its table is nobody's entity"),
        Map.entry("Searches", "full text: Jakarta Persistence has no word for it"),
        Map.entry("Mails", "a mail that is queued already is left alone: on conflict do nothing"));
    /** Those who hold a data source themselves. */
    private static final Map<String, String> DATA_SOURCES = Map.of(
        "Reconciliations", "the nightly comparison is read in the operator's own role",
        "Operators", "the demo's operator is appointed through the operator's own door",
        "PlatformChain", "checks the platform's chain in the operator's own role",
        "AnchorWork", "reads the heads of all chains in the operator's own role",
        "SupportDesk", "asks in the operator's own role, which can reach no content",
        "OperatorDatabase", "the console speaks to the database in the operator's own role, which can reach no content",
        "OperatorStatements", "one transaction of it",
        "FoundRow", "one row of it",
        "Reading", "one column of that row");

    /** Who writes to an address that is no client's, and whose it is. Everybody else writes to a person, whose safe address it then is. */
    private static final Map<String, String> WRITE_TO_NO_PERSON = Map.of(
        "AgreementLife.tellPractice", "the practice's own address",
        "QuotaNews.tell", "the owners' own addresses",
        "MemberMails.invite", "the address a member is invited at");
    /** Who reads the address of a person without asking whether it is safe, and why. */
    private static final Map<String, String> READ_ADDRESSES = Map.of(
        "Person.getSafeEmail", "the one place that asks",
        "AgreementFacts.client", "printed in the agreement that the person reads and signs");

    private static final Pattern FACT = Pattern.compile(".*(ed|Held|Sent|Given|Drawn|Begun|Kept|Put|Taken|Written|Made)$");

    /** The features' own classes, wherever the build puts them; the launcher's are another module. */
    static class FeaturesOnly implements ImportOption {
        @Override
        public boolean includes(com.tngtech.archunit.core.importer.Location location) {
            return !location.contains("app/entente/config/");
        }
    }

    // Rule 1

    @ArchTest
    static final ArchRule a_feature_uses_only_what_its_row_allows = classes().should(new ArchCondition<>("use only what the table allows") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String mine = feature(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String theirs = feature(dependency.getTargetClass());
                if (theirs != null && !theirs.equals(mine) && !allowed(mine, theirs)) {
                    events.add(SimpleConditionEvent.violated(type, mine + " uses " + theirs + ": " + dependency.getDescription()));
                }
            }
        }
    });

    @ArchTest
    static final ArchRule every_feature_has_a_row = classes().should(new ArchCondition<>("belong to a feature of the table") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String mine = feature(type);
            if (mine != null && !mine.equals(SEED) && !MAY_USE.containsKey(mine)) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " belongs to " + mine + ", which has no row"));
            }
        }
    });

    @ArchTest
    static final ArchRule features_form_no_cycles = slices().matching("app.entente.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule features_know_no_screens = noClasses().should().dependOnClassesThat()
        .resideInAnyPackage("jakarta.faces..", "jakarta.servlet..", "org.primefaces..", "org.omnifaces..", "app.entente.web..", "app.entente.config..");

    @ArchTest
    static final ArchRule no_timer_is_lost_when_a_round_fails = methods().that().areAnnotatedWith(jakarta.ejb.Schedule.class)
        .should().beDeclaredInClassesThat().areAssignableTo(app.entente.kernel.Round.class);

    // Rule 3

    @ArchTest
    static final ArchRule only_boundaries_and_queries_hold_an_entity_manager = fields().that().haveRawType(EntityManager.class)
        .should().beDeclaredInClassesThat(are(new DescribedPredicate<>("stateless boundaries, package-private …Queries or TenantLocks") {
            @Override
            public boolean test(JavaClass type) {
                return type.isAnnotatedWith(Stateless.class) || type.getSimpleName().equals("TenantLocks")
                    || type.getSimpleName().endsWith("Queries") && !type.getModifiers().contains(JavaModifier.PUBLIC);
            }
        }));

    @ArchTest
    static final ArchRule native_sql_has_a_reason = noClasses().that(new DescribedPredicate<JavaClass>("serve a workspace and are not on the list") {
        @Override
        public boolean test(JavaClass type) {
            return !type.isAnnotatedWith(PlatformUseCases.class) && !NATIVE_SQL.containsKey(type.getSimpleName());
        }
    }).should().callMethodWhere(new DescribedPredicate<>("native SQL is made") {
        @Override
        public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
            return call.getName().startsWith("createNativeQuery") || call.getName().equals("createStoredProcedureQuery");
        }
    });

    @ArchTest
    static final ArchRule nobody_goes_around_persistence = noClasses().that(new DescribedPredicate<JavaClass>("are not on the list") {
        @Override
        public boolean test(JavaClass type) {
            return !DATA_SOURCES.containsKey(type.getSimpleName()) && !type.isEquivalentTo(Databases.class);
        }
    }).should().dependOnClassesThat(new DescribedPredicate<>("are JDBC") {
        @Override
        public boolean test(JavaClass type) {
            // A Timestamp is a value, and the one way to bind an instant.
            return Set.of("java.sql", "javax.sql").contains(type.getPackageName()) && !type.isEquivalentTo(java.sql.Timestamp.class)
                || type.getPackageName().startsWith("org.postgresql");
        }
    });

    // Rule 3 of person, rule 7 of notification

    @ArchTest
    static final ArchRule a_mail_to_a_person_goes_where_what_is_safe_is_asked = noClasses().should(new ArchCondition<>("queue a mail to a bare address") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getMethodCallsFromSelf().stream().filter(call -> call.getTargetOwner().getSimpleName().equals("Mails") && call.getName().startsWith("queue")
                    && !type.getSimpleName().equals("Mails"))
                .filter(call -> !WRITE_TO_NO_PERSON.containsKey(type.getSimpleName() + "." + call.getOrigin().getName()))
                .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
        }
    });

    @ArchTest
    static final ArchRule nobody_reads_an_address_without_asking_whether_it_is_safe = noClasses().should(new ArchCondition<>("read a person's address") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getMethodCallsFromSelf().stream().filter(call -> call.getTargetOwner().getSimpleName().equals("PersonDetails") && call.getName().equals("getEmail"))
                .filter(call -> !READ_ADDRESSES.containsKey(type.getSimpleName() + "." + call.getOrigin().getName()))
                .forEach(call -> events.add(SimpleConditionEvent.satisfied(type, call.getDescription())));
        }
    });

    // Rule 4

    @ArchTest
    static final ArchRule a_boundary_says_whether_it_serves_a_workspace = classes().that().areAnnotatedWith(Stateless.class)
        .should(new ArchCondition<>("be either @UseCases or @PlatformUseCases") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.isAnnotatedWith(UseCases.class) == type.isAnnotatedWith(PlatformUseCases.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is neither, or both"));
                }
            }
        });

    @ArchTest
    static final ArchRule use_cases_are_boundaries = classes().that().areAnnotatedWith(UseCases.class).or().areAnnotatedWith(PlatformUseCases.class)
        .should().beAnnotatedWith(Stateless.class);

    @ArchTest
    static final ArchRule a_boundary_keeps_no_state = fields().that().areDeclaredInClassesThat().areAnnotatedWith(Stateless.class)
        .should(new ArchCondition<>("be injected or constant") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean injected = field.isAnnotatedWith(Inject.class) || field.isAnnotatedWith(PersistenceContext.class) || field.isAnnotatedWith(Resource.class);
                boolean constant = field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL));
                if (!injected && !constant) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName()));
                }
            }
        });

    @ArchTest
    static final ArchRule every_use_case_says_who_may = methods().that().arePublic().and().areDeclaredInClassesThat().areAnnotatedWith(Stateless.class)
        .should().beAnnotatedWith(RolesAllowed.class).orShould().beAnnotatedWith(PermitAll.class);

    /** The server knows an enterprise bean by its simple name: two of one name do not deploy. */
    @ArchTest
    static final ArchRule no_two_boundaries_have_one_name = classes().that().areAnnotatedWith(Stateless.class).should(new ArchCondition<>("have a name of their own") {
        private final Map<String, String> seen = new java.util.HashMap<>();

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String other = seen.putIfAbsent(type.getSimpleName(), type.getName());
            if (other != null) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " and " + other + " have one name"));
            }
        }
    });

    // Rule 5

    @ArchTest
    static final ArchRule entities_have_no_setters = noMethods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
        .should().haveNameMatching("set[A-Z].*");

    @ArchTest
    static final ArchRule entities_hide_their_fields = fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
        .and().areNotStatic().should().bePrivate();

    @ArchTest
    static final ArchRule entities_are_given_what_they_need = fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
        .should().notBeAnnotatedWith(Inject.class);

    @ArchTest
    static final ArchRule entities_are_made_whole = classes().that().areAnnotatedWith(Entity.class).should(new ArchCondition<>("have no public constructor without arguments") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (JavaConstructor constructor : type.getConstructors()) {
                if (constructor.getParameters().isEmpty() && constructor.getModifiers().contains(JavaModifier.PUBLIC)) {
                    events.add(SimpleConditionEvent.violated(type, constructor.getFullName() + " is public"));
                }
            }
        }
    });

    @ArchTest
    static final ArchRule nothing_is_fetched_eagerly = fields().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
        .should(new ArchCondition<>("not be eager") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                field.getAnnotations().stream().filter(a -> a.getProperties().values().stream().anyMatch(v -> String.valueOf(v).endsWith("EAGER")))
                    .forEach(a -> events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is eager")));
            }
        });

    @ArchTest
    static final ArchRule an_entity_belongs_to_a_workspace = classes().that().areAnnotatedWith(Entity.class).and(new DescribedPredicate<JavaClass>("are not global") {
        @Override
        public boolean test(JavaClass type) {
            return !GLOBAL_ENTITIES.contains(type.getSimpleName());
        }
    }).should().beAssignableTo(TenantOwned.class);

    @ArchTest
    static final ArchRule what_changes_has_a_version = classes().that().areAnnotatedWith(Entity.class).should(new ArchCondition<>("carry a version or never change") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean versioned = type.isAssignableTo(TenantRecord.class) || type.getFields().stream().anyMatch(f -> f.isAnnotatedWith(Version.class));
            if (versioned) {
                return;
            }
            for (JavaMethod method : type.getMethods()) {
                method.getFieldAccesses().stream().filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
                    .forEach(access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        }
    });

    // Rule 6

    @ArchTest
    static final ArchRule facts_are_records_named_by_what_has_happened = fields().that().haveRawType(Event.class).should(new ArchCondition<>("fire records in the past") {
        @Override
        public void check(JavaField field, ConditionEvents events) {
            if (field.getType() instanceof JavaParameterizedType typed) {
                JavaClass fact = typed.getActualTypeArguments().get(0).toErasure();
                if (!fact.isRecord() || !FACT.matcher(fact.getSimpleName()).matches()) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " fires " + fact.getName()));
                }
            }
        }
    }).allowEmptyShould(true);

    @ArchTest
    static final ArchRule embeddables_are_values = classes().that().areAnnotatedWith(Embeddable.class).should(new ArchCondition<>("be classes with equals and hashCode") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean value = !type.isRecord() && type.tryGetMethod("equals", Object.class).isPresent() && type.tryGetMethod("hashCode").isPresent();
            if (!value) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " is no value"));
            }
        }
    });

    // Rule 7

    @ArchTest
    static final ArchRule names_say_what_things_are = noClasses().should().haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|DTO|Dto|Facade|[a-z]Service)$");

    @ArchTest
    static final ArchRule an_interface_has_a_second_implementation = classes().that().areInterfaces().and().areNotAnnotations()
        .should(new ArchCondition<>("not have exactly one implementation here") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                long implementations = type.getAllSubclasses().stream().filter(c -> !c.isInterface()).count();
                if (implementations == 1) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " has one implementation"));
                }
            }
        }).allowEmptyShould(true);

    // Rule 9

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses().that().haveSimpleNameNotEndingWith("SystemClock").should()
        .callMethodWhere(new DescribedPredicate<>("the system's time is read") {
            @Override
            public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                boolean now = call.getName().equals("now") && call.getTargetOwner().getPackageName().equals("java.time")
                    && call.getTarget().getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(Clock.class));
                return now || call.getTargetOwner().isEquivalentTo(Clock.class) && call.getName().startsWith("system")
                    || call.getTargetOwner().isEquivalentTo(System.class) && call.getName().equals("currentTimeMillis");
            }
        });

    @ArchTest
    static final ArchRule java_util_date_is_kept_out = fields().should().notHaveRawType(java.util.Date.class).andShould().notHaveRawType(java.util.Calendar.class);

    @ArchTest
    static final ArchRule nothing_is_printed = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule exceptions_have_names = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;

    @ArchTest
    static final ArchRule loggers_are_constants = fields().that().haveRawType(Logger.class).should().bePrivate().andShould().beStatic().andShould().beFinal()
        .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    private static boolean allowed(String mine, String theirs) {
        if (SEED.equals(mine)) {
            return true;
        }
        if (GROUND.contains(theirs)) {
            return !GROUND.contains(mine) || GROUND.indexOf(theirs) < GROUND.indexOf(mine);
        }
        return MAY_USE.getOrDefault(mine, Set.of()).contains(theirs);
    }

    /** The feature a class belongs to; null outside our features. */
    private static String feature(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith("app.entente.")) {
            return null;
        }
        String rest = name.substring("app.entente.".length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }
}
