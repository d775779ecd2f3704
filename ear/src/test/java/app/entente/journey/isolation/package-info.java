/**
 * Nothing of a workspace comes out of it: shown by going through the assembled application as everybody there is.
 *
 * <p>{@link app.entente.journey.isolation.IsolationJourney} makes two workspaces of equal shape and a third with a row in every table, each full of marks. Pages,
 * servlets and downloads are read from the archive that is deployed, tables and their rules from the database's catalogue: what is added tomorrow is in, or is
 * named as something the crawl does not know. Everybody reads their own places, asks for the places of others, puts foreign and unknown identifiers into every
 * parameter and form, and presses buttons that are not there. No mark of another workspace may come back, a foreign identifier is answered as an unknown one
 * is, and no row of the others changes. The report lies in {@code ear/target/isolation-report.txt}. When a page is new and its finding is right, mend the page;
 * when a row cannot be made, {@code Filling} says which table and which rule.
 *
 * <p>After the last journey of this package the workspaces, accounts and logins are gone again.
 *
 * <p>That these tests can fail is shown by {@code app.entente.mutant.Mutants}. Who caught what on 2026-11-22 (the three that the crawl caught were seeded together):
 *
 * <pre>
 * a policy dropped                            RowLevelSecurityIT, TwoLocksIT
 * FORCE off on one table                      RowLevelSecurityIT
 * a strict policy loosened                    RowLevelSecurityIT, TwoLocksIT
 * tenant_id removed from a foreign key        RowLevelSecurityIT
 * tenant_id removed from a primary key        RowLevelSecurityIT
 * tenant_id removed from a unique index       RowLevelSecurityIT
 * the shared cache on                         TwoLocksIT.no_entity_is_kept_in_a_shared_cache
 * the discriminator removed from one entity   MappingIT.every_query_of_an_entity_of_a_workspace_carries_the_workspace
 * the locks do not set the setting            TwoLocksIT
 * the setting outlives its transaction        TwoLocksIT.no_connection_remembers_a_workspace_once_its_transaction_has_ended
 * a definer's function widened                TwoLocksIT.the_places_of_an_account_are_told_for_that_account_alone
 * a definer's function tells the other half   TwoLocksIT.the_places_of_an_account_are_told_for_that_account_alone
 * a finder without its person check           ReceiptsIT.a_client_sees_only_their_own
 * a list without its person check             ReceiptsIT.a_client_sees_only_their_own
 * one role check turned into everybody        ArchitectureTest (web).what_everybody_may_call_is_called_knowingly
 * a membership check removed at sign-in       IsolationJourney: every page and download of the practice, for members and clients of another workspace
 * a person check removed under a download     IsolationJourney: download agreement and evidence, the second client
 * a download that ignores who asks            IsolationJourney: download receipt, both clients
 * the workspace taken from the last request   MixedRequestsJourney.two_hundred_requests_at_once_never_meet: pages show marks of the other workspace
 * </pre>
 */
package app.entente.journey.isolation;
