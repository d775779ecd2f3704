package app.entente.identity;

import java.io.Serializable;

/**
 * Somewhere an account may go.
 *
 * @param slug the workspace's word in addresses
 * @param name its name
 * @param accent its colour
 * @param status its stage of life
 * @param part {@code practice} or {@code client}
 */
public record Place(String slug, String name, String accent, String status, String part) implements Serializable {
}
