package app.entente.audit;

import java.util.List;

/** A page of openings, newest first; older is the number to ask before for what comes next, null when this was all. */
public record OpeningsPage(List<Opening> rows, Long older) {
}
