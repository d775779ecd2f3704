/**
 * Whom the workspace knows. A name here is what the practitioner wrote; it lives in this workspace and nowhere else.
 *
 * <ol>
 * <li>A person is addressed by tu or vous, in French or English, as this relation has chosen; unset means vous.</li>
 * <li>A channel that is not safe is never used: no mail to an address that is not, no message left where none may be left.</li>
 * <li>A change between tu and vous is noted, with who made it; the person may undo it in their own space.</li>
 * <li>The name at birth is asked for only where the rules of the place require it; the chosen name is the one shown.</li>
 * </ol>
 */
package app.entente.person;
