/** The practice's own settings. */
package app.entente.web.practice;
