/** What a practice brings along from another tool. */
package app.entente.web.archive;
