/**
 * Everything around the application that is not the application: the launcher that brings up PostgreSQL, Keycloak, a mail catcher
 * and Payara Micro on one machine ({@link app.entente.config.Start} for people, {@link app.entente.config.Stack} for the journeys),
 * and the steps that production uses alone: {@link app.entente.config.Roles}, {@link app.entente.config.Migration} and
 * {@link app.entente.config.ServerNode}.
 *
 * <ol>
 * <li>Nothing is started while one of the ports is taken.
 * <li>Secrets are made on the first start, kept in the data folder, readable by their owner alone, and never in the repository.
 * <li>Every part listens on the loopback address only.
 * <li>What was started is stopped together: by Ctrl-C, by a termination signal, or when one part ends by itself.
 * <li>The second factor is asked for unless it is switched off by name, and then the summary says so.
 * </ol>
 */
package app.entente.config;
