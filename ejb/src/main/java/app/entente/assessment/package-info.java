/**
 * The psychosocial assessment of a file («évaluation du fonctionnement social»): a structured report apart from the notes, written, signed and sealed by
 * the means of entries.
 *
 * <ol>
 * <li>It is offered where the profession writes one; a peer practice has none ({@code assessment.not_offered}).</li>
 * <li>It is final only with an analysis ({@code assessment.no_analysis}) and a professional opinion ({@code assessment.no_opinion}). What scales and
 *     grids say does not take their place ({@code assessment.scores_alone}).</li>
 * <li>A signed assessment stays; a new look at the situation is the next version, begun from the words of the last one.</li>
 * <li>There is one draft at a time in a file.</li>
 * </ol>
 */
package app.entente.assessment;
