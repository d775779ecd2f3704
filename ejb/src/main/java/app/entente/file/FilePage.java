package app.entente.file;

import java.util.List;

/**
 * A part of the list of files.
 *
 * @param count of all that were asked for
 */
public record FilePage(List<FileRow> rows, long count, FileSearch search) {

    /** Whether there are more after these. */
    public boolean more() {
        return (long) (search.page() + 1) * FileSearch.SIZE < count;
    }

    /** Number of the first of these, from 1. */
    public long from() {
        return count == 0 ? 0 : (long) search.first() + 1;
    }

    /** Number of the last of these. */
    public long until() {
        return (long) search.first() + rows.size();
    }
}
