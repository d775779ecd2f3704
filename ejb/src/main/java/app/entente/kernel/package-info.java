/**
 * Values and refusals without a home of their own. Depends on nothing of ours.
 *
 * <ol>
 * <li>A rule that refuses is a {@link app.entente.kernel.BusinessRuleViolation} with a code; the words for people are in the message bundles.</li>
 * <li>What does not exist and what belongs to somebody else are the same {@link app.entente.kernel.NotFound}.</li>
 * <li>Time comes from an injected {@link java.time.Clock}; identifiers from {@link app.entente.kernel.Ids}.</li>
 * </ol>
 */
package app.entente.kernel;
