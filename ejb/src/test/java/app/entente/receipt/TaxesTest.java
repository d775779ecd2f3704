package app.entente.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.practice.LawPack;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taxes to the cent: what Revenu Québec prints as examples, and where floating numbers, half-even rounding and tax on tax go wrong. */
class TaxesTest {

    private static final LawPack QUEBEC = Samples.law("CA-QC", Samples.TODAY);
    private static final List<Taxes.Rate> RATES = List.of(new Taxes.Rate("gst", QUEBEC.number("qc.tax.gst")), new Taxes.Rate("qst", QUEBEC.number("qc.tax.qst")));
    private static final List<Taxes.Rate> VAT = List.of(new Taxes.Rate("vat", Samples.law("FR", Samples.TODAY).number("fr.vat.rate")));

    @ParameterizedTest
    @CsvSource({"10000, 500, 998, 11498", "14000, 700, 1397, 16097", "5250, 263, 524, 6037", "8500, 425, 848, 9773", "12000, 600, 1197, 13797"})
    void taxes_of_quebec_come_on_top_of_the_price_each_rounded_half_up(long net, long gst, long qst, long total) {
        Taxes taxes = Taxes.on(net, RATES);
        assertThat(taxes.taxes()).extracting(Taxes.Tax::amount).containsExactly(gst, qst);
        assertThat(taxes.total()).isEqualTo(total);
        assertThat(taxes.net()).isEqualTo(net);
    }

    @Test
    void ten_dollars_with_taxes_inside_stay_ten_dollars_and_the_net_gives_way() {
        Taxes taxes = Taxes.within(1000, RATES);
        assertThat(taxes.taxes()).extracting(Taxes.Tax::amount).containsExactly(44L, 87L);
        assertThat(taxes.net()).isEqualTo(869);
        assertThat(taxes.total()).isEqualTo(1000);
    }

    @Test
    void whatever_the_price_what_is_inside_it_adds_up_to_it() {
        LongStream.rangeClosed(1, 30_000).forEach(price -> {
            for (List<Taxes.Rate> rates : List.of(RATES, VAT)) {
                Taxes taxes = Taxes.within(price, rates);
                assertThat(taxes.net() + taxes.taxes().stream().mapToLong(Taxes.Tax::amount).sum()).isEqualTo(price);
                assertThat(taxes.taxes()).allMatch(tax -> tax.amount() >= 0);
            }
        });
    }

    @Test
    void no_tax_is_computed_on_another() {
        // On 105.00 the second would be 10.47.
        assertThat(Taxes.on(10000, RATES).taxes().get(1).amount()).isEqualTo(998);
    }

    @Test
    void the_taxes_of_several_services_are_computed_on_their_total() {
        Taxes together = Taxes.on(3 * 1030, RATES);
        long apart = 3 * Taxes.on(1030, RATES).taxes().get(0).amount();
        assertThat(together.taxes().get(0).amount()).isEqualTo(155).isNotEqualTo(apart);
    }

    @Test
    void vat_of_france_is_twenty_percent_on_top_or_inside() {
        assertThat(Taxes.on(3750, VAT).total()).isEqualTo(4500);
        Taxes inside = Taxes.within(4500, VAT);
        assertThat(inside.net()).isEqualTo(3750);
        assertThat(inside.taxes().get(0).amount()).isEqualTo(750);
    }

    @ParameterizedTest
    @CsvSource({"16096, 16095", "16097, 16095", "16098, 16100", "16099, 16100", "16100, 16100", "11498, 11500", "6037, 6035", "9773, 9775", "3, 5", "2, 0"})
    void in_cash_the_total_goes_to_the_nearest_five_cents(long total, long cash) {
        assertThat(Taxes.cash(total, 5)).isEqualTo(cash);
    }

    @Test
    void shares_of_an_amount_add_up_to_it() {
        assertThat(Taxes.share(10000, List.of(1L, 1L, 1L))).containsExactly(3333L, 3333L, 3334L);
        assertThat(Taxes.share(869, List.of(500L, 500L))).containsExactly(435L, 434L);
    }

    @Test
    void a_rate_holds_from_its_day_on() {
        assertThat(QUEBEC.number("qc.tax.gst")).isEqualByComparingTo(new BigDecimal("5"));
        assertThat(QUEBEC.number("qc.tax.qst")).isEqualByComparingTo(new BigDecimal("9.975"));
        assertThat(Samples.law("CA-QC", LocalDate.of(2012, 12, 31)).find("qc.tax.qst")).isEmpty();
        assertThat(Samples.law("CA-QC", LocalDate.of(2013, 1, 1)).find("qc.tax.qst")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"2026-08-31, 'TVA non applicable, art. 293 B du CGI', true", "2026-09-01, 'TVA non applicable, art. 293 B du CGI', true",
        "2027-12-31, 'TVA non applicable, art. 293 B du CGI', true", "2028-01-01, 'TVA non applicable, art. L. 223-1 et suivants du CIBS', false"})
    void the_words_for_no_vat_change_with_the_day(LocalDate day, String words, boolean checked) {
        LawPack law = Samples.law("FR", day);
        assertThat(law.text("fr.vat.franchise.mention").getFr().replace('\u00A0', ' ')).isEqualTo(words);
        assertThat(law.checked("fr.vat.franchise.mention")).isEqualTo(checked);
    }
}
