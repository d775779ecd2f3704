/**
 * Client files: one accompaniment each, with who takes part in it.
 *
 * <ol>
 * <li>A file is opened for a person; it gets a reference (year and running number) in the same transaction, without gaps.</li>
 * <li>A file is never deleted.</li>
 * <li>A file, person, client, payer and signatory are different things; the client is a participant with that capacity.</li>
 * <li>The path follows the five steps; today's step is kept with the file.</li>
 * </ol>
 */
package app.entente.file;
