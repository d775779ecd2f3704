package app.entente.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.NotFound;
import app.entente.person.People;
import app.entente.person.PersonDetails;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.TestClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who takes part in a file, who pays, and what a parent's own space shows, in the real database. */
class ParticipantsIT {

    private static InWorkspace maude;

    @BeforeAll
    static void a_workspace_in_quebec_with_its_law() throws Exception {
        Features.demo();
        maude = InWorkspace.practitioner(RealDatabase.get().newWorkspace("CA-QC"));
    }

    @Test
    void a_couple_has_two_clients_and_the_first_is_the_one_it_is_called_by() throws Exception {
        UUID file = maude.call(() -> files().open("couple", person("Ada", "Un"), "Se parler"));
        maude.run(() -> participants().add(file, person("Bea", "Deux"), "client", null));
        assertThat(maude.call(() -> files().clients(file))).extracting(p -> p.getName()).containsExactly("Ada Un", "Bea Deux");
        assertThat(maude.call(() -> files().client(file)).getName()).isEqualTo("Ada Un");
        assertThat(maude.call(() -> files().page("Ada"))).filteredOn(row -> row.id().equals(file)).hasSize(1);
    }

    @Test
    void when_the_first_client_leaves_the_next_one_gives_the_file_its_name_and_the_last_one_stays() throws Exception {
        UUID file = maude.call(() -> files().open("family", person("Cora", "Trois"), ""));
        UUID second = maude.call(() -> participants().add(file, person("Dan", "Quatre"), "client", null));
        UUID first = maude.call(() -> participants().ofFile(file)).get(0).id();
        maude.run(() -> participants().end(first, today()));
        assertThat(maude.call(() -> files().client(file)).getName()).isEqualTo("Dan Quatre");
        refused("file.last_client", () -> run(() -> participants().end(second, today())));
        refused("file.part_ended", () -> run(() -> participants().end(first, today())));
    }

    @Test
    void an_individual_file_takes_no_second_client() throws Exception {
        UUID file = maude.call(() -> files().open("individual", person("Eli", "Cinq"), ""));
        refused("file.one_client", () -> maude.call(() -> participants().add(file, person("Fay", "Six"), "client", null)));
        maude.run(() -> participants().add(file, person("Fay", "Six"), "relative", "nothing"));
        UUID fay = maude.call(() -> participants().ofFile(file)).get(1).personId();
        refused("file.already_in", () -> maude.call(() -> participants().join(file, fay, "partner", null)));
    }

    @Test
    void a_payer_has_an_authorisation_number_and_caps_and_ends() throws Exception {
        UUID file = maude.call(() -> files().open("individual", person("Gus", "Sept"), ""));
        UUID client = maude.call(() -> files().client(file)).getId();
        PayerDetails details = new PayerDetails();
        details.setName("Programme d’aide Exemple");
        details.setAuthorisation("AUT-7");
        details.setSessionCap(6);
        details.setAmountCap(new BigDecimal("720.50"));
        UUID payer = maude.call(() -> Features.get(Payers.class).add(file, null, client, details, today().minusDays(30)));
        Payer kept = maude.call(() -> Features.get(Payers.class).on(file, today())).get(0);
        assertThat(kept.getAuthorisation()).isEqualTo("AUT-7");
        assertThat(maude.call(() -> Features.get(Payers.class).on(file, today().minusDays(30)))).hasSize(1);
        assertThat(maude.call(() -> Features.get(Payers.class).on(file, today().minusDays(31)))).as("before the first day").isEmpty();
        assertThat(kept.getAmountCap().minor()).isEqualTo(72050);
        assertThat(kept.getAmountCap().currency()).isEqualTo("CAD");
        maude.run(() -> Features.get(Payers.class).end(payer, today()));
        assertThat(maude.call(() -> Features.get(Payers.class).on(file, today().plusDays(1)))).isEmpty();
        details.setSessionCap(0);
        refused("file.payer_cap", () -> maude.call(() -> Features.get(Payers.class).add(file, null, null, details, today())));
        details.setSessionCap(null);
        refused("file.not_in_file", () -> maude.call(() -> Features.get(Payers.class).add(file, UUID.randomUUID(), null, details, today())));
    }

