/**
 * The operator's side of the platform: requests for a workspace, plans, the life of each workspace, the platform's own trail.
 *
 * <ol>
 * <li>The console speaks to the database as {@code entente_operator}, which has no grant on any table of a workspace. What it knows of one is its
 * name, its stage, counts, sizes and days.</li>
 * <li>A request tells the visitor the same whether the address is known or not. It is held back when it comes too fast or too often, or fills in
 * what people do not see. One receipt is written to the address, and nothing else until it is decided.</li>
 * <li>Approving opens the workspace and asks for its furnishing in one transaction; the outbox does the rest, until it has worked.</li>
 * <li>Every step, and every change of a plan, is written to the platform's trail in the transaction that makes it: who, when, what, why. A step
 * that was taken already is not written again.</li>
 * <li>Refusing, suspending and closing ask for a reason ({@code operator.reason_missing}).</li>
 * <li>Closing begins a grace of {@value app.entente.platform.Operating#GRACE_DAYS} days unless said otherwise, between 7 and 365.</li>
 * <li>Erasing is refused before the grace is over ({@code operator.grace_not_over}), without the address typed ({@code operator.other_slug}), and,
 * while the law asks for receipts or files to be kept, without the word that the owner has them ({@code operator.not_handed_over}): keeping them
 * is the practitioner's duty, and no copy stays here.</li>
 * <li>What stays of an erased workspace: its dates, the trail, the certificate, the hash of its address so that nobody else gets it. Whoever had a login for it
 * alone is removed at the identity provider as well, by the outbox.</li>
 * <li>A refused request, and the mail about it, is forgotten on a day that is set when it is refused; the trail keeps how many went.</li>
 * </ol>
 */
package app.entente.platform;
