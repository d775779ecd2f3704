/**
 * Who is there: accounts, and what each of them is in a workspace.
 *
 * <ol>
 * <li>The identity provider says who somebody is, how strongly and when they proved it. The database says, on each request, what they are here.</li>
 * <li>An account is one human, named by the provider's subject; nothing a practitioner typed is kept with it.</li>
 * <li>A seat is {@code practitioner} (an active membership), {@code client} (an active portal access), or none. None is answered as «not found».</li>
 * <li>A membership or an access that ended works no more at the next click.</li>
 * <li>An invitation is single-use, expires, is bound to a second fact, can be revoked and sent again.</li>
 * </ol>
 */
package app.entente.identity;
