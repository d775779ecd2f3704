package app.entente.audit;

import java.time.Instant;

/**
 * What comparing a chain with its anchors has found.
 *
 * @param compared how many anchors speak of this chain and were compared
 * @param latest time-stamp of the latest that agrees; null when none does
 * @param upTo number of the last entry it covers; 0 when none does
 * @param contradicted number of the entry that is not the one that was anchored; null when all are
 * @param anchored time-stamp of the anchor that says so; null likewise
 * @param unreadable anchors that do not carry the seal or are not whole
 */
public record AnchorVerdict(int compared, Instant latest, long upTo, Long contradicted, Instant anchored, int unreadable) {

    public boolean sound() {
        return contradicted == null && unreadable == 0;
    }
}
