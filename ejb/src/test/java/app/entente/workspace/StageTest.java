package app.entente.workspace;

import static app.entente.workspace.Stage.CLOSING;
import static app.entente.workspace.Stage.ERASED;
import static app.entente.workspace.Stage.OPEN;
import static app.entente.workspace.Stage.REQUESTED;
import static app.entente.workspace.Stage.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.workspace.Stage.Step;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rule 1 of the workspace package. */
class StageTest {

    /** The whole life: what each step makes of each stage. What is not here is refused. */
    private static final Map<Stage, Map<Step, Stage>> LIFE = Map.of(
        REQUESTED, Map.of(Step.APPROVE, OPEN),
        OPEN, Map.of(Step.APPROVE, OPEN, Step.SUSPEND, SUSPENDED, Step.RESUME, OPEN, Step.CLOSE, CLOSING, Step.REOPEN, OPEN),
        SUSPENDED, Map.of(Step.SUSPEND, SUSPENDED, Step.RESUME, OPEN, Step.CLOSE, CLOSING),
        CLOSING, Map.of(Step.CLOSE, CLOSING, Step.REOPEN, OPEN, Step.ERASE, ERASED),
        ERASED, Map.of(Step.ERASE, ERASED));

    @Test
    void every_step_leads_where_it_should_or_is_refused() {
        for (Stage stage : Stage.values()) {
            for (Step step : Step.values()) {
                Stage expected = LIFE.get(stage).get(step);
                if (expected == null) {
                    assertThatThrownBy(() -> stage.after(step)).as(stage + " " + step).isInstanceOf(BusinessRuleViolation.class).hasMessage("operator.illegal_step");
                } else {
                    assertThat(stage.after(step)).as(stage + " " + step).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void nothing_leads_out_of_erased() {
        assertThat(ERASED.steps()).isEmpty();
    }

    @Test
    void what_is_offered_moves_on() {
        assertThat(OPEN.steps()).containsExactly(Step.SUSPEND, Step.CLOSE);
        assertThat(CLOSING.steps()).containsExactly(Step.REOPEN, Step.ERASE);
    }
}
