/**
 * The closing summary of a file: assembled from what the file knows, finished by hand, signed and sealed by the means of entries.
 *
 * <ol>
 * <li>It begins with what is known: dates, services and their number, where the path is, agreements. All of it may be corrected before it is final.</li>
 * <li>It says why the accompaniment ends ({@code closing.reason_missing}), in what state it leaves the person ({@code closing.state_missing}) and when the
 *     last service was ({@code closing.last_service_missing}; not a day to come, {@code closing.last_service_to_come}).</li>
 * <li>Its signature closes the file. The time for which a file is kept begins with the last service, not with the signature.</li>
 * <li>There is one draft at a time in a file, and none in a file that is closed already ({@code closing.not_open}).</li>
 * </ol>
 */
package app.entente.closing;
