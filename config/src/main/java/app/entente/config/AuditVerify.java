package app.entente.config;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Checks the audit chains from outside the application: {@code audit-verify [--tenant slug] [--since yyyy-mm-dd]
 * [--anchors folder [--trust pem]]}. It reads as the role
 * {@code entente_auditor}, which sees numbers, times, kinds, random identifiers and hashes, and nothing else. Without a slug every workspace's chain and the
 * platform's own are checked. With a folder of anchors each chain is also compared with what was anchored of it, which finds a chain that was cut off or
 * written anew as a whole; with a PEM of authorities the signatures and time-stamps of the anchors have to be theirs.
 */
public final class AuditVerify {

    static final int SOUND = 0;
    static final int BROKEN = 1;
    static final int NOT_CHECKABLE = 2;

    private static final int ROWS_AT_ONCE = 2000;
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final Connection connection;
    private final PrintStream out;
    private final Instant since;
    private final AuditAnchors anchors;
    private boolean broken;

    private AuditVerify(Connection connection, PrintStream out, Instant since, AuditAnchors anchors) {
        this.connection = connection;
        this.out = out;
        this.since = since;
        this.anchors = anchors;
    }

    /**
     * Reads {@code ENTENTE_DB_URL}, {@code ENTENTE_DB_AUDITOR_USER} (usually entente_auditor) and {@code ENTENTE_DB_AUDITOR_PASSWORD}. Ends with code 0
     * when everything holds, 1 when something is broken (its number is named), 2 when nothing could be said.
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Map<String, String> environment = System.getenv();
        String url = environment.get("ENTENTE_DB_URL");
        String password = environment.get("ENTENTE_DB_AUDITOR_PASSWORD");
        if (url == null || password == null) {
            err.println("ENTENTE_DB_URL and ENTENTE_DB_AUDITOR_PASSWORD are needed.");
            System.exit(NOT_CHECKABLE);
        }
        try (Connection connection = DriverManager.getConnection(url, environment.getOrDefault("ENTENTE_DB_AUDITOR_USER", "entente_auditor"), password)) {
            System.exit(run(connection, out, err, args));
        } catch (SQLException e) {
            err.println("The database could not be read: " + e.getMessage());
            System.exit(NOT_CHECKABLE);
        }
    }

    /**
     * Does it over a connection of the auditor's.
     *
     * @return the code to end with
     */
    public static int run(Connection connection, PrintStream out, PrintStream err, String... args) throws SQLException {
        String tenant = null;
        Instant since = null;
        String folder = null;
        String trust = null;
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length || !List.of("--tenant", "--since", "--anchors", "--trust").contains(args[i])) {
                err.println("audit-verify [--tenant slug] [--since yyyy-mm-dd] [--anchors folder [--trust pem]]");
                return NOT_CHECKABLE;
            }
            if (args[i].equals("--tenant")) {
                tenant = args[i + 1];
                continue;
            }
            if (args[i].equals("--anchors")) {
                folder = args[i + 1];
                continue;
            }
            if (args[i].equals("--trust")) {
                trust = args[i + 1];
                continue;
            }
            try {
                since = LocalDate.parse(args[i + 1]).atStartOfDay().toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException e) {
                err.println(args[i + 1] + " is no day of the form yyyy-mm-dd.");
                return NOT_CHECKABLE;
            }
        }
        // One moment for everything that is read: entries and heads move while the application runs.
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            AuditAnchors anchors = folder == null ? null : AuditAnchors.of(Path.of(folder), trust == null ? null : Path.of(trust));
            return new AuditVerify(connection, out, since, anchors).verify(tenant, err);
        } catch (IOException e) {
            err.println("The anchors could not be read: " + e.getMessage());
            return NOT_CHECKABLE;
        }
    }

    private int verify(String tenant, PrintStream err) throws SQLException {
        List<Map.Entry<UUID, String>> workspaces = workspaces(tenant);
        if (tenant != null && workspaces.isEmpty()) {
            err.println("No workspace has the address " + tenant + ".");
            return NOT_CHECKABLE;
        }
        for (Map.Entry<UUID, String> workspace : workspaces) {
            String erased = "erased-" + workspace.getKey();
            if (anchors != null && workspace.getValue().equals(erased)) {
                out.println(erased + ": its chain went with it and is compared with no anchor");
                continue;
            }
            tell(workspace.getValue(), workspaceChain(workspace.getKey()), contradiction(workspace.getKey(), "select hash from audit_event where seq = ? and tenant_id = ?"));
        }
        if (tenant == null) {
            tell("the platform", platformChain(), contradiction(AuditAnchors.PLATFORM, "select hash from platform_event where seq = ? and ?::uuid is not null"));
        }
        if (since != null) {
            out.println("Entries before " + INSTANT.format(since) + " were not looked at.");
        }
        if (anchors == null) {
            out.println("A chain cut off at its end together with its head, or written anew as a whole, cannot be told from a sound one by this database alone.");
        } else {
            anchors.faults().forEach(fault -> out.println("the anchors: BROKEN: " + fault));
            broken |= !anchors.faults().isEmpty();
            out.println("Compared with " + anchors.count() + " anchors" + (anchors.count() == 0 ? "." : ", the latest of " + anchors.latest() + ". What came after it cannot be told."));
            if (!anchors.trusted()) {
                out.println("Who sealed and time-stamped the anchors was not asked: name the authorities believed with --trust.");
            }
        }
        return broken ? BROKEN : SOUND;
    }

    /** The first anchor that a chain contradicts, in words; empty when there is none. */
    private String contradiction(UUID chain, String hash) throws SQLException {
        for (AuditAnchors.Head head : anchors == null ? List.<AuditAnchors.Head>of() : anchors.of(chain)) {
            try (PreparedStatement query = connection.prepareStatement(hash)) {
                query.setLong(1, head.seq());
                query.setObject(2, chain);
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next()) {
                        return "at entry " + head.seq() + ": it was anchored on " + head.stamped() + " and is gone";
                    }
                    if (!Arrays.equals(row.getBytes(1), head.hash())) {
                        return "at or before entry " + head.seq() + ": it is not the one that was anchored on " + head.stamped();
                    }
                }
            }
        }
        return "";
    }

    private void tell(String name, AuditChain chain, String contradiction) {
        if (chain.sound() && !contradiction.isEmpty()) {
            broken = true;
            out.println(name + ": BROKEN " + contradiction);
        } else if (chain.sound()) {
            out.println(name + ": sound, " + chain.entries() + " entries" + (chain.since() == null ? "" : ", since " + chain.since()));
        } else {
            broken = true;
            out.println(name + ": BROKEN at entry " + chain.firstBroken() + ": " + chain.reason());
        }
    }

    private List<Map.Entry<UUID, String>> workspaces(String tenant) throws SQLException {
        List<Map.Entry<UUID, String>> all = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("select id, slug from workspace where ?::text is null or slug = ?::citext order by slug")) {
            query.setString(1, tenant);
            query.setString(2, tenant);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    all.add(Map.entry(rows.getObject(1, UUID.class), rows.getString(2)));
                }
            }
        }
        return all;
    }

    private AuditChain workspaceChain(UUID tenant) throws SQLException {
        AuditChain chain = chain();
        try (PreparedStatement query = connection.prepareStatement("select seq, at, previous, hash, tenant_id, kind, actor_id, actor_role, subject_id, file_id, "
            + "person_id, encode(commitment, 'hex') from audit_event where tenant_id = ? and at >= coalesce(?, '-infinity'::timestamptz) order by seq")) {
            query.setObject(1, tenant);
            query.setTimestamp(2, since == null ? null : Timestamp.from(since));
            read(query, chain, rows -> List.of(text(rows, 5), text(rows, 1), at(rows), text(rows, 6), text(rows, 7), text(rows, 8), text(rows, 9),
                text(rows, 10), text(rows, 11), text(rows, 12)));
        }
        try (PreparedStatement query = connection.prepareStatement("select seq, hash from audit_head where tenant_id = ?")) {
            query.setObject(1, tenant);
            head(query, chain);
        }
        return chain;
    }

    private AuditChain platformChain() throws SQLException {
        AuditChain chain = chain();
        try (PreparedStatement query = connection.prepareStatement("select seq, at, prev, hash, kind, actor, workspace_id, detail from platform_event "
            + "where at >= coalesce(?, '-infinity'::timestamptz) order by seq")) {
            query.setTimestamp(1, since == null ? null : Timestamp.from(since));
            read(query, chain, rows -> List.of(text(rows, 1), at(rows), text(rows, 5), text(rows, 6), text(rows, 7), text(rows, 8)));
        }
        try (PreparedStatement query = connection.prepareStatement("select seq, hash from platform_head")) {
            head(query, chain);
        }
        return chain;
    }

    private AuditChain chain() {
        return since == null ? AuditChain.whole() : AuditChain.end();
    }

    private static void read(PreparedStatement query, AuditChain chain, Fields fields) throws SQLException {
        query.setFetchSize(ROWS_AT_ONCE);
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                chain.take(new AuditChain.Link(rows.getLong(1), at(rows), rows.getBytes(3), rows.getBytes(4), fields.of(rows)));
            }
        }
    }

    private static void head(PreparedStatement query, AuditChain chain) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            boolean there = rows.next();
            chain.head(there ? rows.getLong(1) : 0, there ? rows.getBytes(2) : new byte[0]);
        }
    }

    private static String at(ResultSet rows) throws SQLException {
        return INSTANT.format(rows.getTimestamp(2).toInstant());
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        String value = rows.getString(column);
        return value == null ? "" : value;
    }

    /** What of a row was hashed, in order. */
    @FunctionalInterface
    private interface Fields {
        List<String> of(ResultSet rows) throws SQLException;
    }
}
