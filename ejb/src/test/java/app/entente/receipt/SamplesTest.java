package app.entente.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.document.CheckCode;
import app.entente.document.Conformance;
import app.entente.document.DocumentRenderer;
import app.entente.document.SealedSample;
import app.entente.practice.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mustangproject.validator.ValidationContext;
import org.mustangproject.validator.XMLValidator;
import org.slf4j.LoggerFactory;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** One document of every kind in every language, drawn, sealed, validated, read back, and left in target/receipts to be looked at. */
class SamplesTest {

    private static final Path FOLDER = Path.of("target", "receipts");
    private static final Buyer PROGRAMME = new Buyer(null, "Programme d’aide Exemple inc.", "1, rue Haute, bureau 400\nMontréal (Québec)  H0H 0H0", null, "PAE-2026-0077", 6, 30);
    private static final Buyer COMPANY = new Buyer(null, "Atelier Exemple SAS", "5, rue Basse\n75001 Paris", "732829320", null, null, 30);
    private static final DocumentRenderer RENDERER = new DocumentRenderer();

    private static Map<String, byte[]> sealed;
    /** What each duplicata is a copy of. */
    private static Map<String, String> originals;
    private static Map<String, ReceiptContent> contents;

    @BeforeAll
    static void every_kind_in_every_language() throws Exception {
        Files.createDirectories(FOLDER);
        contents = new LinkedHashMap<>();
        sealed = new LinkedHashMap<>();
        originals = new LinkedHashMap<>();
        for (String language : List.of("fr", "en")) {
            ReceiptContent receipt = Samples.quebec(language).content("2026-0001");
            contents.put("qc-exempt-" + language, receipt);
            contents.put("qc-taxed-cash-" + language, taxed(language, false, "cash").content("2026-0002"));
            contents.put("qc-mixed-" + language, mixed(language).content("2026-0003"));
            contents.put("qc-missed-" + language, missed("CA-QC", language).content("2026-0004"));
            contents.put("qc-couple-share-" + language, share(language).content("2026-0005"));
            contents.put("qc-payer-invoice-" + language, third(Receipt.INVOICE, language).content("F2026-0001"));
            contents.put("qc-payer-covered-" + language, third(Receipt.COVERED, language).content("2026-0006"));
            contents.put("qc-credit-" + language, CreditWords.of(receipt, issued(Samples.quebec(language), receipt), "NC2026-0001", "Mauvaise date", Samples.TODAY,
                "CA-QC", language));
        }
        for (String language : List.of("fr", "en")) {
            contents.put("fr-note-" + language, Samples.france(language).content("2026-0001"));
        }
        contents.put("fr-note-unpaid-fr", unpaid().content("2026-0002"));
        contents.put("fr-missed-fr", missed("FR", "fr").content("2026-0003"));
        ReceiptFacts franchise = invoice(null, COMPANY);
        contents.put("fr-facture-franchise-fr", franchise.content("F2026-0001"));
        contents.put("fr-facture-person-fr", invoice(null, null).content("F2026-0002"));
        contents.put("fr-facture-vat-fr", invoice(Samples.frenchTaxes(true), COMPANY).content("F2026-0003"));
        contents.put("fr-avoir-fr", CreditWords.of(contents.get("fr-facture-franchise-fr"), issued(franchise, contents.get("fr-facture-franchise-fr")), "A2026-0001",
            "Séance offerte", Samples.TODAY, "FR", "fr"));
        ReceiptFacts english = invoice(null, null, "en");
        contents.put("fr-facture-en", english.content("F2026-0004"));
        contents.put("fr-avoir-en", CreditWords.of(contents.get("fr-facture-en"), issued(english, contents.get("fr-facture-en")), "A2026-0002", "Séance offerte", Samples.TODAY,
            "FR", "en"));
        for (Map.Entry<String, ReceiptContent> entry : contents.entrySet()) {
            CheckCode code = CheckCode.random();
            byte[] rendered = RENDERER.render(entry.getValue().source(ReceiptWork.mark("https://entente.example", code)));
            keep(entry.getKey(), rendered);
        }
        duplicata("qc-duplicata-fr", "qc-exempt-fr", java.util.Locale.CANADA_FRENCH);
        duplicata("qc-duplicata-en", "qc-exempt-en", java.util.Locale.CANADA_FRENCH, java.util.Locale.CANADA);
        duplicata("fr-duplicata-fr", "fr-note-fr", java.util.Locale.FRANCE);
    }

