/** Screens of those who work in a practice: the team, who may open what, and how one joins it. */
package app.entente.web.member;
