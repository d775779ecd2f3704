package app.entente.journey.isolation;

import app.entente.journey.Installation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two workspaces of equal shape, A and B, and a third, C, with a row in every table there is; each full of marks. A is copied from the demonstration,
 * worked in by its own people, and copied again as B. Made once in a run.
 */
final class Twins {

    static final String A = "twin-a";
    static final String B = "twin-b";
    static final String C = "twin-c";
    private static Twins made;
    private static boolean begun;
    private static final Set<String> LEFT = new HashSet<>();

    private final Connection superuser;
    private final Catalogue catalogue;
    private final Marks marks = new Marks();
    private final Door door = Door.open();
    private final Map<String, UUID> workspaces = new HashMap<>();
    private final Map<String, Door.Human> humans = new LinkedHashMap<>();
    private final Map<String, UUID> accounts = new HashMap<>();
    private final Map<String, Actor> actors = new LinkedHashMap<>();
    private Map<String, List<Map<String, String>>> rowsOfA;
    private Map<String, List<Map<String, String>>> rowsOfB;
    private Map<String, UUID> rowsOfC;
    private List<String> unmarked;

    private Twins() throws SQLException {
        superuser = DriverManager.getConnection(Installation.stack().jdbcUrl(), "postgres", Installation.stack().secret("entente.db.superuser.password"));
        catalogue = Catalogue.of(superuser);
    }

    static synchronized Twins get() throws SQLException {
        if (made == null) {
            if (begun) {
                throw new IllegalStateException("the twins could not be made: see the first failure");
            }
            begun = true;
            Twins twins = new Twins();
            twins.make();
            made = twins;
        }
        return made;
    }

