package app.entente.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This use case leaves a line in the workspace's audit trail when it has succeeded: who, when, what, about which thing. The thing is the first
 * identifier the method is given; a method that makes the thing answers it (its identifier, or something with {@code getId()} or {@code id()}).
 * Reads of what is kept about a person are use cases as much as changes are.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {

    /** What happened, as a word of the feature and a past participle, such as {@code file.opened}; also the key of its plain wording. */
    String value();
}
