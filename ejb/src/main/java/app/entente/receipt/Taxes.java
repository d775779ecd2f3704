package app.entente.receipt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Amounts with and without taxes, in minor units. Each tax is computed on the price before tax and rounded half up; no tax is computed on
 * another. The taxes of a document are computed once, on the total of what is taxed.
 *
 * @param net what is left without taxes
 * @param taxes in the order of the place
 * @param total net and taxes together
 */
record Taxes(long net, List<Tax> taxes, long total) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** A tax of a place: its code ({@code gst}, {@code qst}, {@code vat}) and its rate in percent. */
    record Rate(String code, BigDecimal percent) {
    }

    /** What one tax comes to on its base, in minor units. */
    record Tax(String code, BigDecimal percent, long base, long amount) {
    }

    /** Taxes that come on top of a price. */
    static Taxes on(long net, List<Rate> rates) {
        List<Tax> taxes = new ArrayList<>();
        long total = net;
        for (Rate rate : rates) {
            long amount = halfUp(BigDecimal.valueOf(net).multiply(rate.percent()).divide(HUNDRED));
            taxes.add(new Tax(rate.code(), rate.percent(), net, amount));
            total += amount;
        }
        return new Taxes(net, List.copyOf(taxes), total);
    }

    /** Taxes that a price contains already. The total is the price: where rounding leaves a cent, the net gives way, never a tax. */
    static Taxes within(long total, List<Rate> rates) {
        BigDecimal all = rates.stream().map(Rate::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        long net = BigDecimal.valueOf(total).multiply(HUNDRED).divide(HUNDRED.add(all), 0, RoundingMode.HALF_UP).longValueExact();
        List<Tax> taxes = on(net, rates).taxes();
        long left = total - taxes.stream().mapToLong(Tax::amount).sum();
        return new Taxes(left, taxes.stream().map(tax -> new Tax(tax.code(), tax.percent(), left, tax.amount())).toList(), total);
    }

    /** What is paid in cash for a total: the nearest multiple of the smallest coin; half a coin goes up. */
    static long cash(long total, long coin) {
        return Math.floorDiv(total + coin / 2, coin) * coin;
    }

    /** Shares out an amount in proportion; what rounding leaves goes to the last. */
    static List<Long> share(long amount, List<Long> weights) {
        long sum = weights.stream().mapToLong(Long::longValue).sum();
        List<Long> shares = new ArrayList<>();
        long left = amount;
        for (int i = 0; i < weights.size(); i++) {
            long share = i == weights.size() - 1 ? left
                : BigDecimal.valueOf(amount).multiply(BigDecimal.valueOf(weights.get(i))).divide(BigDecimal.valueOf(sum), 0, RoundingMode.HALF_UP).longValueExact();
            shares.add(share);
            left -= share;
        }
        return shares;
    }

    private static long halfUp(BigDecimal amount) {
        return amount.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }
}
