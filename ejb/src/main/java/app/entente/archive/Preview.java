package app.entente.archive;

import java.util.List;

/**
 * What would become of a file, row by row (rule 3).
 *
 * @param total rows
 * @param ready rows that would be taken over whatever is chosen
 * @param refused rows that cannot be
 * @param errors why not, in the order of the rows
 * @param twins rows that seem to be here already
 */
public record Preview(int total, int ready, int refused, List<CellError> errors, List<Twin> twins) {
}
