package app.entente.kernel;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A rule of the field refuses what was asked; nothing was changed. The code names the message shown to the person. */
@ApplicationException(rollback = true)
public class BusinessRuleViolation extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final String code;
    private String field;
    private final transient List<Object> arguments;

    /** @param code key of the message in the bundles, for instance {@code agreement.incomplete} */
    public BusinessRuleViolation(String code, Object... arguments) {
        super(code);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /**
     * Says which part of what was typed it is about, so that a page can say so beside it.
     *
     * @param part its name in the feature, for instance {@code minutes}
     */
    public BusinessRuleViolation at(String part) {
        this.field = part;
        return this;
    }

    /** The part of what was typed that it is about; null when it is about the whole. */
    public String field() {
        return field;
    }

    /** Key of the message in the bundles. */
    public String code() {
        return code;
    }

    /** What the message names: counts, titles, limits. Never more than the person who asked may see. */
    public Object[] arguments() {
        return arguments == null ? new Object[0] : arguments.toArray();
    }
}
