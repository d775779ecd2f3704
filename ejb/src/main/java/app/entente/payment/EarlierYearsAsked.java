package app.entente.payment;

import java.util.Set;

/**
 * Of which years an account has something was asked for: the feature that keeps what another tool made out adds its own.
 *
 * @param debtor whose account
 * @param currency the practice's; documents in another one are left out
 * @param found where the years are added
 */
public record EarlierYearsAsked(Debtor debtor, String currency, Set<Integer> found) {
}
