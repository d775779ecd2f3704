/**
 * Support access: somebody of the platform looks into a workspace because its practitioner lets them.
 *
 * <ol>
 * <li>An operator asks, with a reason; the practitioner accepts or declines. A practitioner may also grant it unasked, to one named operator.</li>
 * <li>It lasts thirty minutes from the grant, by the clock, looked at on each request. Revoking works at the next click.</li>
 * <li>It is one operator's, and only while the platform and the identity provider both count them among the operators.</li>
 * <li>It is for looking: the request is read-only, nothing is downloaded, and only pages named for it open. What people tell each other (notes, the text
 * of agreements, signing) is not among them, nor is the trail or this access itself.</li>
 * <li>Each visit (to the minute) and each thing that is opened is a line of the workspace's trail, with the operator as its actor. The platform's own trail says only that and when.</li>
 * </ol>
 */
package app.entente.support;
