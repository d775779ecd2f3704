package app.entente.meeting;

import java.time.Duration;
import java.time.Instant;
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

    /**
     * Time that a meeting takes up.
     *
     * @param travel minutes of road before and after
     * @param with whom it is with; null for one that is only wanted
     */
    record Slot(UUID id, Instant start, int minutes, int travel, String with) {

        /** A slot as a query reads it. */
        public Slot(UUID id, Instant start, int minutes, int travel, String given, String family, String chosen) {
            this(id, start, minutes, travel, (chosen == null || chosen.isBlank() ? given : chosen) + " " + family);
        }

        private Instant end() {
            return start.plus(Duration.ofMinutes(minutes));
        }

        private boolean meets(Slot other) {
            return start.isBefore(other.end()) && other.start.isBefore(end());
        }

        /** Whether the longer of the two roads does not fit between them. */
        private boolean isTooNear(Slot other) {
            Duration road = Duration.ofMinutes(Math.max(travel, other.travel));
            return start.minus(road).isBefore(other.end()) && other.start.isBefore(end().plus(road));
        }
    }
}
