package app.entente.payment;

import java.util.ArrayList;
import java.util.List;

/** Shares out amounts: money over what is open, or what is given back over what was settled. */
final class Split {

    private Split() {
    }

    /** What each gets of an amount, in that order, as far as it goes; zero for those it does not reach. */
    static List<Long> over(long amount, List<Long> wanted) {
        List<Long> shares = new ArrayList<>();
        long left = amount;
        for (long want : wanted) {
            long share = Math.max(0, Math.min(want, left));
            shares.add(share);
            left -= share;
        }
        return shares;
    }

    /** The sum to pay in cash with that smallest coin; half a coin goes up. */
    static long cash(long sum, long coin) {
        return Math.floorDiv(sum + coin / 2, coin) * coin;
    }
}
