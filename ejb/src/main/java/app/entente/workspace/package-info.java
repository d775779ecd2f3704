/**
 * Workspaces: the tenants. Names and stages of life, nothing of what is said inside.
 */
package app.entente.workspace;
