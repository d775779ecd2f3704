package app.entente.search;

import java.util.List;

/** What was found, by kind; each list in the order of what fits best or is nearest. */
public record Results(List<Found> people, List<Found> meetings, List<Found> receipts, List<Found> documents, List<Found> writings) {

    static Results nothing() {
        return new Results(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** How much there is in all. */
    public int count() {
        return people.size() + meetings.size() + receipts.size() + documents.size() + writings.size();
    }
}
