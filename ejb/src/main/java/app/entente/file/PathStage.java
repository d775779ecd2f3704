package app.entente.file;

import app.entente.kernel.Bilingual;
import java.util.List;

/**
 * One step of a file's path, with every stay at it in the present episode.
 *
 * @param min fewest meetings it usually takes; null when the practice gives no number
 * @param max most meetings it usually takes; null when the practice gives no number
 * @param held meetings that were held during the stays; what the practice expects is never computed from it
 * @param documents what is due at this step
 * @param stays earliest first
 * @param state {@code done}, {@code current}, {@code skipped} or {@code todo}
 */
public record PathStage(String code, Bilingual title, Bilingual goal, Integer min, Integer max, int held, List<Due> documents, List<PathStep> stays,
    String state) {

    /**
     * A document that a step waits for.
     *
     * @param state {@code done}, {@code begun} or {@code missing}
     * @param link where it is; null when there is none yet
     */
    public record Due(String code, String state, String link) {

        public boolean missing() {
            return "missing".equals(state);
        }
    }

    public boolean current() {
        return "current".equals(state);
    }

    public boolean done() {
        return "done".equals(state);
    }
}
