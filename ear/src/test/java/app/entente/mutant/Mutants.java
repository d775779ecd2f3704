package app.entente.mutant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Shows that the tests of the border can fail: in a scratch copy of the sources ({@code ear/target/mutants}) one guard after the other is taken away,
 * the suites that should notice are run, and a table says which test noticed. It is no part of the build; it takes about a minute for each mutant of
 * the features and three for each one that the crawl has to find. From the root of the repository:
 *
 * <pre>
 * java ear/src/test/java/app/entente/mutant/Mutants.java                  all of them
 * java ear/src/test/java/app/entente/mutant/Mutants.java policy cache     those whose name holds one of the words
 * </pre>
 *
 * The command that runs Maven is {@code mvn -o -q}, or what {@code -Dmvn="…"} says.
 */
public final class Mutants {

    private static final Path SCRATCH = Path.of("ear", "target", "mutants");
    private static final String MIGRATION = "ejb/src/main/resources/db/migration/";
    private static final String EJB = "ejb/src/main/java/app/entente/";
    private static final String WEB = "web/src/main/java/app/entente/web/";
    private static final Pattern CASE = Pattern.compile("<testcase name=\"([^\"]*)\" classname=\"([^\"]*)\"[^>]*>\\s*<(?:failure|error)");

    /** Suites that a mutant is shown to. */
    private enum Shown {
        /** What looks at the catalogue and the persistence unit. */
        CATALOGUE("-pl config,ejb", "None", "RowLevelSecurityIT,MappingIT,TwoLocksIT"),
        /** What calls the boundaries. */
        BOUNDARIES("-pl config,ejb,web", "ArchitectureTest", "ForeignIdentifierIT,ReceiptsIT"),
        /** What goes through the pages of the running application. */
        CRAWL("", "None", "IsolationJourney"),
        /** What asks for both workspaces at once. */
        MIXED("", "None", "MixedRequestsJourney");

        private final String modules;
        private final String unit;
        private final String integration;

        Shown(String modules, String unit, String integration) {
            this.modules = modules;
            this.unit = unit;
            this.integration = integration;
        }
    }

    /**
     * One guard taken away.
     *
     * @param changes triples of file, what stands there, what stands there instead
     */
    private record Mutant(String name, Shown shown, String... changes) {
    }