    @Test
    void a_mother_sees_the_file_of_her_child_until_the_fourteenth_birthday() throws Exception {
        LocalDate fourteenTomorrow = today().minusYears(14).plusDays(1);
        UUID file = maude.call(() -> files().open("minor", born("Hal", "Huit", fourteenTomorrow), ""));
        UUID part = maude.call(() -> participants().add(file, person("Iris", "Huit"), "parent", "shared"));
        UUID mother = maude.call(() -> participants().row(part)).personId();
        assertThat(open(mother)).isTrue();

        bear(file, today().minusYears(14));
        assertThat(open(mother)).isFalse();
        assertThat(maude.call(() -> Features.get(Portals.class).files(mother, "meetings"))).isEmpty();

        UUID child = maude.call(() -> files().client(file)).getId();
        InWorkspace hal = InWorkspace.client(maude.tenant(), child);
        assertThat(hal.call(() -> participants().myParents())).extracting(ParticipantRow::id).containsExactly(part);
        hal.run(() -> participants().grant(part, true));
        assertThat(open(mother)).isTrue();
        hal.run(() -> participants().grant(part, false));
        assertThat(open(mother)).isFalse();
        InWorkspace other = InWorkspace.client(maude.tenant(), mother);
        assertThatThrownBy(() -> other.run(() -> participants().grant(part, true))).isInstanceOf(NotFound.class);
    }

    @Test
    void a_mother_of_two_keeps_the_younger_ones_file_only() throws Exception {
        UUID younger = maude.call(() -> files().open("minor", born("Jo", "Neuf", today().minusYears(9)), ""));
        UUID older = maude.call(() -> files().open("minor", born("Kim", "Neuf", today().minusYears(15)), ""));
        UUID part = maude.call(() -> participants().add(younger, person("Lea", "Neuf"), "parent", "meetings"));
        UUID mother = maude.call(() -> participants().row(part)).personId();
        maude.run(() -> participants().join(older, mother, "parent", "shared"));
        assertThat(open(mother)).isTrue();
        assertThat(maude.call(() -> Features.get(Portals.class).files(mother, "meetings"))).containsExactly(younger);
        assertThat(maude.call(() -> Features.get(Portals.class).files(mother, "shared"))).isEmpty();
        maude.run(() -> participants().end(part, today()));
        assertThat(open(mother)).isFalse();
    }

    @Test
    void a_childs_file_needs_a_birth_date() {
        refused("file.minor_birth", () -> maude.call(() -> files().open("minor", person("Max", "Dix"), "")));
    }

    @Test
    void each_guardian_consents_for_themselves() throws Exception {
        UUID file = maude.call(() -> files().open("minor", born("Nell", "Onze", today().minusYears(8)), ""));
        UUID one = maude.call(() -> participants().add(file, person("Otto", "Onze"), "parent", "nothing"));
        UUID two = maude.call(() -> participants().add(file, person("Pia", "Onze"), "parent", "nothing"));
        maude.run(() -> participants().consent(one, "given", null));
        maude.run(() -> participants().attest(one, "Attestation remise"));
        assertThat(maude.call(() -> participants().consents(file))).extracting(GuardianConsent::getState).containsExactly("given");
        maude.run(() -> participants().consent(two, "asked", null));
        refused("file.consent", () -> run(() -> participants().consent(two, "maybe", null)));
        UUID child = maude.call(() -> participants().ofFile(file)).get(0).id();
        refused("file.not_guardian", () -> run(() -> participants().consent(child, "given", null)));
    }

    @Test
    void a_role_is_given_once_to_somebody_of_the_file() throws Exception {
        UUID file = maude.call(() -> files().open("individual", person("Quin", "Douze"), ""));
        UUID client = maude.call(() -> files().client(file)).getId();
        UUID role = maude.call(() -> Features.get(FileRoles.class).give(file, client, "insured", ""));
        refused("file.role_known", () -> maude.call(() -> Features.get(FileRoles.class).give(file, client, "insured", "")));
        refused("file.not_in_file", () -> maude.call(() -> Features.get(FileRoles.class).give(file, UUID.randomUUID(), "signatory", "")));
        maude.run(() -> Features.get(FileRoles.class).end(role));
        assertThat(maude.call(() -> Features.get(FileRoles.class).ofFile(file))).extracting(FileRoleRow::active).containsExactly(false);
    }

    private static boolean open(UUID person) throws Exception {
        return maude.call(() -> Features.get(Portals.class).open(person));
    }

    private static void bear(UUID file, LocalDate birth) throws Exception {
        maude.run(() -> {
            var child = files().client(file);
            Features.get(People.class).correct(child.getId(), born("Hal", "Huit", birth), child.getVersion());
        });
    }

    private static PersonDetails born(String given, String family, LocalDate birth) {
        PersonDetails details = person(given, family);
        details.setBirthDate(birth);
        return details;
    }

    private static PersonDetails person(String given, String family) {
        PersonDetails details = new PersonDetails();
        details.setGivenName(given);
        details.setFamilyName(family);
        return details;
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(TestClock.now(), ZoneId.of("America/Toronto"));
    }

    private static Files files() {
        return Features.get(Files.class);
    }

    private static Participants participants() {
        return Features.get(Participants.class);
    }

    private static Object run(InWorkspace.Action action) throws Exception {
        maude.run(action);
        return null;
    }

    private static void refused(String code, Callable<?> call) {
        assertThatThrownBy(call::call).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
