package app.entente.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.entente.document.Checked;
import app.entente.document.Checks;
import app.entente.document.Conformance;
import app.entente.file.Files;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Money;
import app.entente.kernel.NotFound;
import app.entente.meeting.Meetings;
import app.entente.person.PersonDetails;
import app.entente.practice.Practice;
import app.entente.practice.Practices;
import app.entente.practice.Service;
import app.entente.receipt.Buyer;
import app.entente.receipt.Issuing;
import app.entente.receipt.ReceiptOrder;
import app.entente.testing.Features;
import app.entente.testing.InWorkspace;
import app.entente.testing.RealDatabase;
import app.entente.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Statements of a year and an accountant's exports, in the real database. */
class StatementsIT {

    @BeforeAll
    static void the_texts_of_the_law_are_there() throws Exception {
        Features.demo();
    }

    @Test
    void a_statement_is_sealed_says_what_happened_and_is_the_same_until_something_happens() throws Exception {
        Desk desk = new Desk("CA-QC", Books.quebec(), Books.service("CAD", 12000));
        UUID receipt = desk.invoice(1, null);
        desk.pays(receipt, 5000);
        int year = desk.today().getYear();
        UUID statement = desk.here.call(() -> desk.statements().ofClient(desk.client, year));
        assertThat(desk.here.call(() -> desk.statements().ofClient(desk.client, year))).isEqualTo(statement);
        MoneyFile file = desk.here.call(() -> desk.statements().file(statement));
        assertThat(file.name()).isEqualTo("releve-" + year + ".pdf");
        assertThat(text(file.bytes())).contains("Relevé " + year, "Noa Tremblay", "Facture F" + year + "-0001", "120,00 $", "50,00 $", "70,00 $", "par carte", "Année en cours")
            .doesNotContain("31 décembre");
        assertThat(InWorkspace.platform().call(() -> Features.get(Checks.class).byFile(file.bytes(), "")).verdict()).isEqualTo(Checked.Verdict.GENUINE);
        InWorkspace noa = InWorkspace.client(desk.here.tenant(), desk.client);
        assertThat(noa.call(() -> desk.statements().mine(year)).bytes()).isEqualTo(file.bytes());
        desk.pays(receipt, 1000);
        assertThat(noa.call(() -> desk.statements().mine(year)).bytes()).isNotEqualTo(file.bytes());
        UUID over;
        TestClock.advance(Duration.ofDays(366));
        try {
            over = desk.here.call(() -> desk.statements().ofClient(desk.client, year));
        } finally {
            TestClock.reset();
        }
        assertThat(text(desk.here.call(() -> desk.statements().file(over)).bytes())).as("once the year is over").contains("31 décembre " + year).doesNotContain("Année en cours");
        assertThatThrownBy(() -> noa.call(() -> desk.statements().mine(1999))).isInstanceOf(NotFound.class);
        String csv = new String(desk.here.call(() -> desk.statements().csv(statement)).bytes(), StandardCharsets.UTF_8);
        assertThat(csv.split("\r\n")).hasSize(5).startsWith("date,kind,detail,billed,paid,currency");
        assertThat(csv).contains("payment,card,0.00,50.00,CAD", "invoice,F" + year + "-0001,120.00,0.00,CAD");
        assertThat(desk.here.call(() -> desk.statements().madeForClient(desk.client))).hasSize(3);
    }

    @Test
    void a_year_with_money_alone_can_be_stated_too() throws Exception {
        Desk desk = new Desk("CA-QC", Books.quebec(), Books.service("CAD", 12000));
        Debtor noa = Debtor.client(desk.client);
        assertThat(desk.here.call(() -> desk.statements().years(noa))).isEmpty();
        LocalDate before = desk.today().minusYears(2);
        desk.here.call(() -> Features.get(Payments.class).record(new PaymentOrder(noa, List.of(), new Money(3000, "CAD"), "card", before), "early"));
        desk.invoice(1, null);
        assertThat(desk.here.call(() -> desk.statements().years(noa))).containsExactly(desk.today().getYear(), before.getYear());
        UUID statement = desk.here.call(() -> desk.statements().ofClient(desk.client, before.getYear()));
        assertThat(text(desk.here.call(() -> desk.statements().file(statement)).bytes())).contains("30,00 $", "Payé");
        assertThat(InWorkspace.client(desk.here.tenant(), desk.client).call(() -> desk.statements().myYears())).contains(before.getYear());
    }

