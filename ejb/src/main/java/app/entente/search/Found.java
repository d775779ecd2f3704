package app.entente.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something that was found.
 *
 * @param kind {@code person}, {@code meeting}, {@code receipt}, {@code earlier} (one of another tool, by its file), {@code agreement}, {@code note}, {@code assessment}, {@code closing}, {@code addendum} or
 *     {@code personal}
 * @param id what its page is asked for by
 * @param title its name
 * @param more whose it is, its reference, its state: whatever tells it from its like; may be empty
 * @param at its time; null when it has none
 * @param snippet a few of its words; empty where the title says enough
 */
public record Found(String kind, UUID id, String title, String more, Instant at, List<Piece> snippet) {

    /** A piece of the words that are shown, and whether it is what was asked for. */
    public record Piece(String text, boolean hit) {
    }

    static Found of(String kind, UUID id, String title, String more, Instant at) {
        return new Found(kind, id, title, more == null ? "" : more, at, List.of());
    }
}
