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
 * @param room how many more files the workspace's plan has room for; null when as many as there are, or when no files are brought
 */
public record Preview(int total, int ready, int refused, List<CellError> errors, List<Twin> twins, Integer room) {

    /** How many of the rows that are ready find no room in the plan. */
    public int outside() {
        return room == null ? 0 : Math.max(0, ready - room);
    }
}