    private static final List<Mutant> ALL = List.of(
        new Mutant("a policy dropped", Shown.CATALOGUE, MIGRATION + "V009__meeting.sql", "call protect('meeting');",
            "call protect('meeting'); drop policy tenant_isolation on meeting; alter table meeting disable row level security;"),
        new Mutant("FORCE off on one table", Shown.CATALOGUE, MIGRATION + "V009__meeting.sql", "call protect('meeting');",
            "call protect('meeting'); alter table meeting no force row level security;"),
        new Mutant("a strict policy loosened", Shown.CATALOGUE, MIGRATION + "V010__receipt.sql", "call protect('receipt');",
            "call protect('receipt'); create policy for_the_year_end on receipt for select to entente_app using (true);"),
        new Mutant("tenant_id removed from a foreign key", Shown.CATALOGUE,
            MIGRATION + "V010__receipt.sql", "  unique (tenant_id, idempotency_key),", "  unique (id), unique (tenant_id, idempotency_key),",
            MIGRATION + "V010__receipt.sql", "foreign key (tenant_id, receipt_id) references receipt (tenant_id, id)", "foreign key (receipt_id) references receipt (id)"),
        new Mutant("tenant_id removed from a primary key", Shown.CATALOGUE, MIGRATION + "V010__receipt.sql",
            "  primary key (tenant_id, id),\n  unique (tenant_id, receipt_id, position)", "  primary key (id),\n  unique (tenant_id, receipt_id, position)"),
        new Mutant("tenant_id removed from a unique index", Shown.CATALOGUE, MIGRATION + "V002__identity_accounts.sql",
            "create unique index membership_active on membership (tenant_id, account_id)", "create unique index membership_active on membership (account_id)"),
        new Mutant("the shared cache on", Shown.CATALOGUE, "ejb/src/main/resources/META-INF/persistence.xml",
            "<shared-cache-mode>NONE<", "<shared-cache-mode>ALL<"),
        new Mutant("the discriminator removed from one entity", Shown.CATALOGUE, EJB + "meeting/Meeting.java", "@Entity\n",
            "@Entity\n@org.eclipse.persistence.annotations.Multitenant(includeCriteria = false)\n"),
        new Mutant("the locks do not set the setting", Shown.CATALOGUE, EJB + "tenant/TenantLocks.java", "set_config('app.tenant', ?, true)", "set_config('app.other', ?, true)"),
        new Mutant("the setting outlives its transaction", Shown.CATALOGUE, EJB + "tenant/TenantLocks.java", "set_config('app.tenant', ?, true)", "set_config('app.tenant', ?, false)"),
        new Mutant("a definer's function widened", Shown.CATALOGUE, MIGRATION + "V002__identity_accounts.sql", "where m.account_id = account and m.until is null", "where m.until is null"),
        new Mutant("a definer's function tells the other half", Shown.CATALOGUE, MIGRATION + "V002__identity_accounts.sql", "where p.account_id = account and p.until is null",
            "where p.until is null"),
        new Mutant("a finder without its person check", Shown.BOUNDARIES, EJB + "receipt/Receipts.java", "where r.id = :id and r.personId = :person and ",
            "where r.id = :id and (r.personId = :person or r.personId is not null) and "),
        new Mutant("a list without its person check", Shown.BOUNDARIES, EJB + "receipt/Receipts.java",
            "FIRST_LINE + \"r.personId = :person and ", "FIRST_LINE + \"(r.personId = :person or r.personId is not null) and "),
        new Mutant("one role check turned into everybody", Shown.BOUNDARIES, EJB + "receipt/Receipts.java",
            "@RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})\n    public Map<UUID, ReceiptRow> ofMeetings", "@jakarta.annotation.security.PermitAll\n    public Map<UUID, ReceiptRow> ofMeetings"),
        new Mutant("a membership check removed at sign-in", Shown.CRAWL, WEB + "frame/SignIn.java",
            "String role = address.area() == Address.Area.PRACTICE ? Role.ofMember(seat.role()) : null;",
            "String role = address.area() != Address.Area.PRACTICE ? null : seat.role() == null ? Role.PRACTITIONER : Role.ofMember(seat.role());"),
        new Mutant("a person check removed under a download", Shown.CRAWL, EJB + "agreement/Agreements.java",
            "if (caller.personId() != null && (!agreement.getPersonId().equals(caller.personId()) || agreement.isDraft())) {", "if (caller.personId() != null && agreement.isDraft()) {"),
        new Mutant("a download that ignores who asks", Shown.CRAWL,
            WEB + "receipt/ReceiptDownload.java", "receipts.myFile(id)", "receipts.file(id)",
            EJB + "receipt/Receipts.java", "@RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT})\n    @Audited(\"receipt.downloaded\")",
            "@RolesAllowed({Role.PRACTITIONER, Role.ASSISTANT, Role.CLIENT})\n    @Audited(\"receipt.downloaded\")"),
        new Mutant("the workspace taken from the last request", Shown.MIXED, EJB + "tenant/CurrentTenant.java", "    private UUID id;",
            "    private UUID id;\n    private static volatile UUID last;", EJB + "tenant/CurrentTenant.java", "        return id;\n", "        return last == null ? id : last;\n",
            EJB + "tenant/CurrentTenant.java", "        id = tenant;\n", "        id = tenant;\n        last = tenant;\n"));

    private Mutants() {
    }

    /** Runs them; ends with 1 when one survives. */
    public static void main(String[] words) throws Exception {
        copy();
        missing();
        List<String> lines = new ArrayList<>();
        boolean whole = true;
        for (Mutant mutant : ALL) {
            if (words.length > 0 && Arrays.stream(words).noneMatch(mutant.name()::contains)) {
                continue;
            }
            List<String> caught = caught(mutant);
            whole &= !caught.isEmpty();
            String line = "%-44s %s".formatted(mutant.name(), caught.isEmpty() ? "SURVIVED" : String.join("; ", caught));
            System.out.println(line);
            lines.add(line);
            Files.write(SCRATCH.resolve("table.txt"), lines);
        }
        System.out.println(whole ? "every mutant was caught" : "not every mutant was caught");
        System.exit(whole ? 0 : 1);
    }

