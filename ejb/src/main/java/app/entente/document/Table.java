package app.entente.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A sober table whose head returns on each page. Columns first, then rows, then {@link #html()}:
 * {@code new Table().column("Date").amounts("Montant").row("3 novembre 2026", "120,00 $").html()}.
 */
public final class Table {

    private record Column(String title, boolean amounts) { }

    private final List<Column> columns = new ArrayList<>();
    private final StringBuilder rows = new StringBuilder();

    /** A column of words; a title of several lines keeps them. */
    public Table column(String title) {
        columns.add(new Column(title, false));
        return this;
    }

    /** A column of amounts or other figures, set to the right. */
    public Table amounts(String title) {
        columns.add(new Column(title, true));
        return this;
    }

    /**
     * A line.
     *
     * @throws IllegalArgumentException unless there are as many cells as columns
     */
    public Table row(String... cells) {
        return line("", cells);
    }

    /** A line on the way to the total: empty cells before its words are left blank. */
    public Table sum(String... cells) {
        return line(" class=\"sum\"", cells);
    }

    /** A closing line that stands out; empty cells before its first word are left blank. */
    public Table total(String... cells) {
        return line(" class=\"total\"", cells);
    }

    /** The table, to put in the body. */
    public Html html() {
        StringBuilder head = new StringBuilder("<tr>");
        columns.forEach(column -> head.append("<th scope=\"col\"").append(style(column)).append('>')
            .append(Html.breaks(column.title)).append("</th>"));
        return Html.table("rows", head.append("</tr>").toString(), rows.toString());
    }

    private Table line(String style, String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(columns.size() + " columns but " + cells.length + " cells");
        }
        rows.append("<tr").append(style).append('>');
        for (int i = 0; i < cells.length; i++) {
            rows.append("<td").append(style(columns.get(i))).append('>').append(Html.breaks(cells[i])).append("</td>");
        }
        rows.append("</tr>");
        return this;
    }

    private static String style(Column column) {
        return column.amounts ? " class=\"amount\"" : "";
    }
}
