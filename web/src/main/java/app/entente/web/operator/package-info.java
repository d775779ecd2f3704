/** The operator's console: workspaces and their stages, never what is inside them. */
package app.entente.web.operator;