    /** Says of every mutant whether its text is still there, before the first of them costs minutes. */
    private static void missing() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Mutant mutant : ALL) {
            for (int i = 0; i < mutant.changes().length; i += 3) {
                if (!Files.readString(SCRATCH.resolve(mutant.changes()[i])).contains(mutant.changes()[i + 1])) {
                    missing.add(mutant.name() + ": " + mutant.changes()[i] + " does not hold " + mutant.changes()[i + 1]);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException(String.join("\n", missing));
        }
    }

    private static List<String> caught(Mutant mutant) throws IOException, InterruptedException {
        List<Path> changed = new ArrayList<>();
        try {
            for (int i = 0; i < mutant.changes().length; i += 3) {
                Path file = SCRATCH.resolve(mutant.changes()[i]);
                String text = Files.readString(file);
                if (!text.contains(mutant.changes()[i + 1])) {
                    throw new IllegalStateException(mutant.name() + ": " + file + " does not hold " + mutant.changes()[i + 1]);
                }
                Files.writeString(file, text.replace(mutant.changes()[i + 1], mutant.changes()[i + 2]));
                changed.add(Path.of(mutant.changes()[i]));
            }
            return run(mutant.shown());
        } finally {
            for (Path file : changed) {
                Files.copy(file, SCRATCH.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static List<String> run(Shown shown) throws IOException, InterruptedException {
        for (Path folder : reports()) {
            delete(folder);
        }
        List<String> command = new ArrayList<>(List.of(System.getProperty("mvn", "mvn -o -q").split(" ")));
        command.addAll(List.of("verify", "-Dtest=" + shown.unit, "-Dit.test=" + shown.integration, "-Dsurefire.failIfNoSpecifiedTests=false",
            "-Dfailsafe.failIfNoSpecifiedTests=false", "-Dmaven.test.failure.ignore=true"));
        if (!shown.modules.isEmpty()) {
            command.addAll(List.of(shown.modules.split(" ")));
        }
        Path log = SCRATCH.resolve("maven.log");
        int status = new ProcessBuilder(command).directory(SCRATCH.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
        List<String> failed = new ArrayList<>();
        boolean ran = false;
        for (Path folder : reports()) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.getFileName().toString().startsWith("TEST-")).sorted().toList()) {
                    ran = true;
                    Matcher matcher = CASE.matcher(Files.readString(file));
                    while (matcher.find()) {
                        failed.add(matcher.group(2).replaceAll(".*\\.", "") + (matcher.group(1).isEmpty() ? "" : "." + matcher.group(1).replaceAll("[({].*", "")));
                    }
                }
            }
        }
        if (!ran) {
            throw new IllegalStateException("no test ran (Maven ended with " + status + "): see " + log);
        }
        return failed.stream().distinct().limit(4).toList();
    }

    private static List<Path> reports() throws IOException {
        List<Path> folders = new ArrayList<>();
        for (String module : List.of("config", "ejb", "web", "ear")) {
            for (String kind : List.of("surefire-reports", "failsafe-reports")) {
                Path folder = SCRATCH.resolve(module).resolve("target").resolve(kind);
                if (Files.isDirectory(folder)) {
                    folders.add(folder);
                }
            }
        }
        return folders;
    }

    /** The sources as they are here and now, committed or not; what was built there before stays. */
    private static void copy() throws IOException, InterruptedException {
        Files.createDirectories(SCRATCH);
        Process git = new ProcessBuilder("git", "ls-files", "-co", "--exclude-standard").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> names = new String(git.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines().toList();
        git.waitFor();
        for (String module : List.of("config", "ejb", "web", "ear")) {
            delete(SCRATCH.resolve(module).resolve("src"));
        }
        for (String name : names) {
            if (Files.isRegularFile(Path.of(name))) {
                Path target = SCRATCH.resolve(name);
                Files.createDirectories(target.getParent());
                Files.copy(Path.of(name), target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