    @Test
    void a_payers_statement_names_the_payer_and_no_client() throws Exception {
        Desk desk = new Desk("CA-QC", Books.quebec(), Books.service("CAD", 12000));
        desk.invoice(1, new Buyer(null, "Programme Exemple", "1, rue Haute\nMontréal (Québec) H0H 0H0", null, "PAE-1", 5, 30));
        UUID statement = desk.here.call(() -> desk.statements().ofPayer("Programme Exemple", desk.today().getYear()));
        assertThat(text(desk.here.call(() -> desk.statements().file(statement)).bytes())).contains("Programme Exemple", "120,00 $").doesNotContain("Tremblay", "Noa");
    }

    @Test
    void the_accountants_journal_is_made_month_by_month_balances_and_names_nobody() throws Exception {
        Desk desk = new Desk("CA-QC", Books.quebec(), Books.service("CAD", 12000));
        UUID receipt = desk.invoice(1, null);
        desk.pays(receipt, 12000);
        desk.here.call(() -> Features.get(Issuing.class).credit(receipt, "Erreur", "credit"));
        LocalDate today = desk.today();
        Exports exports = Features.get(Exports.class);
        UUID job = desk.here.call(() -> exports.order(ExportJob.JOURNAL, today.minusMonths(2).withDayOfMonth(1), today));
        assertThatThrownBy(() -> desk.here.call(() -> exports.file(job))).isInstanceOf(NotFound.class);
        InWorkspace timer = InWorkspace.nobody(desk.here.tenant());
        assertThat(timer.call(() -> Features.get(ExportWork.class).advance(job))).isTrue();
        assertThat(desk.here.call(() -> exports.all()).get(0).getProgress()).isEqualTo(33);
        assertThat(timer.call(() -> Features.get(ExportWork.class).advance(job))).isTrue();
        assertThat(timer.call(() -> Features.get(ExportWork.class).advance(job))).isFalse();
        String csv = new String(bytes(desk.here, job), StandardCharsets.UTF_8);
        List<String[]> lines = Arrays.stream(csv.split("\r\n")).skip(1).map(line -> line.split(",")).toList();
        assertThat(lines).hasSize(6).allSatisfy(line -> assertThat(line).hasSize(10));
        assertThat(lines.stream().mapToDouble(line -> Double.parseDouble(line[7]) - Double.parseDouble(line[8])).sum()).isZero();
        assertThat(csv).doesNotContain("Tremblay", "Noa");
        refused("payment.fec_place", () -> desk.here.call(() -> exports.order(ExportJob.FEC, today, today)));
        refused("payment.export_period", () -> desk.here.call(() -> exports.order(ExportJob.JOURNAL, today, today.minusDays(1))));
    }

    private static byte[] bytes(InWorkspace here, UUID job) throws Exception {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (int position : here.call(() -> Features.get(Exports.class).file(job)).pieces()) {
            all.writeBytes(here.call(() -> Features.get(Exports.class).piece(job, position)));
        }
        return all.toByteArray();
    }

    @Test
    void the_french_file_bears_its_name_and_its_columns() throws Exception {
        Desk desk = new Desk("FR", Books.france(), Books.service("EUR", 4500));
        desk.pays(desk.invoice(1, null), 4500);
        LocalDate last = LocalDate.of(desk.today().getYear(), 12, 31);
        Exports exports = Features.get(Exports.class);
        UUID job = desk.here.call(() -> exports.order(ExportJob.FEC, last.withDayOfYear(1), last));
        InWorkspace timer = InWorkspace.nobody(desk.here.tenant());
        while (timer.call(() -> Features.get(ExportWork.class).advance(job))) {
            assertThat(desk.here.call(() -> exports.all()).get(0).isReady()).isFalse();
        }
        ExportFile file = desk.here.call(() -> exports.file(job));
        assertThat(file.name()).isEqualTo("123456782FEC" + last.getYear() + "1231.txt");
        assertThat(file.mediaType()).isEqualTo("text/plain; charset=ISO-8859-15");
        List<String[]> lines = new String(bytes(desk.here, job), Fec.LETTERS).lines().map(line -> line.split("\t", -1)).toList();
        assertThat(lines).hasSize(5).allSatisfy(line -> assertThat(line).hasSize(18));
        assertThat(lines.get(0)).containsExactlyElementsOf(Fec.COLUMNS);
        List<String[]> entries = lines.subList(1, 5);
        assertThat(entries).extracting(line -> line[2]).containsExactly("1", "1", "2", "2");
        assertThat(entries).allSatisfy(line -> {
            for (int filled : new int[] {0, 1, 2, 3, 4, 5, 8, 9, 10, 15}) {
                assertThat(line[filled]).as(Fec.COLUMNS.get(filled)).isNotBlank();
            }
            assertThat(List.of(line[3], line[9], line[15])).allMatch(day -> day.matches("20\\d{6}"));
            assertThat(List.of(line[11], line[12])).allMatch(amount -> amount.matches("\\d+,\\d{2}"));
        });
        for (String number : List.of("1", "2")) {
            assertThat(entries.stream().filter(line -> line[2].equals(number)).mapToLong(line -> minor(line[11]) - minor(line[12])).sum()).as("entry " + number).isZero();
        }
    }

