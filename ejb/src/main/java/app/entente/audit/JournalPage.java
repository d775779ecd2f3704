package app.entente.audit;

import java.util.List;

/**
 * A page of the trail.
 *
 * @param rows newest first
 * @param older the number to ask before for what comes next; null when this was all
 */
public record JournalPage(List<JournalRow> rows, Long older) {
}
