package app.entente.receipt;

import app.entente.kernel.Bilingual;
import app.entente.kernel.Money;
import app.entente.meeting.Meeting;
import app.entente.person.PersonDetails;
import app.entente.practice.LawPack;
import app.entente.practice.Practice;
import app.entente.practice.Service;
import app.entente.seed.Seed;
import app.entente.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** One held meeting in each place, and what a receipt of it is made from. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private Samples() { }

    static Practice quebecPractice() {
        return new Practice("Maude Lavigne", new Practice.Title("ts", new Bilingual("travailleuse sociale", "social worker"), "T.S."),
            new Practice.Registration(new Bilingual("Ordre des travailleurs sociaux du Québec", "Order of social workers of Quebec"), "", "EXEMPLE-0001",
                LocalDate.of(2012, 6, 1), false, null, null),
            new Practice.PostalAddress("100, rue de l’Exemple, bureau 2", "Saint-Jérôme", "QC", "J7Z 0A0", "CA"),
            new Practice.Contact("450-555-0142", "maude@demo.example"), officer("Maude Lavigne"), null,
            new Practice.Tax("exempt", LocalDate.of(2012, 6, 1), "CAD"), new Practice.Path(1, 20));
    }

    static Practice frenchPractice() {
        return new Practice("Camille Aubry EI", new Practice.Title("pair_aidant", new Bilingual("pair-aidante", "peer supporter"), null),
            new Practice.Registration(null, null, null, null, false, "12345678200010", new Bilingual("Entreprise individuelle (EI)", "Sole trader (EI)")),
            frenchAddress(),
            new Practice.Contact("01 99 00 12 34", "camille@demo.example"), officer("Camille Aubry"), "Médiation Exemple",
            new Practice.Tax("franchise", LocalDate.of(2023, 1, 1), "EUR"), new Practice.Path(1, 20));
    }

    static Practice.PostalAddress frenchAddress() {
        return new Practice.PostalAddress("12, rue de l’Exemple", "Melun", null, "77000", "FR");
    }

    static Workspace workspace(String jurisdiction) {
        boolean quebec = "CA-QC".equals(jurisdiction);
        return new Workspace(UUID.randomUUID(), quebec ? "maude" : "camille", quebec ? "Maude" : "Camille", jurisdiction, zone(jurisdiction), "fr",
            quebec ? "sapin" : "prune", NOW);
    }

    static ZoneId zone(String jurisdiction) {
        return ZoneId.of("CA-QC".equals(jurisdiction) ? "America/Toronto" : "Europe/Paris");
    }

    static Service service(String currency, long price, String tax) {
        return new Service("s", "support", new Bilingual("Rencontre de soutien", "Supportive meeting"), new Bilingual("", ""),
            List.of("office", "video"), List.of(), 45, 60, new Money(price, currency), tax, 1);
    }

    static Meeting booked(String jurisdiction, Service service) {
        return new Meeting(UUID.randomUUID(), service, LocalDateTime.of(2026, 11, 1, 20, 30), zone(jurisdiction), 50, "video", "", null, NOW);
    }

    static PersonDetails person(String language) {
        PersonDetails person = new PersonDetails();
        person.setGivenName("Noa");
        person.setFamilyName("Tremblay");
        person.setChosenName("Nono");
        person.setLanguage(language);
        person.setStreet("3, rue du Test");
        person.setCity("Melun");
        person.setPostalCode("77000");
        return person;
    }

    static LawPack law(String jurisdiction, LocalDate day) {
        return LawPack.of(jurisdiction, day, Seed.laws(jurisdiction));
    }

    static TaxRegistration quebecTaxes(boolean included) {
        return new TaxRegistration(TODAY.minusYears(1), "taxable", new TaxRegistration.Numbers("123456789 RT0001", "1234567890 TQ0001", null), included, NOW);
    }

    static TaxRegistration frenchTaxes(boolean included) {
        return new TaxRegistration(TODAY.minusYears(1), "taxable", new TaxRegistration.Numbers(null, null, "FR32 123456782"), included, NOW);
    }

    static Meeting held(String jurisdiction, Service service, int day) {
        Meeting meeting = new Meeting(UUID.randomUUID(), service, LocalDateTime.of(2026, 11, day, 20, 30), zone(jurisdiction), 50, "video", "", null, NOW);
        meeting.hold(NOW);
        return meeting;
    }

    static ReceiptFacts.Item whole(Meeting meeting, Service service) {
        return new ReceiptFacts.Item(meeting, service, service.getPrice().minor(), service.getPrice().minor(), null, false);
    }

    /** A receipt of that kind for those lines, with all that does not matter chosen. */
    static ReceiptFacts facts(String jurisdiction, String kind, String language, TaxRegistration registration, List<ReceiptFacts.Item> items, Buyer buyer,
        Payment payment) {
        boolean quebec = "CA-QC".equals(jurisdiction);
        return new ReceiptFacts(workspace(jurisdiction), quebec ? quebecPractice() : frenchPractice(), law(jurisdiction, TODAY), registration, kind,
            person(language), List.of(), items, buyer, payment, 0, TODAY);
    }

    static ReceiptFacts quebec(String language) {
        Service service = service("CAD", 12000, "exempt");
        return facts("CA-QC", Receipt.RECEIPT, language, null, List.of(whole(held("CA-QC", service, 1), service)), null,
            new Payment("interac", TODAY.minusDays(1)));
    }

    static ReceiptFacts france(String language) {
        Service service = service("EUR", 4500, "franchise");
        return facts("FR", Receipt.RECEIPT, language, null, List.of(whole(held("FR", service, 1), service)), null, new Payment("transfer", TODAY));
    }

    static ReceiptFacts with(ReceiptFacts facts, Meeting meeting, Service service, Payment payment) {
        return new ReceiptFacts(facts.workspace(), facts.practice(), facts.law(), facts.registration(), facts.kind(), facts.person(), facts.attendees(),
            List.of(whole(meeting, service)), facts.buyer(), payment, facts.billedBefore(), facts.issuedOn());
    }

    static ReceiptFacts attended(ReceiptFacts facts, String... names) {
        return new ReceiptFacts(facts.workspace(), facts.practice(), facts.law(), facts.registration(), facts.kind(), facts.person(), List.of(names),
            facts.items(), facts.buyer(), facts.payment(), facts.billedBefore(), facts.issuedOn());
    }

    static ReceiptFacts of(ReceiptFacts facts, Practice practice) {
        return new ReceiptFacts(facts.workspace(), practice, facts.law(), facts.registration(), facts.kind(), facts.person(), facts.attendees(),
            facts.items(), facts.buyer(), facts.payment(), facts.billedBefore(), facts.issuedOn());
    }

    static ReceiptFacts on(ReceiptFacts facts, LocalDate day) {
        return new ReceiptFacts(facts.workspace(), facts.practice(), law(facts.workspace().getJurisdiction(), day), facts.registration(), facts.kind(),
            facts.person(), facts.attendees(), facts.items(), facts.buyer(), facts.payment(), facts.billedBefore(), day);
    }

    private static Practice.Officer officer(String name) {
        return new Practice.Officer(name, new Bilingual("responsable", "officer"), "donnees@demo.example");
    }
}
