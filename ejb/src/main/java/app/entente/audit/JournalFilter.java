package app.entente.audit;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which entries somebody wishes to see; null leaves a side open.
 *
 * @param from first day, in the workspace's zone
 * @param until last day
 * @param feature entries of one feature, such as {@code file}
 * @param actor entries of one account
 * @param file entries about one client file
 * @param before entries older than this number
 */
public record JournalFilter(LocalDate from, LocalDate until, String feature, UUID actor, UUID file, Long before) {
}
