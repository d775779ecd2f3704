/**
 * Workspaces: the tenants. Names, stages of life and quotas; nothing of what is said inside.
 *
 * <ol>
 * <li>Requested → open → suspended → closing → erased. {@link app.entente.workspace.Stage} knows which step leads where; a step that was taken
 * already changes nothing, one that does not lead on is refused with {@code operator.illegal_step}. Everything but erasing can be taken back.</li>
 * <li>Only an open workspace changes; a suspended or closing one is read and downloaded from.</li>
 * <li>A workspace has the quotas of its plan, or its own where the operator set some. At the quota of clients no new file is opened
 * ({@code file.quota_reached}); at the quota of storage no new document is begun ({@code file.storage_reached}), while what was begun, signed or
 * numbered is always kept.</li>
 * <li>No mail is lost to a quota: at 80 hundredths of the month's mails the owner and the operator are told, at 100 only mails that can wait do.</li>
 * <li>Usage is counted by the workspace itself, each night and when asked: counts, sizes and days, never a name.</li>
 * </ol>
 */
package app.entente.workspace;
