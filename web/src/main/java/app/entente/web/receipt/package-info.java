/** The pages of receipts: the practice's list, one receipt, issuing one, and the client's own. */
package app.entente.web.receipt;
