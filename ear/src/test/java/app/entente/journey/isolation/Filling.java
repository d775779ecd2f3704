package app.entente.journey.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * One row in every table of a workspace, made from the catalogue alone: every column has a value, every text that may be any text is a mark. Rules
 * between columns are found by trying.
 */
final class Filling {

    private static final int TRIES = 4000;
    private static final long SEED = 20261122;

    private final Connection superuser;
    private final Catalogue catalogue;
    private final Marks marks;
    private final char letter;
    private final UUID workspace;
    private final UUID account;
    private final List<String> unmarked = new ArrayList<>();

    Filling(Connection superuser, Catalogue catalogue, Marks marks, char letter, UUID workspace, UUID account) {
        this.superuser = superuser;
        this.catalogue = catalogue;
        this.marks = marks;
        this.letter = letter;
        this.workspace = workspace;
        this.account = account;
    }

    /** Writes the rows; answers the identifier of each table's. */
    Map<String, UUID> write() throws SQLException {
        Map<String, UUID> rows = new TreeMap<>();
        catalogue.tables().keySet().forEach(table -> rows.put(table, UUID.nameUUIDFromBytes((workspace + table).getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        superuser.setAutoCommit(false);
        Catalogue.each(superuser, "select set_config('session_replication_role', 'replica', true)", row -> { });
        Random dice = new Random(SEED);
        for (Catalogue.Table table : catalogue.tables().values()) {
            write(table, rows, dice);
        }
        superuser.commit();
        superuser.setAutoCommit(true);
        return rows;
    }

    /** Columns that may hold any text and hold no mark, because a rule between columns wanted them empty. */
    List<String> unmarked() {
        return unmarked;
    }

    private void write(Catalogue.Table table, Map<String, UUID> rows, Random dice) throws SQLException {
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        for (Catalogue.Column column : table.columns()) {
            if (!column.made()) {
                candidates.put(column.name(), candidates(table, column, rows));
            }
        }
        SQLException last = null;
        for (int i = 0; i < TRIES; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            boolean first = i == 0;
            candidates.forEach((name, values) -> row.put(name, values.get(first || dice.nextInt(3) > 0 ? 0 : dice.nextInt(values.size()))));
            Savepoint before = superuser.setSavepoint();
            try {
                Copy.insert(superuser, table.name(), row);
                superuser.releaseSavepoint(before);
                table.columns().stream().filter(c -> c.free() && row.get(c.name()) == null).forEach(c -> unmarked.add(table.name() + "." + c.name()));
                return;
            } catch (SQLException e) {
                superuser.rollback(before);
                last = e;
            }
        }
        throw new SQLException("no row fits " + table.name() + ": teach Filling the type or the rule", last);
    }

    private List<String> candidates(Catalogue.Table table, Catalogue.Column column, Map<String, UUID> rows) throws SQLException {
        List<String> values = new ArrayList<>(any(table, column, rows));
        if (!column.required()) {
            values.add(null);
        }
        return values;
    }

    /** Texts of that form that others have, or a few that are often wanted. */
    private List<String> shaped(Catalogue.Table table, Catalogue.Column column) throws SQLException {
        List<String> values = new ArrayList<>();
        Catalogue.each(superuser, "select distinct " + column.name() + " from " + table.name() + " where " + column.name() + " is not null limit 3",
            row -> values.add(row.getString(1)));
        values.addAll(List.of(UUID.randomUUID().toString().replace("-", "").repeat(2), "word", "2026-01", "2026-01-01", "A", "12:00", "#112233"));
        return values;
    }

    private List<String> any(Catalogue.Table table, Catalogue.Column column, Map<String, UUID> rows) throws SQLException {
        String linked = table.links().get(column.name());
        if (column.name().equals("tenant_id")) {
            return List.of(workspace.toString());
        } else if (column.name().equals("id")) {
            return List.of(rows.get(table.name()).toString());
        } else if (linked != null) {
            return List.of((rows.containsKey(linked) ? rows.get(linked) : account).toString());
        } else if (!column.allowed().isEmpty()) {
            // The last word is where a life ends: no timer has work with it.
            List<String> words = new ArrayList<>(column.allowed());
            Collections.reverse(words);
            return words;
        }
        String mark = marks.plant(letter, table.name(), column.name(), rows.get(table.name()).toString());
        if (column.text()) {
            return column.shaped() ? shaped(table, column) : List.of(mark);
        }
        LocalDate today = LocalDate.now();
        return switch (column.type().replaceAll("\\(.*", "")) {
            case "uuid" -> List.of(UUID.randomUUID().toString());
            case "integer", "bigint", "smallint", "numeric", "double precision", "real" -> List.of("1", "0", "10", "60", "2026", "32");
            case "boolean" -> List.of("false", "true");
            case "date" -> List.of(today.toString(), today.plusDays(30).toString(), today.minusDays(30).toString());
            case "timestamp with time zone", "timestamp" -> List.of(today + "T10:00Z", today.plusDays(30) + "T10:00Z", today.minusDays(30) + "T10:00Z");
            case "time without time zone" -> List.of("09:00", "17:00");
            case "bytea" -> List.of("\\x" + "ab".repeat(32), "\\x" + "ab".repeat(16), "\\x01");
            case "jsonb", "json" -> List.of("{\"word\": \"" + mark + "\"}", "[]");
            case "text[]", "citext[]" -> List.of("{" + mark + "}");
            case "inet" -> List.of("203.0.113.9");
            case "character", "character varying" -> List.of("C", "CAD", "fr");
            case "interval" -> List.of("1 hour");
            default -> column.type().endsWith("[]") ? List.of("{}") : Arrays.asList((String) null);
        };
    }
}
