/** Screens of supervision: the entrusted files as a supervisor reads them, and the part of a file's page that entrusts it. */
package app.entente.web.supervision;
