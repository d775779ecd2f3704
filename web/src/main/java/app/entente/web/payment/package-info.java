/** The pages of money: the ledger, recording and giving back, accounts, closings, exports, and the statements people download. */
package app.entente.web.payment;
