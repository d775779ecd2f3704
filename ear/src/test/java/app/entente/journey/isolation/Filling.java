package app.entente.journey.isolation;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row in every table of a workspace, made from the catalogue alone: every column has a value, every text that may be any text is a mark. Rules
 * between columns are found by trying.
 */
final class Filling {

    private static final int TRIES = 2000;
    /** So many tries after each other begin with what was there; then from the beginning. */
    private static final int RESTART = 40;
    private static final int LONGEST = 4096;
    private static final Pattern RULE = Pattern.compile("constraint \"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w'])\\d{1,9}(?![\\w'])");
    private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*)'");
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
        Map<String, String> best = null;
        Map<String, String> row = first(candidates);
        String last = "";
        for (int i = 0; i < TRIES && (best == null || !bare(table, best).isEmpty()); i++) {
            Savepoint before = superuser.setSavepoint();
            try {
                Copy.insert(superuser, table.name(), row);
                best = best == null || bare(table, row).size() < bare(table, best).size() ? row : best;
                row = first(candidates);
                again(row, candidates, List.copyOf(candidates.keySet()), dice);
            } catch (SQLException e) {
                last = e.getMessage();
                // Only what the broken rule looks at is tried anew; what the database does not name a rule for, anywhere.
                row = new LinkedHashMap<>(i % RESTART == RESTART - 1 ? first(candidates) : row);
                again(row, candidates, blamed(table, last, List.copyOf(candidates.keySet())), dice);
            }
            superuser.rollback(before);
        }
        if (best == null) {
            throw new SQLException("no row fits " + table.name() + ": teach Filling the type or the rule; at last: " + last);
        }
        Copy.insert(superuser, table.name(), best);
        unmarked.addAll(bare(table, best));
    }

    private static Map<String, String> first(Map<String, List<String>> candidates) {
        Map<String, String> row = new LinkedHashMap<>();
        candidates.forEach((name, values) -> row.put(name, values.get(0)));
        return row;
    }

    private static void again(Map<String, String> row, Map<String, List<String>> candidates, List<String> columns, Random dice) {
        for (String column : columns) {
            List<String> values = candidates.get(column);
            if (values != null && dice.nextInt(columns.size() + 1) < 2) {
                row.put(column, values.get(dice.nextInt(values.size())));
            }
        }
    }

    /** The columns that the rule looks at which a message of the database names. */
    private static List<String> blamed(Catalogue.Table table, String message, List<String> all) {
        Matcher name = RULE.matcher(message);
        return name.find() ? table.rules().getOrDefault(name.group(1), all) : all;
    }

    /** Texts that a row leaves empty. */
    private static List<String> bare(Catalogue.Table table, Map<String, String> row) {
        return table.columns().stream().filter(c -> c.free() && row.get(c.name()) == null).map(c -> table.name() + "." + c.name()).toList();
    }

    private List<String> candidates(Catalogue.Table table, Catalogue.Column column, Map<String, UUID> rows) throws SQLException {
        List<String> values = new ArrayList<>();
        for (String value : any(table, column, rows)) {
            if (column.takes(superuser, value)) {
                values.add(value);
            }
        }
        if (!column.required()) {
            values.add(null);
        }
        if (values.isEmpty()) {
            throw new SQLException("nothing fits " + table.name() + "." + column.name() + " (" + column.type() + "): teach Filling the rule " + column.checks());
        }
        return values;
    }

    /** Texts of that form that others have, texts of the lengths its rules speak of, or a few that are often wanted. */
    private List<String> shaped(Catalogue.Table table, Catalogue.Column column, String mark) throws SQLException {
        List<String> values = others(table, column);
        values.addAll(List.of(UUID.randomUUID().toString().replace("-", "").repeat(2), "word", "word.done", "2026-01", "2026-01-01", "A", "12:00", "#112233", "fr", "CAD", "1"));
        for (String check : column.checks()) {
            NUMBER.matcher(check).results().map(match -> Integer.parseInt(match.group())).filter(length -> length > 0 && length <= LONGEST)
                .forEach(length -> values.addAll(List.of("a".repeat(length), "0".repeat(length), mark.repeat(length / mark.length() + 1).substring(0, length))));
            QUOTED.matcher(check).results().forEach(match -> values.add(match.group(1)));
        }
        return values;
    }

    /** Numbers around those that its rules speak of, and a few that are often wanted. */
    private static List<String> numbers(Catalogue.Column column) {
        Set<String> values = new LinkedHashSet<>(List.of("1", "0", "10", "60", "2026", "32"));
        for (String check : column.checks()) {
            NUMBER.matcher(check).results().map(match -> Long.parseLong(match.group())).forEach(number -> values.addAll(List.of(number + "", number + 1 + "", number - 1 + "")));
        }
        return List.copyOf(values);
    }

    /** Bytes of the lengths that its rules speak of. */
    private static List<String> bytes(Catalogue.Column column) {
        Set<String> values = new LinkedHashSet<>(List.of("\\x" + "ab".repeat(32), "\\x" + "ab".repeat(16), "\\x01"));
        for (String check : column.checks()) {
            NUMBER.matcher(check).results().map(match -> Integer.parseInt(match.group())).filter(length -> length <= LONGEST).forEach(length -> values.add("\\x" + "ab".repeat(length)));
        }
        return List.copyOf(values);
    }

    /** What stands in that column elsewhere. */
    private List<String> others(Catalogue.Table table, Catalogue.Column column) throws SQLException {
        List<String> values = new ArrayList<>();
        Catalogue.each(superuser, "select distinct " + column.name() + " from " + table.name() + " where " + column.name() + " is not null limit 3",
            row -> values.add(row.getString(1)));
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
            return column.shaped() ? shaped(table, column, mark) : List.of(mark);
        }
        LocalDate today = LocalDate.now();
        return switch (column.type().replaceAll("\\(.*", "")) {
            case "uuid" -> List.of(UUID.randomUUID().toString());
            case "integer", "bigint", "smallint", "numeric", "double precision", "real" -> numbers(column);
            case "boolean" -> List.of("false", "true");
            // What is to come is no work of a timer yet.
            case "date" -> List.of(today.plusDays(30).toString(), today.toString(), today.minusDays(30).toString());
            case "timestamp without time zone" -> List.of(today.plusDays(30) + "T10:00", today + "T10:00");
            case "timestamp with time zone", "timestamp" -> List.of(today.plusDays(30) + "T10:00Z", today + "T10:00Z", today.minusDays(30) + "T10:00Z");
            case "time without time zone" -> List.of("09:00", "17:00");
            case "bytea" -> bytes(column);
            case "jsonb", "json" -> List.of("{\"word\": \"" + mark + "\"}", "[]");
            case "text[]", "citext[]" -> List.of("{" + mark + "}");
            case "inet" -> List.of("203.0.113.9");
            case "character", "character varying" -> List.of("C", "CAD", "fr");
            case "interval" -> List.of("1 hour");
            default -> column.type().endsWith("[]") ? List.of("{}") : others(table, column);
        };
    }
}
