/** The pages of what is written in a file: the list, a draft that saves itself, a signed entry; and what of it a client reads in the portal. */
package app.entente.web.note;
