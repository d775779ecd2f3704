/**
 * The practice's approaches and the steps of its path. Approaches are shown to people, linked to agreements and plans, and never printed on a receipt.
 * The average of a whole path and the estimate of each step are two separate facts; neither is computed from the other.
 */
package app.entente.catalogue;
