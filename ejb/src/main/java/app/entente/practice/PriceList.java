package app.entente.practice;

import app.entente.kernel.BusinessRuleViolation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The prices of one service: the first one, and those that hold from a day on. Amounts are in minor units. */
public final class PriceList {

    private final long first;
    private final TreeMap<LocalDate, Long> later = new TreeMap<>();

    /**
     * A list as it is stored.
     *
     * @param first the price before any other began
     * @param dated a line for each later price: the day it begins and the amount
     */
    public PriceList(long first, String dated) {
        this.first = first;
        if (dated != null && !dated.isBlank()) {
            dated.lines().map(line -> line.split(" ")).forEach(entry -> later.put(LocalDate.parse(entry[0]), Long.valueOf(entry[1])));
        }
    }

    /** A price and the day it begins; null for the first one. */
    public record Entry(LocalDate from, long minor) {
    }

    /** The price of a day: the latest that had begun by then. */
    public long on(LocalDate day) {
        Map.Entry<LocalDate, Long> begun = later.floorEntry(day);
        return begun == null ? first : begun.getValue();
    }

    /** All prices, the first one first. */
    public List<Entry> entries() {
        List<Entry> all = new ArrayList<>(List.of(new Entry(null, first)));
        later.forEach((from, minor) -> all.add(new Entry(from, minor)));
        return all;
    }

    /**
     * Adds a price that begins on a day to come, in place of another of that day; refused with {@code service.price_past} when the day is not
     * after today, since what has been charged stays.
     */
    void plan(LocalDate from, long minor, LocalDate today) {
        if (!from.isAfter(today)) {
            throw new BusinessRuleViolation("service.price_past");
        }
        later.put(from, minor);
    }

    /** The list as it is stored. */
    String dated() {
        StringBuilder lines = new StringBuilder();
        later.forEach((from, minor) -> lines.append(lines.isEmpty() ? "" : "\n").append(from).append(' ').append(minor));
        return lines.toString();
    }
}
