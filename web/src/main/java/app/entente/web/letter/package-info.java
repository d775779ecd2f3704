/** What everybody may read of a practice: its page, as a letter. Needs no session, no script and no cookie. */
package app.entente.web.letter;
