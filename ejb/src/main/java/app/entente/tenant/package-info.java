/**
 * The border between workspaces: which one a call is for, and the two locks that hold it there.
 *
 * <ol>
 * <li>Lock one is PostgreSQL's row security: every tenant table has the strict policy on {@code app.tenant}, forced.</li>
 * <li>Lock two is EclipseLink's {@code @Multitenant} discriminator on {@link app.entente.tenant.TenantOwned}: every query carries it.</li>
 * <li>{@link app.entente.tenant.TenantLocks} sets both, once in a transaction, before the first statement of a boundary.</li>
 * <li>No workspace is an error, never a default; a second workspace in one transaction is refused.</li>
 * <li>A request of a workspace that is not open changes nothing there, nor does one of somebody who was only let in to look:
 * {@link app.entente.tenant.ReadOnlyFence} refuses what the features change, PostgreSQL what reaches it all the same (policies {@code read_only_…}).
 * Both say {@code frame.read_only}. The few tables that are written even then carry {@link app.entente.tenant.WrittenAlways} and are listed in the
 * catalogue test. Work that timers do is not held back.</li>
 * <li>A timer asks {@link app.entente.tenant.Waiting} what waits in any workspace, which tells identifiers alone, and works on each row inside its own
 * workspace ({@link app.entente.tenant.InTenant}).</li>
 * <li>Each lock and each fence is tested with the other one removed.</li>
 * </ol>
 */
package app.entente.tenant;
