package app.entente.meeting;

/**
 * How far a change of a meeting of a series goes.
 */
public enum Reach {
    /** This meeting alone. */
    ONE,
    /** This one and those after it. */
    FOLLOWING,
    /** All of the series that are to come. */
    ALL;

    /**
     * What a change would do, counted.
     *
     * @param reach how far it goes
     * @param changed meetings that change
     * @param kept meetings to come that were moved by themselves before and stay where they are
     * @param settled meetings of the series that have begun, took place or were cancelled: they never change
     */
    public record Count(Reach reach, int changed, int kept, int settled) {
    }
}
