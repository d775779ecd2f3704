package app.entente.kernel;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * This use case leaves a line in the workspace's audit trail when it has succeeded: who, when, what, about which thing. The thing is what the
 * method answers when that is an identifier (a method that makes the thing answers it), else the first identifier it is given, else what the
 * answer's {@code getId()} or {@code id()} says. Reads of what is kept about a person are use cases as much as changes are.
 *
 * <p>The annotation is the interceptor binding itself: nothing else is needed. Called from within another audited use case it adds nothing; the
 * outer one says what was done.
 */
@Documented
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Audited {

    /**
     * What happened, as a word of the feature and a past participle, such as {@code file.opened}; also the key of its plain wording. Where the
     * participle is {@code opened}, {@code read}, {@code listed}, {@code previewed} or {@code shown}, it is a reading, and the same one within a
     * minute is one line.
     */
    @Nonbinding
    String value();
}
