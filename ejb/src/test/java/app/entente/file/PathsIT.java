package app.entente.file;

import static app.entente.file.Samples.person;
import static app.entente.file.Samples.refused;
import static org.assertj.core.api.Assertions.assertThat;

import app.entente.catalogue.Catalogue;
import app.entente.catalogue.ProcessStep;
import app.entente.catalogue.StepWording;
import app.entente.kernel.Bilingual;
import app.entente.kernel.TimelineEntry;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The five steps of a file: on, back and past, each with its days, and what the practice changes later changes nothing of it. */
class PathsIT {

    private static InWorkspace maude;

    @BeforeAll
    static void a_practice_with_five_steps() throws Exception {
        Features.demo();
        maude = InWorkspace.practitioner(RealDatabase.get().newWorkspace("CA-QC"));
        maude.run(() -> Features.get(Catalogue.class).adopt(List.of(), List.of(
            step("intake", 1, null, null, "agreement"), step("assessment", 2, 1, 2, "assessment"), step("planning", 3, null, null, "plan"),
            step("intervention", 4, 3, 6, ""), step("closing", 5, null, null, "closing_summary"))));
    }

    @AfterEach
    void the_clock_is_right() {
        TestClock.reset();
    }

    @Test
    void a_file_begins_at_the_first_step_and_goes_on_without_a_reason() throws Exception {
        UUID file = file();
        assertThat(states(file)).containsExactly("current", "todo", "todo", "todo", "todo");
        maude.run(() -> paths().move(file, "assessment", null));
        assertThat(states(file)).containsExactly("done", "current", "todo", "todo", "todo");
        assertThat(maude.call(() -> Features.get(Files.class).find(file)).getStep()).isEqualTo("assessment");
        PathStage intake = of(file).get(0);
        assertThat(intake.stays().get(0).getLeftOn()).isEqualTo(Samples.today());
    }

    @Test
    void back_and_past_need_a_reason_and_the_history_keeps_both() throws Exception {
        UUID file = file();
        refused("file.step_reason", maude, () -> paths().move(file, "intervention", " "));
        maude.run(() -> paths().move(file, "intervention", "Situation déjà évaluée ailleurs"));
        assertThat(states(file)).containsExactly("done", "skipped", "skipped", "current", "todo");
        refused("file.step_reason", maude, () -> paths().move(file, "assessment", null));
        maude.run(() -> paths().move(file, "assessment", "Un fait nouveau"));
        assertThat(states(file)).containsExactly("done", "current", "skipped", "done", "todo");
        assertThat(maude.call(() -> paths().history(file))).extracting(PathStep::getHow, PathStep::getReason).containsExactly(
            org.assertj.core.groups.Tuple.tuple("back", "Un fait nouveau"), org.assertj.core.groups.Tuple.tuple("skip", "Situation déjà évaluée ailleurs"),
            org.assertj.core.groups.Tuple.tuple("begun", ""));
        refused("file.step_here", maude, () -> paths().move(file, "assessment", "encore"));
        refused("file.step_unknown", maude, () -> paths().move(file, "nowhere", "x"));
    }

    @Test
    void meetings_count_where_the_file_was_when_they_were_held() throws Exception {
        UUID file = file();
        Instant first = TestClock.now();
        TestClock.advance(Duration.ofHours(1));
        maude.run(() -> paths().move(file, "assessment", null));
        Instant second = TestClock.now().plusSeconds(60);
        List<TimelineEntry> told = List.of(held(first), held(second), held(second.plusSeconds(60)),
            TimelineEntry.joint(second, "meeting", "meeting.timeline.missed").ended(false),
            TimelineEntry.ours(first, "agreement", "agreement.timeline.active").asDocument("agreement").to("/a").ended(true));
        List<PathStage> stages = maude.call(() -> paths().from(paths().history(file), told));
        assertThat(stages).extracting(PathStage::held).startsWith(1, 2, 0);
        assertThat(stages.get(0).documents()).extracting(PathStage.Due::state).containsExactly("done");
        assertThat(stages.get(1).documents()).extracting(PathStage.Due::state).containsExactly("missing");
        assertThat(stages.get(1).min()).isEqualTo(1);
        assertThat(stages.get(1).max()).isEqualTo(2);
    }

