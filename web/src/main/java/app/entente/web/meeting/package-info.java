/** The pages of meetings: the agenda as a plain list, one meeting, a new one. */
package app.entente.web.meeting;
