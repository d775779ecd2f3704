/**
 * Who is there: accounts, and what each of them is in a workspace.
 *
 * <ol>
 * <li>The identity provider says who somebody is, how strongly and when they proved it. The database says, on each request, what they are here.</li>
 * <li>An account is one human, named by the provider's subject; nothing a practitioner typed is kept with it.</li>
 * <li>A seat is {@code practitioner} (an active membership), {@code client} (an active portal access), or none. None is answered as «not found».</li>
 * <li>A membership or an access that ended works no more at the next click.</li>
 * <li>The first arrival of an account and the opening of its portal may come in either order; they meet on the provider's subject.</li>
 * <li>What the provider is asked for waits in the outbox, beside the change that asks for it, and says what must be the case, so that it may be
 * repeated. When the provider is away it waits longer each time; what only a person can mend is parked.</li>
 * <li>Once a night our accounts and the provider's users are compared, both ways. What disagrees is written down for the operator, as identifiers and
 * counts; nothing is repaired by itself.</li>
 * </ol>
 */
package app.entente.identity;
