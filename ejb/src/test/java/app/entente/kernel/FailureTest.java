package app.entente.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureTest {

    private final List<LogRecord> said = new ArrayList<>();
    private final Logger log = Logger.getLogger(Nightly.class.getName());
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord told) {
            said.add(told);
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };

    static class Nightly extends Round {

        void go() {
            throw new IllegalStateException("Key (name)=(Noa Tremblay) is taken", new IllegalArgumentException("noa@demo.example"));
        }
    }

    @BeforeEach
    void listen() {
        log.addHandler(listener);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void the_log_is_as_before() {
        log.removeHandler(listener);
        log.setUseParentHandlers(true);
    }

    @Test
    void a_round_that_is_cut_off_tells_kind_place_and_a_reference_and_nothing_the_exception_says() throws Exception {
        Nightly round = new Nightly();
        assertThat(round.keepsGoing(at(round, Nightly.class.getDeclaredMethod("go")))).isNull();
        assertThat(said).hasSize(1);
        assertThat(said.get(0).getThrown()).isNull();
        assertThat(said.get(0).getMessage()).matches("\\d{4}-\\d{4}: a round of Nightly was cut off; .*")
            .contains("java.lang.IllegalStateException at ", "because of java.lang.IllegalArgumentException at ", "FailureTest$Nightly.go(FailureTest.java:")
            .doesNotContain("Noa", "noa@", "Key");
    }

    @Test
    void where_nothing_of_ours_was_passed_the_place_is_where_it_was_thrown() {
        Throwable failure = catchThrowable(() -> List.of().get(0));
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("java.util.List", "get", "List.java", 7)});
        assertThat(Failure.told(failure)).isEqualTo(failure.getClass().getName() + " at java.util.List.get(List.java:7)");
    }

    /** The container's own call of a timer's method. */
    private static InvocationContext at(Nightly round, Method method) {
        return (InvocationContext) Proxy.newProxyInstance(FailureTest.class.getClassLoader(), new Class<?>[] {InvocationContext.class}, (proxy, called, arguments) -> {
            if ("getMethod".equals(called.getName())) {
                return method;
            }
            round.go();
            return null;
        });
    }
}
