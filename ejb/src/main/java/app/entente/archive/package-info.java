/**
 * Arriving: what a practice brings along from another tool as a table (CSV), clients, past meetings and the receipts of before.
 *
 * <ol>
 * <li>A file is recognised by what is in it: text as UTF-8 or Windows-1252, separated by semicolons, commas or tabs, with a first row of headers.
 * It has at most 5 MB and 10,000 rows.</li>
 * <li>Which column is which field is proposed by its header and remembered for the next file with the same headers.</li>
 * <li>A dry run says what would become of each row and writes nothing.</li>
 * <li>Two people are the same when their names are and nothing tells them apart: the birth dates, where both are known, must be equal; then a birth date,
 * an e-mail address or a telephone number in common makes them the same, and so does having nothing to compare. The same person is skipped unless
 * the practitioner chooses otherwise. The same meeting is one of the same file at the same time; the same receipt is one of the same number.</li>
 * <li>An import runs in the background, some rows in a transaction; each row remembers what it made, so that nothing is made twice.</li>
 * <li>It tells nobody anything: no mail leaves for what was brought along.</li>
 * <li>An import is taken back whole, but for what something was built on: that stays and is named. Nothing else in the practice can be deleted
 * this way; the database sees to it.</li>
 * <li>The cells are erased thirty days after the file came or the import ended. What was made of a row stays known.</li>
 * <li>A receipt that another tool issued is a record under its own number, in nobody's series and in no account: it is shown and found, never issued,
 * paid, credited or changed here. Its client finds it in the portal, unless somebody else paid it. It goes with the import that brought it or with its file, and in no other way.</li>
 * </ol>
 */
package app.entente.archive;
