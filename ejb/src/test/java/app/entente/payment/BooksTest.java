package app.entente.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Postings and their two layouts, shares, balances and statements: what needs no database. */
class BooksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void a_sale_and_a_payment_each_sum_up_to_nothing() {
        List<Posting> all = List.of(Posting.sale(DAY, "2026-0001", "A-1", "A-1", "Reçu", 11498, 10000), Posting.sale(DAY, "NC", "A-1", "A-1", "NC", -11498, -10000),
            Posting.money(DAY, "L1", "A-1", "A-1", "Paiement", "cash", 11500, 2), Posting.money(DAY, "L2", "A-1", "A-1", "Remboursement", "card", -500, 0));
        assertThat(all).allSatisfy(one -> assertThat(one.legs().stream().mapToLong(Posting.Leg::minor).sum()).isZero());
        assertThat(all.get(0).legs()).extracting(Posting.Leg::account).containsExactly("clients", "fees", "taxes");
        assertThat(all.get(2).journal()).isEqualTo("cash");
        assertThat(all.get(3).journal()).isEqualTo("bank");
    }

    @Test
    void the_french_layout_has_eighteen_columns_a_tab_between_them_and_decimal_commas() {
        String header = Fec.header();
        assertThat(header.strip().split("\t")).hasSize(18).startsWith("JournalCode", "JournalLib", "EcritureNum", "EcritureDate").endsWith("ValidDate", "Montantdevise", "Idevise");
        String[] lines = Fec.lines(7, Posting.sale(DAY, "F2026-0003", "2026-004", "2026-004", "Facture F2026-0003", 4500, 4500)).split("\r\n");
        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(18));
        assertThat(lines[0]).isEqualTo("VE\tVentes\t7\t20261122\t411000\tClients\t2026-004\t2026-004\tF2026-0003\t20261122\tFacture F2026-0003\t45,00\t0,00\t\t\t20261122\t\t");
        assertThat(lines[1]).isEqualTo("VE\tVentes\t7\t20261122\t706000\tPrestations de services\t\t\tF2026-0003\t20261122\tFacture F2026-0003\t0,00\t45,00\t\t\t20261122\t\t");
    }

    @Test
    void the_french_columns_are_those_of_the_article_in_its_order() {
        assertThat(Fec.header()).isEqualTo("JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\tCompteLib\tCompAuxNum\tCompAuxLib\tPieceRef\tPieceDate\tEcritureLib\t"
            + "Debit\tCredit\tEcritureLet\tDateLet\tValidDate\tMontantdevise\tIdevise\r\n");
    }

    @Test
    void the_french_file_is_written_in_the_letters_that_the_article_names() {
        byte[] bytes = Fec.bytes("Programme d’aide «\u00A0Œuvre\u202F» à 45,00\u00A0€ – Łódź\u2026 漢");
        assertThat(new String(bytes, Charset.forName("ISO-8859-15"))).isEqualTo("Programme d'aide « Œuvre » à 45,00 € - ?ódz... ?");
        assertThat(bytes).contains((byte) 0xA4, (byte) 0xBC, (byte) 0xE0);
    }

    @Test
    void a_name_cannot_break_the_french_layout() {
        String line = Fec.lines(1, Posting.money(DAY, "L1", "Mutuelle\tX|Y\r\nZ", "P1", "Paiement", "transfer", 100, 0));
        assertThat(Arrays.stream(line.split("\r\n"))).hasSize(2).allSatisfy(one -> assertThat(one.split("\t", -1)).hasSize(18));
        assertThat(line).contains("Mutuelle X Y Z");
    }

    @Test
    void the_french_file_is_named_by_the_siren_and_the_last_day() {
        assertThat(Fec.name("732 829 320 00074", LocalDate.of(2026, 12, 31))).isEqualTo("732829320FEC20261231.txt");
    }

    @Test
    void the_journal_has_its_documented_columns() {
        assertThat(Journal.header()).isEqualTo("entry,journal,date,document,account,party,label,debit,credit,currency\r\n");
        assertThat(Journal.lines(3, Posting.money(DAY, "L9", "=cmd", "P1", "Paiement par virement", "transfer", 12000, 0), "CAD"))
            .isEqualTo("3,bank,2026-11-22,L9,bank,,Paiement par virement,120.00,0.00,CAD\r\n3,bank,2026-11-22,L9,clients,'=cmd,Paiement par virement,0.00,120.00,CAD\r\n");
    }

    @Test
    void money_goes_to_the_first_as_far_as_it_reaches() {
        assertThat(Split.over(15000, List.of(12000L, 6000L, 100L))).containsExactly(12000L, 3000L, 0L);
        assertThat(Split.over(0, List.of(5L))).containsExactly(0L);
        assertThat(Split.over(50, List.of(10L, 10L))).containsExactly(10L, 10L);
    }

    @Test
    void cash_is_rounded_to_the_coin_half_a_coin_up() {
        assertThat(List.of(11496L, 11497L, 11498L, 11500L).stream().map(sum -> Split.cash(sum, 5))).containsExactly(11495L, 11495L, 11500L, 11500L);
        assertThat(Split.cash(11502, 5)).isEqualTo(11500);
        assertThat(Split.cash(11503, 5)).isEqualTo(11505);
    }

    @Test
    void a_credited_and_a_covered_receipt_owe_nothing() {
        assertThat(receipt("receipt", 12000, 5000L, 0).open().minor()).isEqualTo(7000);
        assertThat(receipt("receipt", 12000, null, 1).open().minor()).isZero();
        assertThat(receipt("covered", 0, null, 0).unpaid()).isFalse();
        assertThat(receipt("credit", -12000, null, 0).unpaid()).isFalse();
    }

    @Test
    void a_payer_is_known_by_the_name_and_a_client_by_who_they_are() {
        UUID noa = UUID.randomUUID();
        assertThat(new Debtor(noa, "Mutuelle ").same(Debtor.payer("Mutuelle"))).isTrue();
        assertThat(Debtor.client(noa).same(new Debtor(noa, null))).isTrue();
        assertThat(Debtor.client(noa).same(new Debtor(noa, "Mutuelle"))).isFalse();
        assertThat(Debtor.client(noa).same(Debtor.client(UUID.randomUUID()))).isFalse();
    }

    @Test
    void a_statement_goes_from_what_was_open_to_what_is() {
        YearStatement statement = YearStatement.of(Debtor.client(UUID.randomUUID()), "Noa Tremblay", 2026, false, "CAD", 3000,
            List.of(new YearStatement.Line(DAY, "receipt", "2026-0001", 12000, 0)), List.of(new YearStatement.Line(DAY.minusDays(5), "payment", "card", 0, 3000),
                new YearStatement.Line(DAY, "payment", "card", 0, 5000)),
            List.of(new YearStatement.Earlier(DAY.minusDays(90), "R-42", 9000), new YearStatement.Earlier(DAY.minusDays(80), "R-43", -1000)));
        assertThat(statement.lines()).extracting(YearStatement.Line::kind).containsExactly("payment", "receipt", "payment");
        assertThat(statement.after().minor()).as("what another tool made out is no part of the account").isEqualTo(7000);
        assertThat(statement.elsewhere().minor()).isEqualTo(8000);
        assertThat(statement.empty()).isFalse();
    }

    private static OpenReceipt receipt(String kind, long total, Long settled, long credited) {
        return new OpenReceipt(UUID.randomUUID(), "2026-0001", DAY, null, UUID.randomUUID(), "Noa", UUID.randomUUID(), kind, null, total, "CAD", settled, credited);
    }
}
