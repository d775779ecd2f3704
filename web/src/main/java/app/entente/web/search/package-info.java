/** The page of what was found. */
package app.entente.web.search;
