/** The journal of the workspace, for its practitioner, and its check. */
package app.entente.web.audit;
