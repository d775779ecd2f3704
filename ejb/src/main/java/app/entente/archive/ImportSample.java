package app.entente.archive;

import java.util.List;
import java.util.Map;

/**
 * What the mapping page shows.
 *
 * @param columns place of the column of each field that is recognised
 * @param rows the first rows, cell by cell; none when they are erased
 * @param remembered whether the mapping is that of an earlier file with the same headers
 */
public record ImportSample(Import file, Map<Field, Integer> columns, List<List<String>> rows, boolean remembered) {
}
