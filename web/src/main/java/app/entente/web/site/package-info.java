/** The platform's own pages: what Entente is, where one may go, what robots may read. */
package app.entente.web.site;