    private static void duplicata(String name, String original, java.util.Locale... locales) throws Exception {
        java.time.LocalDate today = Samples.TODAY.plusDays(1);
        String sentence = Stream.of(locales).map(locale -> ReceiptWords.say("copy.made", locale, ReceiptWords.date(today, locale), ReceiptWords.date(Samples.TODAY, locale)))
            .collect(java.util.stream.Collectors.joining(" / "));
        keep(name, RENDERER.render(contents.get(original).copy(ReceiptWork.mark("https://entente.example", CheckCode.random()), "Duplicata", sentence)));
        originals.put(name, original);
    }

    private static void keep(String name, byte[] rendered) throws Exception {
        byte[] done = SealedSample.seal(rendered);
        sealed.put(name, done);
        Files.write(FOLDER.resolve(name + ".unsealed.pdf"), rendered);
        Files.write(FOLDER.resolve(name + ".pdf"), done);
    }

    static Stream<String> names() {
        return sealed.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void conforms_before_and_after_the_seal(String name) throws Exception {
        boolean invoice = name.contains("facture") || name.contains("avoir");
        for (byte[] pdf : List.of(Files.readAllBytes(FOLDER.resolve(name + ".unsealed.pdf")), sealed.get(name))) {
            Conformance.assertConforms(pdf, invoice ? PDFAFlavour.PDFA_3_A : PDFAFlavour.PDFA_2_A);
            Conformance.assertConforms(pdf, PDFAFlavour.PDFUA_1);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void says_every_word_of_its_source_on_one_page(String name) throws Exception {
        ReceiptContent content = contents.get(originals.getOrDefault(name, name));
        String text = blank(Pdf.text(sealed.get(name)));
        List<String> words = new ArrayList<>(List.of(content.title(), content.subtitle(), content.letterhead().name()));
        words.addAll(content.letterhead().qualities());
        words.addAll(content.letterhead().contact());
        content.facts().forEach((label, value) -> {
            words.add(label);
            words.addAll(value.lines().toList());
        });
        Stream.concat(content.rows().stream(), content.totals().stream()).flatMap(List::stream).flatMap(String::lines).forEach(words::add);
        words.addAll(content.mentions());
        Stream.concat(content.words().stream(), content.figures().stream()).flatMap(String::lines).forEach(words::add);
        assertThat(words.stream().map(SamplesTest::blank).filter(word -> !text.contains(word))).isEmpty();
        assertThat(Pdf.rightMargin(sealed.get(name))).as("points between the text and the edge of the sheet").isGreaterThan(40);
    }

    @Test
    void a_factur_x_is_found_valid_by_its_validator_before_and_after_the_seal() throws Exception {
        for (String name : List.of("fr-facture-franchise-fr", "fr-facture-person-fr", "fr-facture-vat-fr", "fr-avoir-fr", "fr-facture-en", "fr-avoir-en")) {
            for (byte[] pdf : List.of(Files.readAllBytes(FOLDER.resolve(name + ".unsealed.pdf")), sealed.get(name))) {
                String xml = Pdf.attached(pdf, "factur-x.xml");
                ValidationContext said = new ValidationContext(LoggerFactory.getLogger(SamplesTest.class));
                XMLValidator validator = new XMLValidator(said);
                validator.disableNotices();
                validator.setStringContent(xml);
                validator.validate();
                Files.writeString(FOLDER.resolve(name + ".report.xml"), said.getXMLResult());
                if (!name.contains("person") && !name.endsWith("-en")) {
                    assertThat(said.getXMLResult()).as("the rules of France between businesses").doesNotContain("BR-FR-");
                }
                assertThat(said.isValid()).as(said.getXMLResult()).isTrue();
                assertThat(validator.getFiredRules()).as("rules that were asked").isGreaterThan(50);
                assertThat(xml).isEqualTo(contents.get(name).invoice().xml());
            }
        }
        assertThat(contents.get("fr-facture-franchise-fr").invoice().xml()).contains(">380<", "VATEX-FR-FRANCHISE", "<ram:CategoryCode>E<", "732829320", "123456782");
        assertThat(contents.get("fr-facture-vat-fr").invoice().xml()).contains("<ram:CategoryCode>S<", "FR32123456782", "45.00", "37.50", "7.50");
        assertThat(contents.get("fr-avoir-fr").invoice().xml()).contains(">381<", "F2026-0001", ">20261122<");
    }

    @ParameterizedTest
    @MethodSource("names")
    void pdfsig_finds_the_seal_valid_over_the_whole_document(String name) throws Exception {
        Process pdfsig = null;
        try {
            pdfsig = new ProcessBuilder("pdfsig", "-nocert", FOLDER.resolve(name + ".pdf").toString()).redirectErrorStream(true).start();
        } catch (java.io.IOException absent) {
            org.junit.jupiter.api.Assumptions.assumeTrue(false, "skipped: pdfsig (poppler-utils) is not on this machine");
        }
        assertThat(new String(pdfsig.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)).contains("Signature is Valid", "Total document signed");
    }

    @Test
    void a_rate_that_may_not_be_printed_is_not() throws Exception {
        String text = blank(Pdf.text(sealed.get("qc-taxed-cash-fr")));
        assertThat(text).contains("(5 %)", "(9,975 %)").doesNotContain("14,975", "14,97 %", "9,97 %");
    }

    private static String blank(String text) {
        return text.replaceAll("[\\s\\u00A0\\u202F]+", " ").strip();
    }

    private static ReceiptFacts taxed(String language, boolean included, String means) {
        Service service = Samples.service("CAD", 10000, "taxable");
        return Samples.facts("CA-QC", Receipt.RECEIPT, language, Samples.quebecTaxes(included), List.of(Samples.whole(Samples.held("CA-QC", service, 1), service)), null,
            new Payment(means, Samples.TODAY));
    }

    private static ReceiptFacts mixed(String language) {
        Service taxable = Samples.service("CAD", 10000, "taxable");
        Service exempt = Samples.service("CAD", 12000, "exempt");
        return Samples.facts("CA-QC", Receipt.RECEIPT, language, Samples.quebecTaxes(false), List.of(Samples.whole(Samples.held("CA-QC", exempt, 1), exempt),
            Samples.whole(Samples.held("CA-QC", taxable, 8), taxable)), null, new Payment("card", Samples.TODAY));
    }

    private static ReceiptFacts missed(String jurisdiction, String language) {
        boolean quebec = "CA-QC".equals(jurisdiction);
        Service service = Samples.service(quebec ? "CAD" : "EUR", quebec ? 12000 : 4500, quebec ? "exempt" : "franchise");
        var meeting = Samples.booked(jurisdiction, service);
        meeting.miss(Samples.NOW);
        long fee = quebec ? 6000 : 2000;
        return Samples.facts(jurisdiction, Receipt.RECEIPT, language, null, List.of(new ReceiptFacts.Item(meeting, service, fee, fee, null, true)), null,
            new Payment("card", Samples.TODAY));
    }

    private static ReceiptFacts share(String language) {
        Service service = Samples.service("CAD", 15000, "exempt");
        ReceiptFacts facts = Samples.facts("CA-QC", Receipt.RECEIPT, language, null, List.of(new ReceiptFacts.Item(Samples.held("CA-QC", service, 3), service, 15000, 7500, 60, false)),
            null, new Payment("cheque", Samples.TODAY));
        return Samples.attended(facts, "Noa Tremblay", "Alex Roy");
    }

    private static ReceiptFacts third(String kind, String language) {
        Service service = Samples.service("CAD", 12000, "exempt");
        return Samples.facts("CA-QC", kind, language, null, List.of(Samples.whole(Samples.held("CA-QC", service, 3), service),
            Samples.whole(Samples.held("CA-QC", service, 10), service)), PROGRAMME, null);
    }

    private static ReceiptFacts unpaid() {
        Service service = Samples.service("EUR", 4500, "franchise");
        return Samples.facts("FR", Receipt.RECEIPT, "fr", null, List.of(Samples.whole(Samples.held("FR", service, 1), service)), null, null);
    }

    private static ReceiptFacts invoice(TaxRegistration registration, Buyer buyer) {
        return invoice(registration, buyer, "fr");
    }

    private static ReceiptFacts invoice(TaxRegistration registration, Buyer buyer, String language) {
        Service service = Samples.service("EUR", 4500, "franchise");
        return Samples.facts("FR", Receipt.INVOICE, language, registration, List.of(Samples.whole(Samples.held("FR", service, 1), service)), buyer,
            buyer == null ? new Payment("transfer", Samples.TODAY) : null);
    }

    private static Receipt issued(ReceiptFacts facts, ReceiptContent content) {
        String number = content.title().replaceAll(".* ", "");
        return new Receipt(new Receipt.Given(java.util.UUID.randomUUID(), 1, number), "k", "", java.util.UUID.randomUUID(), java.util.UUID.randomUUID(), facts, content, Samples.NOW);
    }
}