    @Test
    void a_step_that_is_renamed_or_hidden_keeps_its_name_in_the_files_that_came_to_it() throws Exception {
        InWorkspace other = InWorkspace.practitioner(RealDatabase.get().newWorkspace("CA-QC"));
        other.run(() -> Features.get(Catalogue.class).adopt(List.of(), List.of(step("intake", 1, null, null, ""), step("planning", 2, null, null, ""))));
        UUID file = other.call(() -> Features.get(Files.class).open(person("Luc", "Un"), ""));
        ProcessStep intake = other.call(() -> Features.get(Catalogue.class).process()).get(0);
        StepWording wording = new StepWording(intake);
        wording.setTitleFr("Premiers pas");
        wording.setHidden(true);
        other.run(() -> Features.get(Catalogue.class).correct(intake.getId(), wording, intake.getVersion()));
        assertThat(other.call(() -> Features.get(Catalogue.class).steps())).extracting(ProcessStep::getCode).containsExactly("planning");
        assertThat(other.call(() -> paths().from(paths().history(file), List.of()))).extracting(stage -> stage.title().getFr()).containsExactly("intake fr", "planning fr");
        ProcessStep planning = other.call(() -> Features.get(Catalogue.class).process()).get(1);
        StepWording none = new StepWording(planning);
        none.setHidden(true);
        refused("catalogue.step_last", other, () -> Features.get(Catalogue.class).correct(planning.getId(), none, planning.getVersion()));
        none.setHidden(false);
        none.setMin(3);
        none.setMax(2);
        refused("catalogue.step_meetings", other, () -> Features.get(Catalogue.class).correct(planning.getId(), none, planning.getVersion()));
    }

    @Test
    void reopening_begins_the_path_anew_and_keeps_the_old_one() throws Exception {
        UUID file = file();
        maude.run(() -> paths().move(file, "assessment", null));
        maude.run(() -> Features.get(Files.class).close(file, "agreed", null));
        refused("file.not_open", maude, () -> paths().move(file, "planning", null));
        maude.run(() -> Features.get(Files.class).reopen(file));
        assertThat(states(file)).containsExactly("current", "todo", "todo", "todo", "todo");
        assertThat(maude.call(() -> paths().history(file))).hasSize(3);
    }

    @Test
    void the_client_sees_the_path_of_their_own_file_alone() throws Exception {
        UUID file = file();
        UUID me = maude.call(() -> Features.get(Files.class).client(file)).getId();
        assertThat(InWorkspace.client(maude.tenant(), me).call(() -> paths().mine())).extracting(Paths.Mine::file).containsExactly(file);
        assertThat(InWorkspace.client(maude.tenant(), UUID.randomUUID()).call(() -> paths().mine())).isEmpty();
    }

    private static TimelineEntry held(Instant at) {
        return TimelineEntry.joint(at, "meeting", "meeting.timeline.held").ended(true);
    }

    private static ProcessStep step(String code, int position, Integer min, Integer max, String documents) {
        Bilingual words = new Bilingual(code + " fr", code + " en");
        return new ProcessStep(code, position, words, words, new Bilingual("", ""), min, max, documents.isEmpty() ? List.of() : List.of(documents), false);
    }

    private static UUID file() throws Exception {
        return maude.call(() -> Features.get(Files.class).open(person("Luc", "Un"), ""));
    }

    private static List<PathStage> of(UUID file) throws Exception {
        return maude.call(() -> paths().from(paths().history(file), List.of()));
    }

    private static List<String> states(UUID file) throws Exception {
        return of(file).stream().map(PathStage::state).toList();
    }

    private static Paths paths() {
        return Features.get(Paths.class);
    }
}
