/**
 * What every page stands in: the address and its workspace, who is there, the language, refusals and errors, headers.
 *
 * <ol>
 * <li>The workspace is in the address: {@code /w/{slug}} for the practice, {@code /c/{slug}} for the client, {@code /p/{slug}} for everybody.</li>
 * <li>A signed-in person without a seat there is answered like an address that does not exist.</li>
 * <li>After a session has ended, the next click leads to the login and back to the same page with what was typed.</li>
 * <li>A post from another origin is refused.</li>
 * </ol>
 */
package app.entente.web.frame;
