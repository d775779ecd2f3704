/**
 * Search: one box for everything in a workspace.
 *
 * <ol>
 * <li>Every word that is typed has to be there, whatever its accents and capitals; the beginning of a word is enough. Words of one letter are passed over.</li>
 * <li>A practitioner finds people, meetings, receipts, documents and what is signed; an assistant finds people, meetings and receipts. A personal working
 *     note is found by its author alone.</li>
 * <li>What is written is indexed in the transaction that signs it or adds to it; drafts are not found. Everything else is asked of its own table, so that
 *     nothing found is out of date.</li>
 * <li>The index can be made again from the signed entries at any time ({@link app.entente.search.SearchIndex#rebuild}).</li>
 * <li>A few words around the place are shown of what is written, nothing more.</li>
 * </ol>
 */
package app.entente.search;
