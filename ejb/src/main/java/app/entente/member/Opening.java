package app.entente.member;

import java.util.Map;

/**
 * A line of the table of who sees what.
 *
 * @param capability what is done
 * @param extents role → how much of it
 */
public record Opening(Capability capability, Map<String, Extent> extents) {

    /** How much of a line a role may. */
    public enum Extent {
        /** All of it. */
        ALL,
        /** Some of it. */
        SOME,
        /** Their own part, in their own space. */
        OWN,
        /** Nothing of it. */
        NONE
    }

    /** How much that role may, as a word. */
    public String extent(String role) {
        return extents.getOrDefault(role, Extent.NONE).name().toLowerCase(java.util.Locale.ROOT);
    }
}
