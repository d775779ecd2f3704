package app.entente.document;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** A document holds characters that its fonts cannot draw, so that it is not made rather than made with gaps. */
@ApplicationException(rollback = true)
public class UnprintableText extends RuntimeException {

    private final List<String> characters;

    UnprintableText(List<Integer> codePoints) {
        super(codePoints.stream().map(UnprintableText::named).collect(Collectors.joining(", ")));
        characters = codePoints.stream().map(Character::toString).toList();
    }

    /** The characters, each once, in the order they were met. */
    public List<String> characters() {
        return characters;
    }

    private static String named(int codePoint) {
        return "U+%04X %s".formatted(codePoint, Character.getName(codePoint));
    }
}
