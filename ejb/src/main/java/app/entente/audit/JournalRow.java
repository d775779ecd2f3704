package app.entente.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * An entry of the trail as a practitioner reads it.
 *
 * @param seq its number in the chain
 * @param at when, UTC
 * @param kind what happened
 * @param actorId the account that did it; null for a visitor and for work that nobody asked for
 * @param role in which role
 * @param actor a client's name, else the member's address; empty where there is none to tell
 * @param mine whether it was the one who looks
 * @param fileId the client file; null when there is none
 * @param reference the file's reference; empty when there is no file
 * @param person the name of the person it is about; empty when there is none
 */
public record JournalRow(long seq, Instant at, String kind, UUID actorId, String role, String actor, boolean mine, UUID fileId, String reference,
    String person) {

    /** The feature that the kind is a word of. */
    public String feature() {
        return kind.substring(0, kind.indexOf('.'));
    }
}
