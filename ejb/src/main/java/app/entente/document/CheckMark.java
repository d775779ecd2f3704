package app.entente.document;

import java.net.URI;

/**
 * How a reader asks whether the document is genuine: printed at the foot of its last page, with a QR code.
 *
 * @param code the check code
 * @param page where a code can be typed; printed without its scheme
 * @param address where the QR code leads: the page with the code filled in
 */
public record CheckMark(CheckCode code, URI page, URI address) { }
