package app.entente.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.agreement.Agreements;
import app.entente.catalogue.Approach;
import app.entente.catalogue.Catalogue;
import app.entente.file.FileRow;
import app.entente.file.Files;
import app.entente.file.PathStage;
import app.entente.file.PathStep;
import app.entente.file.Paths;
import app.entente.file.Timeline;
import app.entente.identity.Accounts;
import app.entente.identity.Place;
import app.entente.identity.Role;
import app.entente.meeting.MeetingRow;
import app.entente.meeting.Meetings;
import app.entente.note.Drafts;
import app.entente.note.EntryContent;
import app.entente.platform.Operating;
import app.entente.platform.WorkspaceQuery;
import app.entente.platform.WorkspaceRow;
import app.entente.practice.LawText;
import app.entente.practice.Practices;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import jakarta.ejb.EJBAccessException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo practices as the application's own code writes them into a real database. */
class DemoPracticesIT {

    private static final String NOA = "11111111-0000-4000-8000-000000000003";
    private static final UUID QUEBEC = DemoWorkspace.all().get(0).id();
    private static final UUID FRANCE = DemoWorkspace.all().get(1).id();

    @BeforeAll
    static void furnish() throws Exception {
        Features.demo();
    }

    @Test
    void the_public_page_of_each_practice_has_what_it_shows() throws Exception {
        List<Approach> approaches = InWorkspace.nobody(QUEBEC).call(() -> Features.get(Catalogue.class).approaches());
        assertThat(approaches).hasSize(12);
        List<LawText> lines = InWorkspace.nobody(FRANCE).call(() -> Features.get(Practices.class).helplines());
        assertThat(lines).extracting(LawText::getValue).containsExactly("15", "112", "3114");
        assertThat(InWorkspace.nobody(FRANCE).call(() -> Features.get(Practices.class).profile().getLegalName())).isEqualTo("Camille Aubry EI");
        assertThat(InWorkspace.nobody(QUEBEC).call(() -> Features.get(Practices.class).texts())).extracting("part").contains("tagline", "tool", "limit");
    }

    @Test
    void the_text_of_the_law_in_force_is_found_although_its_first_day_is_not_established() throws Exception {
        assertThat(InWorkspace.nobody(QUEBEC).call(() -> Features.get(Practices.class).law("CA-QC", "qc.tax.exempt.mention", LocalDate.of(2026, 11, 22))
            .orElseThrow().getText().getFr())).contains("TPS");
        assertThat(InWorkspace.nobody(FRANCE).call(() -> Features.get(Practices.class).law("FR", "fr.vat.franchise.mention", LocalDate.of(2028, 1, 1))
            .orElseThrow().getText().getFr())).doesNotContain("293 B");
    }

    @Test
    void the_path_is_the_same_whether_all_that_happened_is_read_or_only_what_it_counts() throws Exception {
        List<PathStage> all = new ArrayList<>();
        for (DemoWorkspace practice : DemoWorkspace.all()) {
            InWorkspace who = InWorkspace.practitioner(practice.id());
            for (FileRow row : who.call(() -> Features.get(Files.class).page(""))) {
                UUID draft = who.call(() -> Features.get(Drafts.class).begin(row.id(), "closing", null, EntryContent.nothing()));
                List<PathStep> history = who.call(() -> Features.get(Paths.class).history(row.id()));
                List<PathStage> stages = who.call(() -> Features.get(Paths.class).from(history, Features.get(Timeline.class).of(row.id())));
                assertThat(who.call(() -> Features.get(Paths.class).from(history, Features.get(Timeline.class).counted(row.id())))).as(row.name()).usingRecursiveComparison()
                    .isEqualTo(stages);
                all.addAll(stages);
                who.run(() -> Features.get(Drafts.class).discard(draft));
            }
        }
        assertThat(all.stream().mapToInt(PathStage::held).sum()).isGreaterThan(10);
        assertThat(all).flatExtracting(PathStage::documents).extracting(PathStage.Due::state).contains("begun", "missing");
    }

    @Test
    void each_practice_has_its_files_and_meetings_and_none_of_the_other() throws Exception {
        List<FileRow> quebec = InWorkspace.practitioner(QUEBEC).call(() -> Features.get(Files.class).page(""));
        List<FileRow> france = InWorkspace.practitioner(FRANCE).call(() -> Features.get(Files.class).page(""));
        assertThat(quebec).extracting(FileRow::name).containsExactlyInAnyOrder("Noa Tremblay", "Félix Bergeron", "Aïcha Benali");
        assertThat(france).extracting(FileRow::name).containsExactlyInAnyOrder("Noa Tremblay", "Sacha Morel", "Lucette Perrin");
        assertThat(quebec).extracting(FileRow::id).doesNotContainAnyElementsOf(france.stream().map(FileRow::id).toList());
        List<MeetingRow> agenda = InWorkspace.practitioner(QUEBEC).call(() -> Features.get(Meetings.class).agenda());
        assertThat(agenda).extracting(MeetingRow::status).contains("held", "booked");
    }

    @Test
    void noa_may_enter_both_portals_and_no_practice() throws Exception {
        List<Place> places = InWorkspace.platform().call(() -> {
            Accounts accounts = Features.get(Accounts.class);
            return accounts.placesOf(accounts.find(NOA));
        });
        assertThat(places).extracting(Place::slug).containsExactlyInAnyOrder("maude-lavigne", "camille-aubry");
        assertThat(places).extracting(Place::part).containsOnly("client");
    }

    @Test
    void other_features_have_added_their_part() throws Exception {
        UUID file = InWorkspace.practitioner(FRANCE).call(() -> Features.get(Files.class).page("Noa").get(0).id());
        assertThat(InWorkspace.practitioner(FRANCE).call(() -> Features.get(Agreements.class).draft(file))).isNotNull();
    }

    @Test
    void a_second_start_changes_nothing() throws Exception {
        String before = rows();
        InWorkspace.platform().call(() -> {
            Features.get(DemoPractices.class).start();
            return null;
        });
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void the_operator_sees_the_workspaces_and_nobody_else_does() throws Exception {
        InWorkspace operator = new InWorkspace(null, Set.of(Role.OPERATOR, Role.PERSON), null, null, null);
        for (String slug : List.of("maude-lavigne", "camille-aubry")) {
            assertThat(operator.call(() -> Features.get(Operating.class).page(new WorkspaceQuery(slug, "open", "", "opened", 1)).rows()))
                .extracting(WorkspaceRow::slug).containsExactly(slug);
        }
        assertThatThrownBy(() -> InWorkspace.platform().call(() -> Features.get(Operating.class).page(new WorkspaceQuery("", "", "", "", 1)))).isInstanceOf(EJBAccessException.class);
    }

    private static String rows() throws Exception {
        try (Connection connection = RealDatabase.get().connect(RealDatabase.As.SUPERUSER); Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery("select (select count(*) from workspace), (select count(*) from practice_text), (select count(*) from law_text), "
                + "(select count(*) from client_file), (select count(*) from meeting), (select count(*) from account), (select count(*) from operator)")) {
            row.next();
            StringBuilder counts = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                counts.append(row.getLong(i)).append(' ');
            }
            return counts.toString();
        }
    }
}
