/**
 * A practice as it shows itself: profile, services, principles and limits, the dated rules of its place.
 *
 * <ol>
 * <li>In Quebec the title «travailleur social» needs the order and a permit number (C-26, r. 292): a profile without them is refused.</li>
 * <li>A service has a maximum length; a longer meeting is refused with {@code service.too_long} naming it.</li>
 * <li>A home visit is refused with {@code service.not_served} where the service has areas and neither the
 * postal code nor the municipality lies in one.</li>
 * <li>Texts of the law are dated; the one in force on a day is the latest that began by then; one whose first day is not
 * established counts as the oldest.</li>
 * <li>A text of the law is shown as law only when a professional has checked it.</li>
 * <li>A new practice begins with what its request has told. What is missing is named until its owner has filled it in; an empty field prints
 * nothing, and an agreement that needs it is not sent.</li>
 * <li>Without the permit for psychotherapy no service speaks of psychotherapy, nor bears the name of a reserved title:
 * {@code service.psychotherapy}.</li>
 * <li>A price holds from a day on; the one that counts is that of the meeting's day. A price that has begun does not change.</li>
 * <li>A service is retired, never deleted: its meetings keep it.</li>
 * </ol>
 */
package app.entente.practice;
