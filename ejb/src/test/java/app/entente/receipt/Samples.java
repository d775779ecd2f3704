package app.entente.receipt;

import app.entente.kernel.Bilingual;
import app.entente.kernel.Money;
import app.entente.meeting.Meeting;
import app.entente.person.PersonDetails;
import app.entente.practice.Practice;
import app.entente.practice.Service;
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
            new Practice.Registration(null, null, null, null, false, "12345678900011", new Bilingual("Entreprise individuelle (EI)", "Sole trader (EI)")),
            new Practice.PostalAddress("12, rue de l’Exemple", "Melun", null, "77000", "FR"),
            new Practice.Contact("01 99 00 12 34", "camille@demo.example"), officer("Camille Aubry"), "Médiation Exemple",
            new Practice.Tax("franchise", LocalDate.of(2023, 1, 1), "EUR"), new Practice.Path(1, 20));
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
        return person;
    }

    static ReceiptFacts quebec(String language) {
        Service service = service("CAD", 12000, "exempt");
        Meeting meeting = booked("CA-QC", service);
        meeting.hold(NOW);
        return new ReceiptFacts(workspace("CA-QC"), quebecPractice(), person(language), meeting, service,
            new Bilingual("Services exonérés de la TPS et de la TVQ", "Services exempt from GST and QST"), new Payment("interac", TODAY.minusDays(1)), TODAY);
    }

    static ReceiptFacts france(String language) {
        Service service = service("EUR", 4500, "franchise");
        Meeting meeting = booked("FR", service);
        meeting.hold(NOW);
        return new ReceiptFacts(workspace("FR"), frenchPractice(), person(language), meeting, service,
            new Bilingual("TVA non applicable, art. 293 B du CGI", "VAT not applicable, article 293 B of the French tax code"),
            new Payment("transfer", TODAY), TODAY);
    }

    static ReceiptFacts with(ReceiptFacts facts, Meeting meeting, Service service, Payment payment) {
        return new ReceiptFacts(facts.workspace(), facts.practice(), facts.person(), meeting, service, facts.taxMention(), payment, facts.issuedOn());
    }

    private static Practice.Officer officer(String name) {
        return new Practice.Officer(name, new Bilingual("responsable", "officer"), "donnees@demo.example");
    }
}
