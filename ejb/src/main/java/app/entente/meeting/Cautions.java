package app.entente.meeting;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What somebody should know before meetings are booked or moved (rule 7): compared with the others and with the opening hours. */
final class Cautions {

    private final List<Slot> others;
    private final OpeningWeek week;
    private final ZoneId zone;

    /**
     * The calendar as it is.
     *
     * @param others meetings that take up time already
     * @param except those among them that are about to move themselves
     */
    Cautions(List<Slot> others, Set<UUID> except, OpeningWeek week, ZoneId zone) {
        this.others = others.stream().filter(slot -> !except.contains(slot.id())).toList();
        this.week = week;
        this.zone = zone;
    }

    /** All that is to be known about meetings to come, in their order. */
    List<Caution> of(List<Slot> wanted) {
        List<Caution> found = new ArrayList<>();
        for (Slot slot : wanted) {
            for (Slot other : others) {
                if (slot.meets(other)) {
                    found.add(new Caution(Caution.What.OVERLAP, slot.start(), other.with(), other.start()));
                } else if (slot.isTooNear(other)) {
                    found.add(new Caution(Caution.What.ROAD, slot.start(), other.with(), other.start()));
                }
            }
            LocalDateTime local = slot.start().atZone(zone).toLocalDateTime();
            if (!week.holds(local.toLocalDate(), local.toLocalTime(), slot.minutes())) {
                found.add(new Caution(Caution.What.CLOSED, slot.start(), null, null));
            }
        }
        return found;
    }
}