    /** One of the journeys of this package is through; after the last of them nothing of the twins is left where other journeys go on. */
    static synchronized void leave(Class<?> journey) throws Exception {
        LEFT.add(journey.getSimpleName());
        Path folder = Path.of(journey.getProtectionDomain().getCodeSource().getLocation().toURI()).resolve(journey.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            if (made != null && files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("Journey.class"))
                .allMatch(name -> LEFT.contains(name.replace(".class", "")))) {
                made.vanish();
            }
        }
    }

    private void vanish() throws SQLException {
        String ours = workspaces.values().stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
        superuser.setAutoCommit(false);
        Catalogue.each(superuser, "select set_config('session_replication_role', 'replica', true)", row -> { });
        for (String table : catalogue.tables().keySet()) {
            run("delete from " + table + " where tenant_id in (" + ours + ")");
        }
        run("delete from workspace_usage where workspace_id in (" + ours + ")");
        run("delete from workspace where id in (" + ours + ")");
        run("delete from workspace_request where email = 'ada@isolation.example'");
        run("delete from operator where account_id in (select id from account where email like '%@isolation.example')");
        run("delete from account where email like '%@isolation.example'");
        superuser.commit();
        superuser.close();
        humans.values().forEach(door::forget);
        made = null;
    }

    Connection superuser() {
        return superuser;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Marks marks() {
        return marks;
    }

    Door door() {
        return door;
    }

    UUID workspace(String slug) {
        return workspaces.get(slug);
    }

    /** Those who have nothing to look for in B or C. */
    List<Actor> strangers() {
        return actors.values().stream().filter(actor -> actor.home() == null || !actor.home().endsWith(B)).toList();
    }

    Actor actor(String name) {
        return actors.get(name);
    }

    /** Rows of A when the crawl begins. */
    Map<String, List<Map<String, String>>> rowsOfA() {
        return rowsOfA;
    }

    /** Rows of B, which stay as they are. */
    Map<String, List<Map<String, String>>> rowsOfB() {
        return rowsOfB;
    }

    /** One row of each table of C. */
    Map<String, UUID> rowsOfC() {
        return rowsOfC;
    }

    List<String> unmarked() {
        return unmarked;
    }

    /** The row of B that is the twin of a row of A; null when there is none. */
    String twin(String id) {
        return twins.get(id);
    }

    private final Map<String, String> twins = new HashMap<>();

    private void make() throws SQLException {
        UUID source = one("select id from workspace where slug = 'maude-lavigne'");
        for (String slug : List.of(A, B, C)) {
            workspaces.put(slug, UUID.nameUUIDFromBytes((slug + System.nanoTime()).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        people();
        UUID maude = one("select account_id from membership where tenant_id = '" + source + "' and role = 'owner'");
        UUID noa = one("select a.id from account a where email = 'noa@demo.example'");
        new Copy(superuser, catalogue, marks, 'a', source, workspace(A), Map.of(maude, accounts.get("owner"), noa, accounts.get("client"))).write(A);
        seats();
        come();
        Work work = new Work(this);
        work.fill();
        rowsOfB = new Copy(superuser, catalogue, marks, 'b', workspace(A), workspace(B), accountsOfB()).write(B);
        rowsOfA = new java.util.TreeMap<>();
        for (String table : catalogue.tables().keySet()) {
            rowsOfA.put(table, rows(table, workspace(A)));
            for (Map<String, String> row : rowsOfA.get(table)) {
                twins.put(row.get("id"), UUID.nameUUIDFromBytes((workspace(B) + row.get("id")).getBytes(java.nio.charset.StandardCharsets.UTF_8)).toString());
            }
        }
        Map<String, String> third = new LinkedHashMap<>();
        Catalogue.each(superuser, "select * from workspace where id = '" + workspace(A) + "'", found -> {
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                third.put(found.getMetaData().getColumnName(i), found.getString(i));
            }
        });
        third.putAll(Map.of("id", workspace(C).toString(), "slug", C, "name", "Twin " + marks.plant('c', "workspace", "name", workspace(C).toString())));
        Copy.insert(superuser, "workspace", third);
        Filling filling = new Filling(superuser, catalogue, marks, 'c', workspace(C), accounts.get("nobody"));
        rowsOfC = filling.write();
        unmarked = filling.unmarked();
    }

    /** Whom the accounts of A stand for in B: two have a login, the others are only there. Nobody of A is anybody in B. */
    private Map<UUID, UUID> accountsOfB() throws SQLException {
        Map<UUID, UUID> map = new HashMap<>();
        for (String name : List.of("assistant", "supervisor", "former", "ended", "second")) {
            UUID other = UUID.randomUUID();
            run("insert into account (id, subject, email) values ('" + other + "', '" + other + "', 'b-" + name + "@isolation.example')");
            map.put(accounts.get(name), other);
        }
        map.put(accounts.get("owner"), accounts.get("b-owner"));
        map.put(accounts.get("client"), accounts.get("b-client"));
        return map;
    }

    /** Accounts at the sign-in server and here. */
    private void people() throws SQLException {
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("owner", "practitioner");
        roles.put("b-owner", "practitioner");
        roles.put("assistant", "assistant");
        roles.put("supervisor", "assistant");
        roles.put("former", "practitioner");
        roles.put("ended", "practitioner");
        roles.put("client", "client");
        roles.put("second", "client");
        roles.put("b-client", "client");
        roles.put("operator", "operator");
        roles.put("nobody", "client");
        for (Map.Entry<String, String> role : roles.entrySet()) {
            String name = role.getKey();
            Door.Human human = door.human(name, role.getValue(), name.equals("operator") ? "operators" : "");
            humans.put(name, human);
            accounts.put(name, UUID.randomUUID());
            run("insert into account (id, subject, email) values ('" + accounts.get(name) + "', '" + human.subject() + "', '" + human.email() + "')");
        }
        // Something for the operator's desk to show.
        run("insert into workspace_request (id, status, name, practice_name, profession, jurisdiction, email, language, created_at) values (gen_random_uuid(), 'received', 'Ada Example', 'Cabinet Example', "
            + "'ts', 'CA-QC', 'ada@isolation.example', 'fr', now())");
        run("insert into operator (account_id) values ('" + accounts.get("operator") + "')");
    }

    /** Who is what in A. */
    private void seats() throws SQLException {
        member("assistant", "assistant", "null");
        member("supervisor", "supervisor", "null");
        member("former", "owner", "now()");
        member("ended", "owner", "null");
        // The supervisor reads the file of the first client.
        run("insert into file_naming (tenant_id, id, file_id, membership_id, since) select m.tenant_id, gen_random_uuid(), t.file_id, m.id, now() from membership m"
            + " join portal_access p on p.tenant_id = m.tenant_id and p.until is null join participant t on t.tenant_id = m.tenant_id and t.person_id = p.person_id"
            + " where m.tenant_id = '" + workspace(A) + "' and m.role = 'supervisor' limit 1");
        // Somebody else whom the practice accompanies: has a file, is not the first client, reads English.
        UUID other = one("select t.person_id from participant t where t.tenant_id = '" + workspace(A) + "' and t.person_id not in (select person_id from portal_access where tenant_id = '"
            + workspace(A) + "') and t.capacity = 'client' order by t.file_id limit 1");
        run("update person set language = 'en' where tenant_id = '" + workspace(A) + "' and id = '" + other + "'");
        run("insert into portal_access (tenant_id, id, person_id, account_id) values ('" + workspace(A) + "', '" + UUID.randomUUID() + "', '" + other + "', '" + accounts.get("second") + "')");
    }

    private void member(String name, String role, String until) throws SQLException {
        run("insert into membership (tenant_id, id, account_id, role, until) values ('" + workspace(A) + "', '" + UUID.randomUUID() + "', '" + accounts.get(name) + "', '" + role + "', "
            + until + ")");
    }

    private void come() {
        actors.put("nobody signed in", new Actor("nobody signed in", new Visitor(), null));
        come("owner", "/w/" + A, "/w/" + A);
        come("assistant", "/w/" + A, "/w/" + A);
        come("supervisor", "/w/" + A, "/w/" + A);
        come("client", "/c/" + A, "/c/" + A);
        come("second", "/c/" + A, "/c/" + A);
        come("operator", "/operator", "/operator");
        come("former", null, "/w/" + A);
        come("ended", null, "/w/" + A);
        door.endSessions(humans.get("ended"));
    }

    /** The people of B, who are to see what the others are not. */
    void othersCome() {
        if (!actors.containsKey("b-owner")) {
            come("b-owner", "/w/" + B, "/w/" + B);
            come("b-client", "/c/" + B, "/c/" + B);
        }
    }

    private void come(String name, String home, String path) {
        Visitor visitor = new Visitor();
        Reply first = door.enter(visitor, humans.get(name), path);
        if (home != null && List.of("owner", "client", "second", "operator", "b-owner", "b-client").contains(name) && first.status() != 200) {
            throw new AssertionError(name + " does not get into " + home + ": " + first.brief());
        }
        actors.put(name, new Actor(name, visitor, home));
    }

    /** Proves again who is there, from the page of the sign-in server that asks. */
    Reply proves(String name, Reply asking) {
        return door.through(actors.get(name).visitor(), humans.get(name), asking);
    }

    List<Map<String, String>> rows(String table, UUID workspace) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        Catalogue.each(superuser, "select * from " + table + " where tenant_id = '" + workspace + "' order by id", found -> {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                row.put(found.getMetaData().getColumnName(i), found.getString(i));
            }
            rows.add(row);
        });
        return rows;
    }

    UUID one(String sql) throws SQLException {
        List<UUID> found = new ArrayList<>();
        Catalogue.each(superuser, sql, row -> found.add(UUID.fromString(row.getString(1))));
        if (found.isEmpty()) {
            throw new AssertionError("nothing: " + sql);
        }
        return found.get(0);
    }

    private void run(String sql) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
