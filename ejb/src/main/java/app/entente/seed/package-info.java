/**
 * The demo practices: written into an empty installation at its start, and only when {@code entente.demo} says so.
 *
 * <ol>
 * <li>A demo practice is written whole, in one transaction, or not at all; one that is there is left as it is.</li>
 * <li>The files say what to write; {@link app.entente.seed.Seed} reads them, {@link app.entente.seed.Furnishing} writes.</li>
 * <li>Other features add their part by observing {@link app.entente.practice.PracticeEstablished}. Nobody depends on this package.</li>
 * </ol>
 */
package app.entente.seed;
