package app.entente.kernel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One thing that happened in a file, as a feature tells it.
 *
 * @param at when, UTC
 * @param kind what kind of thing: meeting, agreement, receipt, statement, path, people, life, note, document …; also the filter's word
 * @param key key of its wording in the bundles of the screens, such as {@code meeting.timeline.held}
 * @param arguments what the wording names: texts, {@link Bilingual}, days, instants, {@link Money}
 * @param link address within the practice's place; null when there is no page
 * @param person whose it is: who said it, signed it, was given it; null when it is nobody's alone
 * @param joint whether everybody of the file was part of it; what is neither joint nor a person's own is never split off to them
 * @param shelf {@code shared}, {@code record} or {@code personal}
 * @param text the words themselves, where there are some to show; else null
 * @param due code of a document that a step of the path waits for ({@code agreement}, {@code assessment}, {@code plan}, {@code closing_summary}); else null
 * @param done whether it came to its end: a meeting that was held, a document that is in force
 */
public record TimelineEntry(Instant at, String kind, String key, List<Object> arguments, String link, UUID person, boolean joint, String shelf,
    String text, String due, boolean done) {

    /** Something everybody of the file was part of, in the record. */
    public static TimelineEntry joint(Instant at, String kind, String key, Object... arguments) {
        return new TimelineEntry(at, kind, key, List.of(arguments), null, null, true, "record", null, null, false);
    }

    /** Something of one person, in the record. */
    public static TimelineEntry of(UUID person, Instant at, String kind, String key, Object... arguments) {
        return new TimelineEntry(at, kind, key, List.of(arguments), null, person, false, "record", null, null, false);
    }

    /** Something that the practice alone has done or noted. */
    public static TimelineEntry ours(Instant at, String kind, String key, Object... arguments) {
        return new TimelineEntry(at, kind, key, List.of(arguments), null, null, false, "record", null, null, false);
    }

    /** With this address. */
    public TimelineEntry to(String address) {
        return new TimelineEntry(at, kind, key, arguments, address, person, joint, shelf, text, due, done);
    }

    /** On this shelf. */
    public TimelineEntry on(String place) {
        return new TimelineEntry(at, kind, key, arguments, link, person, joint, place, text, due, done);
    }

    /** With these words. */
    public TimelineEntry saying(String words) {
        return new TimelineEntry(at, kind, key, arguments, link, person, joint, shelf, words, due, done);
    }

    /** It counts as a document that a step waits for. */
    public TimelineEntry asDocument(String code) {
        return new TimelineEntry(at, kind, key, arguments, link, person, joint, shelf, text, code, done);
    }

    /** It came to its end, or not. */
    public TimelineEntry ended(boolean ended) {
        return new TimelineEntry(at, kind, key, arguments, link, person, joint, shelf, text, due, ended);
    }

    /** Whether this may be handed to one person of the file: what was joint, and what is their own; never what the practice keeps for itself. */
    public boolean belongsTo(UUID somebody) {
        return !"personal".equals(shelf) && (joint || somebody.equals(person));
    }
}
