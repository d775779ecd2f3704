/**
 * Documents: rendering, sealing, checking, encrypting. This feature knows nothing of who asks: agreements, plans,
 * receipts and evidence all pass here.
 *
 * <p>In order of use:
 * <ol>
 * <li>{@link app.entente.document.DocumentSource} says what a document is made of; its text is built with
 *     {@link app.entente.document.Html}, {@link app.entente.document.Table} and
 *     {@link app.entente.document.SignatureBlock}, which escape all they are given.</li>
 * <li>{@link app.entente.document.DocumentRenderer#render} gives the bytes of a tagged PDF/A.</li>
 * <li>{@link app.entente.document.CheckCode} and {@link app.entente.document.CheckMark} put a check code at the foot
 *     of the last page.</li>
 * <li>{@link app.entente.document.Seal#seal} seals those bytes with a time-stamp, or throws
 *     {@link app.entente.document.TimeStampUnavailable}: the caller keeps the document as sealing and tries again.</li>
 * <li>{@link app.entente.document.SealCheck#check} says of any file whether it is genuine, altered or unknown.</li>
 * <li>{@link app.entente.document.Envelope} encrypts what is kept.</li>
 * <li>{@link app.entente.document.WorkLeft} lets a timer make what is left, of all workspaces: what fails is postponed, longer each time, and takes nobody’s turn.</li>
 * </ol>
 *
 * <p>Rules:
 * <ol>
 * <li>Text is drawn whole or refused: {@link app.entente.document.UnprintableText} names what no font can draw.</li>
 * <li>A document reads nothing from outside: no file, no address, only pictures given as bytes.</li>
 * <li>A document is sealed once, after everybody signed; whatever follows the seal in the file is an alteration.</li>
 * <li>Without a believable time-stamp there is no seal.</li>
 * <li>Bytes that were shown or sealed are kept; they are never rendered again.</li>
 * </ol>
 */
package app.entente.document;
