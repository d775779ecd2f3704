package app.entente.archive;

import java.util.List;

/**
 * Some receipts of another tool.
 *
 * @param count how many there are in all that fit what was asked
 */
public record EarlierPage(long count, List<EarlierRow> rows) {

    /** Rows of a page. */
    public static final int SIZE = 50;
}
