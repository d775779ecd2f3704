package app.entente.journey.isolation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of workspaces as PostgreSQL's own catalogue describes them: those of tomorrow are in. */
record Catalogue(Map<String, Table> tables) {

    private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'::");

    /** A word that no rule was written for: a column whose own rules take it takes any. */
    private static final String ANY = "kqa0000z";

    /**
     * A table that has a workspace.
     *
     * @param links the table that each column of a key leads to
     * @param rules columns that each check, key and unique index looks at, by its name
     */
    record Table(String name, List<Column> columns, Map<String, String> links, Map<String, List<String>> rules) {

        Column column(String wanted) {
            return columns.stream().filter(c -> c.name().equals(wanted)).findFirst().orElseThrow();
        }
    }

    /**
     * A column.
     *
     * @param allowed the only words it takes; empty when any
     * @param shaped whether a rule looks at the form of its text
     * @param checks the rules that look at this column alone, as SQL
     */
    record Column(String name, String type, boolean required, boolean made, List<String> allowed, boolean shaped, List<String> checks) {

        boolean text() {
            return type.equals("text") || type.equals("citext") || type.startsWith("character varying");
        }

        /** Whether its own rules take that value; the database says so itself. */
        boolean takes(Connection connection, String value) throws SQLException {
            return accepts(connection, name, type, checks, value);
        }

        /** Whether any text may stand in it. */
        boolean free() {
            return text() && allowed.isEmpty() && !shaped;
        }
    }

    static Catalogue of(Connection connection) throws SQLException {
        Map<String, List<String>> rules = new LinkedHashMap<>();
        each(connection, """
            select c.relname, a.attname, pg_get_expr(k.conbin, k.conrelid) from pg_constraint k join pg_class c on c.oid = k.conrelid
              join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
             where k.contype = 'c' and c.relnamespace = 'public'::regnamespace and cardinality(k.conkey) = 1""",
            row -> rules.computeIfAbsent(row.getString(1) + "." + row.getString(2), n -> new ArrayList<>()).add(row.getString(3)));
        Map<String, Map<String, String>> links = new TreeMap<>();
        each(connection, """
            select c.relname, a.attname, r.relname from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
              join lateral unnest(k.conkey, k.confkey) pair (mine, theirs) on true
              join pg_attribute a on a.attrelid = c.oid and a.attnum = pair.mine join pg_attribute t on t.attrelid = r.oid and t.attnum = pair.theirs
             where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and a.attname <> 'tenant_id' and t.attname = 'id'""",
            row -> links.computeIfAbsent(row.getString(1), n -> new TreeMap<>()).put(row.getString(2), row.getString(3)));
        Map<String, Map<String, List<String>>> together = new TreeMap<>();
        each(connection, """
            select c.relname, k.conname, string_agg(a.attname, ' ') from pg_constraint k join pg_class c on c.oid = k.conrelid
              join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey) where c.relnamespace = 'public'::regnamespace group by 1, 2
            union all
            select c.relname, i.relname, string_agg(a.attname, ' ') from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
              join pg_attribute a on a.attrelid = c.oid and a.attnum = any (x.indkey::int2[]) where x.indisunique and c.relnamespace = 'public'::regnamespace group by 1, 2""",
            row -> together.computeIfAbsent(row.getString(1), n -> new TreeMap<>()).put(row.getString(2), List.of(row.getString(3).split(" "))));
        Map<String, Table> tables = new TreeMap<>();
        each(connection, """
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated <> '' or a.attidentity = 'a'
              from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
               and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped)
             order by c.relname, a.attnum""", row -> {
            String table = row.getString(1);
            List<String> checks = rules.getOrDefault(table + "." + row.getString(2), List.of());
            tables.computeIfAbsent(table, n -> new Table(n, new ArrayList<>(), links.getOrDefault(n, Map.of()), together.getOrDefault(n, Map.of()))).columns()
                .add(new Column(row.getString(2), row.getString(3), row.getBoolean(4), row.getBoolean(5), allowed(checks), false, checks));
        });
        for (Table table : tables.values()) {
            for (Column column : List.copyOf(table.columns())) {
                if (column.free() && !column.takes(connection, ANY)) {
                    table.columns().set(table.columns().indexOf(column), new Column(column.name(), column.type(), column.required(), column.made(), List.of(), true, column.checks()));
                }
            }
        }
        return new Catalogue(tables);
    }

    private static boolean accepts(Connection connection, String name, String type, List<String> checks, String value) throws SQLException {
        if (!yes(connection, "select pg_input_is_valid(?, '" + type + "')", value)) {
            return false;
        }
        // A rule that is not false lets a row in.
        return checks.isEmpty() || yes(connection, "select " + checks.stream().map(check -> "coalesce(" + check + ", true)").collect(Collectors.joining(" and "))
            + " from (select cast(? as " + type + ") as \"" + name + "\") as one", value);
    }

    private static boolean yes(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, value);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static List<String> allowed(List<String> checks) {
        for (String check : checks) {
            if (check.contains("ARRAY[") || check.matches("(?s).*\\(\\(?\\w+\\)? = '.*")) {
                List<String> words = new ArrayList<>();
                Matcher matcher = WORD.matcher(check);
                while (matcher.find()) {
                    words.add(matcher.group(1).replace("''", "'"));
                }
                return words;
            }
        }
        return List.of();
    }

    /** What makes up a workspace in the database, table by table, as short as a checksum. */
    static Map<String, String> fingerprint(Connection connection, Catalogue catalogue, String workspace) throws SQLException {
        return fingerprint(connection, catalogue, workspace, Map.of());
    }

    /** The same without the rows that a condition names, by table. */
    static Map<String, String> fingerprint(Connection connection, Catalogue catalogue, String workspace, Map<String, String> without) throws SQLException {
        // One statement sees one moment.
        StringBuilder sql = new StringBuilder("select 'workspace', md5(w::text) from workspace w where id = '" + workspace + "'");
        for (String table : catalogue.tables().keySet()) {
            sql.append(" union all select '").append(table).append("', count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '-') from ").append(table)
                .append(" t where tenant_id = '").append(workspace).append("' and not (").append(without.getOrDefault(table, "false")).append(")");
        }
        Map<String, String> all = new TreeMap<>();
        each(connection, sql.toString(), row -> all.put(row.getString(1), row.getString(2)));
        return all;
    }

    static void each(Connection connection, String sql, Each work) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                work.row(rows);
            }
        }
    }

    /** Work with one row. */
    interface Each {
        void row(ResultSet row) throws SQLException;
    }
}
