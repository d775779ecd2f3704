/** The catalogue as the practitioner sees it. */
package app.entente.web.catalogue;
