package app.entente.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a practice words and prices a service, and where it serves. */
class ServiceTermsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @ValueSource(strings = {"Psychothérapie individuelle", "PSYCHOTHERAPIE", "Séance de psycho\u0074hérapie brève", "Consultation de psychologue", "Brief psychotherapy"})
    void without_the_permit_no_service_speaks_of_psychotherapy(String title) {
        refused("service.psychotherapy", title, false);
        assertThat(service(title, true).getTitle().getFr()).isEqualTo(title);
    }

    @Test
    void psychosocial_support_is_not_psychotherapy() {
        assertThat(service("Soutien psychosocial et éducation psychologique", false).isActive()).isTrue();
    }

    @Test
    void a_description_is_read_as_well() {
        assertThatThrownBy(() -> new Service("x", terms("Soutien", "Comme une psychothérapie", List.of(), List.of(), 45), new Money(0, "EUR"), 1, false))
            .isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo("service.psychotherapy"));
    }

    @ParameterizedTest(name = "{0} {1} is served: {2}")
    @CsvSource(nullValues = "-", value = {"77000, Melun, true", "'77 000', -, true", "-, MELUN, true", "75011, Paris, false", "-, -, false", "-, Fontainebleau, true",
        "77300, -, false", "-, Le Mee sur Seine, true", "-, Saint-Fargeau, true", "-, St Fargeau, true", "-, Melun-Nord, false"})
    void a_visit_goes_where_a_code_or_a_municipality_says(String code, String town, boolean served) {
        Service service = new Service("x", terms("Visite", "", List.of("77000"), List.of("Melun", "Fontainebleau", "Le Mée-sur-Seine", "Saint-Fargeau"), 45),
            new Money(0, "EUR"), 1, false);
        if (served) {
            service.allow(45, "home", code, town);
        } else {
            assertThatThrownBy(() -> service.allow(45, "home", code, town)).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> {
                assertThat(e.code()).isEqualTo("service.not_served");
                assertThat(e.arguments()).containsExactly("Melun, Fontainebleau, Le Mée-sur-Seine, Saint-Fargeau");
            });
        }
    }

    @Test
    void the_beginning_of_a_canadian_code_serves_its_district() {
        Service service = new Service("x", terms("Visite", "", List.of("J7Z"), List.of(), 45), new Money(0, "CAD"), 1, false);
        service.allow(45, "home", "j7z 0a0", null);
        assertThatThrownBy(() -> service.allow(45, "home", "H2X 1Y4", null)).isInstanceOf(BusinessRuleViolation.class);
    }

    @Test
    void the_price_of_the_day_counts_and_what_has_begun_stays() {
        Service service = service("Soutien", false);
        service.plan(LocalDate.of(2027, 1, 1), 5000, TODAY);
        service.plan(LocalDate.of(2027, 9, 1), 5500, TODAY);
        assertThat(service.priceOn(TODAY).minor()).isEqualTo(4500);
        assertThat(service.priceOn(LocalDate.of(2026, 12, 31)).minor()).isEqualTo(4500);
        assertThat(service.priceOn(LocalDate.of(2027, 1, 1)).minor()).isEqualTo(5000);
        assertThat(service.priceOn(LocalDate.of(2030, 1, 1)).minor()).isEqualTo(5500);
        service.plan(LocalDate.of(2027, 9, 1), 5600, TODAY);
        assertThat(service.getPrices().entries()).hasSize(3);
        assertThat(service.quotedOn(LocalDate.of(2027, 2, 1)).getPrice().minor()).isEqualTo(5000);
        assertThatThrownBy(() -> service.plan(TODAY, 1, TODAY)).isInstanceOfSatisfying(BusinessRuleViolation.class,
            e -> assertThat(e.code()).isEqualTo("service.price_past"));
    }

    @Test
    void lengths_and_modes_must_make_sense() {
        assertThatThrownBy(() -> new Service("x", terms("Soutien", "", List.of(), List.of(), 40), new Money(0, "EUR"), 1, false))
            .isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo("service.minutes"));
        refused("service.title", " ", false);
    }

    private static Service service(String title, boolean permit) {
        return new Service("x", terms(title, "", List.of(), List.of(), 45), new Money(4500, "EUR"), 1, permit);
    }

    private static ServiceTerms terms(String title, String description, List<String> codes, List<String> towns, int max) {
        return new ServiceTerms("support", new Bilingual(title, title), new Bilingual(description, ""), List.of("home"), codes, towns, 45, max, null, 30, "franchise");
    }

    private static void refused(String code, String title, boolean permit) {
        assertThatThrownBy(() -> service(title, permit)).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
