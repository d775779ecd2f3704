/**
 * Whom the workspace knows. A name here is what the practitioner wrote; it lives in this workspace and nowhere else.
 *
 * <ol>
 * <li>A person is addressed by tu or vous, in French or English, as this relation has chosen; unset means vous.</li>
 * <li>A channel that is not safe is never used.</li>
 * </ol>
 */
package app.entente.person;
