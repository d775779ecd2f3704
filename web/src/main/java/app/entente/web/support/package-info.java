/** Support access, as the practitioner grants it and the operator asks for it. */
package app.entente.web.support;
