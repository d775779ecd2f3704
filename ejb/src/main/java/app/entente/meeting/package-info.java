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
 * <li>A meeting to come has what its mode asks for: an address at home, a number by phone; the link of a video call may follow, and is https.</li>
 * <li>Another meeting at the same time, a road that does not fit and hours outside those of the practice are told before booking; whoever books
 *     confirms them. They are never refused.</li>
 * <li>A series is an RFC 5545 rule in local time, so that the hour stays through clock changes. Each of its meetings keeps its place in the rule;
 *     one that was moved by itself is an exception to it, one from which the rule changes is where the series was split.</li>
 * <li>A change of a series reaches one meeting, it and those after it, or all to come; how many is told before and must still be true when it is
 *     done. What has begun or is settled never changes, and what was moved by itself stays where it is.</li>
 * <li>Whether a client's cancellation is late is a fact: less time before the meeting than the signed agreement asks for, and none without one.</li>
 * <li>A private calendar address holds 256 random bits, of which only the digest is kept; it can be revoked and made anew, opens only while its
 *     owner is here and the workspace is open, and shows no name of a service, a profession or a person in full.</li>
 * <li>Mails and calendar objects say when, and where to read more; nothing of the service, the profession or the place, unless the person chose so
 *     for calendars. A reminder comes when the person wishes it, the day before where they have not said.</li>
 * <li>The next meeting is proposed by the rhythm of a person's own: the same day of the week and local hour one week on, as many weeks on (four at
 *     most) as the last ones were apart, or the next of several a week; passed over week by week, twelve at most, where another meeting, a road
 *     or the hours of the practice speak against it. It is a proposal: whoever books may change all of it.</li>
 * </ol>
 */
package app.entente.meeting;
