package app.entente.file;

import java.util.UUID;

/**
 * A supervisor of this workspace, seen from one file.
 *
 * @param membership who
 * @param name what they are called here
 * @param named whether this file is named to them
 */
public record Supervisor(UUID membership, String name, boolean named) {
}
