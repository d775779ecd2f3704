package app.entente.payment;

import java.util.List;
import java.util.UUID;

/**
 * An export that is made: its name, what it is, and its pieces in order, which are read one by one.
 *
 * @param mediaType with the set of characters
 */
public record ExportFile(UUID id, String name, String mediaType, List<Integer> pieces) {
}
