package app.entente.kernel;

import java.util.List;
import java.util.UUID;

/**
 * What one feature has to tell of a file. A feature that keeps something of a file has one such boundary in its own package; the file asks all of
 * them for its timeline, its path and the part of one participant, and knows none of them.
 */
public interface TimelinePart {

    /** Everything that happened in a file as far as this feature knows, in any order; empty for a file that is not there. One query at most. */
    List<TimelineEntry> of(UUID file);

    /**
     * What a file's path counts or waits for, and nothing else of this feature: when meetings were held, and the documents that are due; empty for what
     * no path looks at. One query at most, of no more columns than that.
     */
    List<TimelineEntry> counted(UUID file);
}
