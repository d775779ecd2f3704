package app.entente.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.catalogue.Approach;
import app.entente.catalogue.ProcessStep;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.practice.LawText;
import app.entente.practice.Practice;
import app.entente.practice.PracticeText;
import app.entente.practice.Service;
import app.entente.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the seed files say arrives in the rows. */
class DemoMappingTest {

    private final Seed quebec = Seed.of("maude-lavigne");
    private final Seed france = Seed.of("camille-aubry");

    @Test
    void a_workspace_knows_its_place() {
        Workspace workspace = quebec.workspace(UUID.randomUUID(), Instant.EPOCH);
        assertThat(workspace.getZone().getId()).isEqualTo("America/Toronto");
        assertThat(workspace.getLanguage()).isEqualTo("fr");
        assertThat(workspace.getJurisdiction()).isEqualTo("CA-QC");
        assertThat(france.workspace(UUID.randomUUID(), Instant.EPOCH).getAccent()).isEqualTo("prune");
    }

    @Test
    void a_profile_carries_what_its_place_asks_for() {
        Practice social = quebec.profile();
        assertThat(social.getPermit()).isEqualTo("EXEMPLE-0001");
        assertThat(social.getPermitSince()).isEqualTo(LocalDate.of(2012, 6, 1));
        assertThat(social.getOrder()).startsWith("Ordre des travailleurs sociaux");
        assertThat(social.orderIn("en")).contains("Quebec order");
        assertThat(social.isPsychotherapyPermit()).isFalse();
        assertThat(social.getAddressLine()).isEqualTo("100, rue de l’Exemple, bureau 2, Saint-Jérôme (QC) J7Z 0A0");
        assertThat(social.getPathMeetingsMin()).isEqualTo(5);
        assertThat(social.getPathMeetingsMax()).isEqualTo(6);
        assertThat(social.getPrivacyOfficer()).isEqualTo("Maude Lavigne, vie-privee.maude@demo.example");
        Practice peer = france.profile();
        assertThat(peer.getSiret()).hasSize(14);
        assertThat(peer.statusIn("fr")).contains("micro-entreprise");
        assertThat(peer.statusIn("en")).startsWith("Sole trader");
        assertThat(peer.getMediator()).contains("75001 Paris");
        assertThat(peer.getPathMeetingsMin()).isNull();
        assertThat(peer.getCurrency()).isEqualTo("EUR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maude-lavigne", "camille-aubry"})
    void every_part_of_a_public_page_is_there(String slug) {
        List<PracticeText> texts = Seed.of(slug).texts();
        assertThat(texts).extracting(PracticeText::getPart).contains("tagline", "introduction", "section", "principle", "limit", "difference",
            "rhythm", "mode", "tool", "path_note", "tax", "complaint", "contact", "helpline");
        assertThat(texts).filteredOn(text -> "tool".equals(text.getPart())).hasSizeGreaterThanOrEqualTo(6)
            .allSatisfy(text -> assertThat(text.getTitle().getFr()).isNotBlank());
        assertThat(texts).filteredOn(text -> "section".equals(text.getPart())).extracting(PracticeText::getCode)
            .containsExactlyInAnyOrder("steps", "tools", "approaches", "services");
        assertThat(texts.stream().map(text -> text.getPart() + " " + text.getPosition())).doesNotHaveDuplicates();
    }

    @Test
    void a_code_takes_its_words_from_the_catalogue_in_the_french_of_the_place() {
        assertThat(quebec.texts()).filteredOn(text -> "tool".equals(text.getPart()) && "agreement".equals(text.getCode()))
            .extracting(text -> text.getTitle().getFr()).containsExactly("Entente de service");
        assertThat(france.steps()).extracting(step -> step.getTitle().getFr()).first().isEqualTo("Faire connaissance");
        assertThat(france.approaches()).filteredOn(approach -> "strengths_based".equals(approach.getCode()))
            .allSatisfy(approach -> assertThat(approach.getTitle().getFr()).isNotBlank());
    }

    @Test
    void twelve_approaches_are_shown_in_quebec_and_each_says_how() {
        assertThat(quebec.approaches()).hasSize(12).allMatch(Approach::isPublished)
            .allSatisfy(approach -> assertThat(approach.howIn("fr")).hasSameSizeAs(approach.howIn("en")).hasSizeGreaterThan(1));
        assertThat(quebec.approaches()).filteredOn(Approach::isSensitive).extracting(Approach::getCode)
            .containsExactly("concurrent_disorders", "twelve_step");
        assertThat(quebec.approaches()).last().satisfies(approach -> assertThat(approach.getNote().getEn()).contains("2000s"));
    }

