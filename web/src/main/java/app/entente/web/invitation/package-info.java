/** Invitations on screen: a part of the page of a file, and the page behind the link. */
package app.entente.web.invitation;
