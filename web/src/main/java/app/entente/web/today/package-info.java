/** The practitioner's home: the meetings of the day, what awaits, where one was. */
package app.entente.web.today;
