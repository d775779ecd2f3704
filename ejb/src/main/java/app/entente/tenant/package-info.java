/**
 * The border between workspaces: which one a call is for, and the two locks that hold it there.
 *
 * <ol>
 * <li>Lock one is PostgreSQL's row security: every tenant table has the strict policy on {@code app.tenant}, forced.</li>
 * <li>Lock two is EclipseLink's {@code @Multitenant} discriminator on {@link app.entente.tenant.TenantOwned}: every query carries it.</li>
 * <li>{@link app.entente.tenant.TenantLocks} sets both, once in a transaction, before the first statement of a boundary.</li>
 * <li>No workspace is an error, never a default; a second workspace in one transaction is refused.</li>
 * <li>Each lock is tested with the other one removed.</li>
 * </ol>
 */
package app.entente.tenant;
