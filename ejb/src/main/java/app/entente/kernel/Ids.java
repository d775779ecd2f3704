package app.entente.kernel;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** Identifiers of rows: UUID version 7 (RFC 9562), so that rows of one time lie together in an index. They name; they are not secrets. */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {
    }

    /** A new identifier, later than those before it. */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /**
     * The identifier in a text that came from an address or a form.
     *
     * @throws NotFound when the text is no identifier: such a thing does not exist either
     */
    public static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new NotFound();
        }
    }
}