    @Test
    void a_statement_conforms_once_sealed_in_every_place_and_language() throws Exception {
        for (String place : List.of("CA-QC fr", "CA-QC en", "FR fr")) {
            boolean quebec = place.startsWith("CA-QC");
            Desk desk = new Desk(quebec ? "CA-QC" : "FR", quebec ? Books.quebec() : Books.france(), Books.service(quebec ? "CAD" : "EUR", 4500), place.substring(place.length() - 2));
            UUID receipt = desk.invoice(1, null);
            UUID paid = desk.pays(receipt, 5000);
            desk.here.call(() -> Features.get(Payments.class).refund(paid, 500, "card", desk.today(), "back"));
            desk.here.call(() -> Features.get(Issuing.class).credit(receipt, "Erreur", "credit"));
            UUID statement = desk.here.call(() -> desk.statements().ofClient(desk.client, desk.today().getYear()));
            byte[] pdf = desk.here.call(() -> desk.statements().file(statement)).bytes();
            Conformance.assertConforms(pdf, PDFAFlavour.PDFA_2_A);
            Conformance.assertConforms(pdf, PDFAFlavour.PDFUA_1);
            java.nio.file.Files.write(java.nio.file.Files.createDirectories(java.nio.file.Path.of("target", "statements")).resolve(place.replace(' ', '-') + ".pdf"), pdf);
            assertThat(text(pdf)).contains(place.endsWith("en") ? List.of("Statement", "Invoice", "Credit note", "Refund", "by card")
                : List.of("Relevé", "Facture", quebec ? "Note de crédit" : "Avoir", "Remboursement", "par carte"));
        }
    }

    private static void refused(String code, java.util.concurrent.Callable<?> call) {
        assertThatThrownBy(call::call).isInstanceOfSatisfying(BusinessRuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static long minor(String amount) {
        return Long.parseLong(amount.replace(",", ""));
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00A0', ' ').replace('\u202F', ' ');
        }
    }

    /** A practice with one client. */
    private static final class Desk {

        private final InWorkspace here;
        private final UUID file;
        private final UUID client;
        private final Service service;
        private final ZoneId zone;

        private Desk(String jurisdiction, Practice practice, Service service) throws Exception {
            this(jurisdiction, practice, service, "fr");
        }

        private Desk(String jurisdiction, Practice practice, Service service, String language) throws Exception {
            this.zone = ZoneId.of("FR".equals(jurisdiction) ? "Europe/Paris" : "America/Toronto");
            this.service = service;
            here = InWorkspace.practitioner(RealDatabase.get().newWorkspace(jurisdiction));
            here.run(() -> Features.get(Practices.class).establish(practice, List.of(), List.of(service)));
            PersonDetails person = Books.person("Noa");
            person.setLanguage(language);
            file = here.call(() -> Features.get(Files.class).open(person, ""));
            client = here.call(() -> Features.get(Files.class).client(file)).getId();
        }

        private YearStatements statements() {
            return Features.get(YearStatements.class);
        }

        private LocalDateTime now() {
            return LocalDateTime.ofInstant(TestClock.now(), zone);
        }

        private LocalDate today() {
            return now().toLocalDate();
        }

        private UUID invoice(int hoursAgo, Buyer buyer) throws Exception {
            UUID meeting = here.call(() -> Features.get(Meetings.class).recordHeld(file, service.getId(), now().minusHours(hoursAgo).minusDays(2), 45, "office", ""));
            return here.call(() -> Features.get(Issuing.class).issue(new ReceiptOrder("invoice", List.of(meeting), null, List.of(), null, null, buyer), "i" + meeting));
        }

        private UUID pays(UUID receipt, long minor) throws Exception {
            return here.call(() -> Features.get(Payments.class).record(new PaymentOrder(Debtor.client(client), List.of(receipt), new Money(minor, service.getPrice().currency()), "card",
                today()), "p" + UUID.randomUUID()));
        }
    }
}