    @Test
    void an_approach_out_of_scope_is_kept_off_the_page_with_the_reason() {
        assertThat(france.approaches()).filteredOn(approach -> !approach.isPublished()).extracting(Approach::getCode)
            .contains("trauma_informed", "concurrent_disorders", "twelve_step");
        assertThat(france.approaches()).filteredOn(approach -> !approach.isPublished())
            .allSatisfy(approach -> assertThat(approach.getNote().getFr()).isNotBlank());
        assertThat(france.approaches()).filteredOn(approach -> "destigmatisation".equals(approach.getCode()))
            .flatExtracting(Approach::getLinks).extracting(Approach.Link::url).containsExactly("https://www.psycom.org");
    }

    @Test
    void the_estimates_of_the_steps_are_their_own() {
        assertThat(quebec.steps()).extracting(ProcessStep::getMeetingsMin).containsExactly(null, 1, null, 3, null);
        assertThat(quebec.steps()).extracting(ProcessStep::getMeetingsMax).containsExactly(null, 2, null, 6, null);
        assertThat(quebec.steps()).last().matches(ProcessStep::isFollowUp);
        assertThat(quebec.steps().get(0).getDocuments()).containsExactly("agreement");
    }

    @Test
    void forty_six_minutes_and_a_visit_to_paris_are_refused_by_the_peer_practice() {
        Service visit = france.services().stream().filter(service -> "home_session".equals(service.getCode())).findFirst().orElseThrow();
        visit.allow(45, "home", "77000");
        assertThat(visit.getTravelMinutes()).isPositive();
        assertThatThrownBy(() -> visit.allow(46, "home", "77000")).isInstanceOf(BusinessRuleViolation.class).hasMessage("service.too_long");
        assertThatThrownBy(() -> visit.allow(45, "home", "75001")).isInstanceOf(BusinessRuleViolation.class).hasMessage("service.not_served");
    }

    @Test
    void a_rule_without_an_established_day_keeps_none() {
        assertThat(quebec.laws()).extracting(LawText::getCode).doesNotHaveDuplicates().contains("qc.tax.exempt.mention", "qc.helpline.988");
        assertThat(quebec.laws()).filteredOn(law -> "qc.tax.exempt.mention".equals(law.getCode())).allMatch(law -> law.getValidFrom() == null);
        assertThat(france.laws()).filteredOn(law -> "fr.helpline.suicide".equals(law.getCode())).extracting(LawText::getValue).containsExactly("3114");
    }

    @Test
    void noa_is_a_client_of_both_practices_and_told_tu_in_one_of_them() {
        List<DemoWorkspace> all = DemoWorkspace.all();
        assertThat(all).extracting(DemoWorkspace::slug).containsExactly("maude-lavigne", "camille-aubry");
        assertThat(all).extracting(practice -> practice.clients().get(0).login().subject()).containsOnly("11111111-0000-4000-8000-000000000003");
        assertThat(all).extracting(practice -> practice.clients().get(0).people().get(0).details().getAddressForm()).containsExactly("vous", "tu");
        assertThat(all.get(0).clients()).filteredOn(client -> "couple".equals(client.kind()))
            .allSatisfy(client -> assertThat(client.people()).extracting(taking -> taking.capacity()).containsExactly("client", "client"));
    }

    @Test
    void a_file_began_in_the_week_of_its_first_meeting() {
        DemoWorkspace.Client noa = DemoWorkspace.all().get(0).clients().get(0);
        assertThat(noa.openedOn(LocalDate.of(2026, 11, 22))).isEqualTo(LocalDate.of(2026, 9, 28));
    }

    @Test
    void a_meeting_is_placed_by_week_at_its_local_hour() {
        DemoWorkspace.Planned first = DemoWorkspace.all().get(0).clients().get(0).meetings().get(0);
        assertThat(first.local(LocalDate.of(2026, 11, 22))).isEqualTo("2026-09-29T16:00");
        assertThat(DemoWorkspace.all()).flatExtracting(DemoWorkspace::clients).flatExtracting(DemoWorkspace.Client::meetings)
            .extracting(DemoWorkspace.Planned::status).contains("held", "booked", "cancelled_by_client");
    }
}
