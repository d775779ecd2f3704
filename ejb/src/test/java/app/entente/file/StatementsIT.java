package app.entente.file;

import static app.entente.file.Samples.opened;
import static app.entente.file.Samples.person;
import static app.entente.file.Samples.refused;
import static app.entente.file.Samples.today;
import static org.assertj.core.api.Assertions.assertThat;

import app.entente.kernel.TimelineEntry;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whose words are whose: the part of one participant holds what was joint and their own, and nothing of another's. */
class StatementsIT {

    private static InWorkspace maude;
    private static UUID couple;
    private static UUID ada;
    private static UUID bea;
    private static UUID partOfAda;
    private static UUID partOfBea;

    @BeforeAll
    static void a_couple() throws Exception {
        Features.demo();
        maude = InWorkspace.practitioner(RealDatabase.get().newWorkspace("CA-QC"));
        couple = opened(maude, "couple", "Ada", "Un");
        partOfBea = maude.call(() -> Features.get(Participants.class).add(couple, person("Bea", "Deux"), "client", null));
        List<ParticipantRow> rows = maude.call(() -> Features.get(Participants.class).ofFile(couple));
        partOfAda = rows.get(0).id();
        ada = rows.get(0).personId();
        bea = rows.get(1).personId();
        write(null, "joint", "shared", "Nous voulons nous parler");
        write(ada, "individual", "shared", "Ada a peur de partir");
        write(bea, "individual", "shared", "Bea a vu un avocat");
        write(bea, "individual", "record", "Bea cherche un logement");
        write(bea, "individual", "personal", "Mon idée sur Bea");
        write(null, "joint", "personal", "Mon idée sur les deux");
    }

    @Test
    void one_persons_part_holds_what_was_joint_and_their_own() throws Exception {
        assertThat(words(partOfAda)).containsExactlyInAnyOrder("Nous voulons nous parler", "Ada a peur de partir");
        assertThat(words(partOfBea)).containsExactlyInAnyOrder("Nous voulons nous parler", "Bea a vu un avocat", "Bea cherche un logement");
    }

    @Test
    void the_whole_timeline_holds_everything() throws Exception {
        assertThat(maude.call(() -> Features.get(Timeline.class).of(couple))).extracting(TimelineEntry::text).filteredOn(Objects::nonNull).hasSize(6);
    }

    @Test
    void in_their_own_space_each_reads_what_is_shared_with_them() throws Exception {
        assertThat(read(ada)).containsExactlyInAnyOrder("Nous voulons nous parler", "Ada a peur de partir");
        assertThat(read(bea)).containsExactlyInAnyOrder("Nous voulons nous parler", "Bea a vu un avocat");
        assertThat(read(UUID.randomUUID())).isEmpty();
    }

    @Test
    void what_is_not_said_to_be_shared_is_not() throws Exception {
        UUID file = opened(maude, "individual", "Cleo", "Trois");
        UUID cleo = maude.call(() -> Features.get(Files.class).client(file)).getId();
        UUID statement = maude.call(() -> Features.get(Statements.class).write(file, cleo, "individual", null, null, "Dort mal"));
        assertThat(read(cleo)).isEmpty();
        maude.run(() -> Features.get(Statements.class).move(statement, "shared"));
        assertThat(read(cleo)).containsExactly("Dort mal");
        maude.run(() -> Features.get(Statements.class).move(statement, "personal"));
        assertThat(read(cleo)).isEmpty();
    }

    @Test
    void who_has_left_reads_what_was_shared_by_then() throws Exception {
        UUID file = opened(maude, "family", "Dora", "Quatre");
        UUID second = maude.call(() -> Features.get(Participants.class).add(file, person("Emil", "Quatre"), "client", null));
        UUID emil = maude.call(() -> Features.get(Participants.class).row(second)).personId();
        maude.run(() -> Features.get(Statements.class).write(file, null, "joint", "shared", today(), "Avant"));
        maude.run(() -> Features.get(Participants.class).end(second, today()));
        assertThat(read(emil)).containsExactly("Avant");
        maude.run(() -> Features.get(Statements.class).write(file, emil, "individual", "record", today(), "Resté au dossier"));
        assertThat(read(emil)).containsExactly("Avant");
    }

    @Test
    void words_said_alone_have_somebody_who_said_them() {
        refused("file.statement_source", maude, () -> write(null, "individual", "record", "De qui ?"));
        refused("file.not_in_file", maude, () -> write(UUID.randomUUID(), "individual", "record", "De qui ?"));
        refused("file.shelf", maude, () -> write(ada, "individual", "attic", "Où ?"));
        refused("file.statement_empty", maude, () -> write(ada, "individual", "record", "  "));
        refused("file.statement_later", maude, () -> Features.get(Statements.class).write(couple, ada, "individual", "record", today().plusDays(1), "Demain"));
    }

    private static void write(UUID source, String context, String shelf, String text) throws Exception {
        maude.run(() -> Features.get(Statements.class).write(couple, source, context, shelf, null, text));
    }

    private static List<String> words(UUID participant) throws Exception {
        return maude.call(() -> Features.get(Timeline.class).partOf(participant)).stream().map(TimelineEntry::text).filter(Objects::nonNull).toList();
    }

    private static List<String> read(UUID person) throws Exception {
        return InWorkspace.client(maude.tenant(), person).call(() -> Features.get(Statements.class).mine()).stream().map(StatementRow::text).toList();
    }
}
