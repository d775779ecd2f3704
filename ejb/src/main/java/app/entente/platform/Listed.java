package app.entente.platform;

import java.util.List;

/**
 * One page of a list.
 *
 * @param total rows on all pages
 * @param page this page, from 1
 * @param size rows of a full page
 */
public record Listed<T>(List<T> rows, long total, int page, int size) {

    /** How many pages there are, one at least. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }
}
