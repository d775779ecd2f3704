/**
 * Meetings: when, how long, how and where a practitioner and the people of a file meet, and what became of it.
 *
 * <ol>
 * <li>A meeting is booked, then held, missed, cancelled by the client or cancelled by the practitioner; from these four nothing leads back.</li>
 * <li>The service decides the greatest length, the ways to meet and the areas served at home; what it does not allow is refused with its reason.</li>
 * <li>A meeting is booked before it ends ({@code meeting.over}); it is held or missed once it has begun ({@code meeting.not_yet}).</li>
 * <li>The time typed is the local time of the workspace's zone and is kept as an instant. A time that a clock change skips becomes the same
 *     distance after the change; a time that a clock change repeats is the first of the two.</li>
 * <li>Nothing is booked in a file that is not open ({@code meeting.file_closed}).</li>
 * </ol>
 */
package app.entente.meeting;
