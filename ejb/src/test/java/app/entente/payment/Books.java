package app.entente.payment;

import app.entente.kernel.Bilingual;
import app.entente.kernel.Money;
import app.entente.person.PersonDetails;
import app.entente.practice.Practice;
import app.entente.practice.Service;
import java.time.LocalDate;
import java.util.List;

/** Practices and clients whose books the tests keep. */
final class Books {

    private Books() {
    }

    static Practice quebec() {
        return new Practice("Maude Lavigne", new Practice.Title("ts", new Bilingual("travailleuse sociale", "social worker"), "T.S."),
            new Practice.Registration(new Bilingual("Ordre des travailleurs sociaux du Québec", "Order of social workers of Quebec"), "", "EXEMPLE-0001",
                LocalDate.of(2012, 6, 1), false, null, null),
            new Practice.PostalAddress("100, rue de l’Exemple, bureau 2", "Saint-Jérôme", "QC", "J7Z 0A0", "CA"),
            new Practice.Contact("450-555-0142", "maude@demo.example"), officer(), null, new Practice.Tax("exempt", LocalDate.of(2012, 6, 1), "CAD"), new Practice.Path(1, 20));
    }

    static Practice france() {
        return new Practice("Camille Aubry EI", new Practice.Title("pair_aidant", new Bilingual("pair-aidante", "peer supporter"), null),
            new Practice.Registration(null, null, null, null, false, "12345678200010", new Bilingual("Entreprise individuelle (EI)", "Sole trader (EI)")),
            new Practice.PostalAddress("12, rue de l’Exemple", "Melun", null, "77000", "FR"),
            new Practice.Contact("01 99 00 12 34", "camille@demo.example"), officer(), "Médiation Exemple", new Practice.Tax("franchise", LocalDate.of(2023, 1, 1), "EUR"),
            new Practice.Path(1, 20));
    }

    static Service service(String currency, long price) {
        return new Service("s", "support", new Bilingual("Rencontre de soutien", "Supportive meeting"), new Bilingual("", ""), List.of("office", "video"), List.of(), 45, 60,
            new Money(price, currency), "CAD".equals(currency) ? "exempt" : "franchise", 1);
    }

    static PersonDetails person(String given) {
        PersonDetails person = new PersonDetails();
        person.setGivenName(given);
        person.setFamilyName("Tremblay");
        person.setLanguage("fr");
        person.setStreet("3, rue du Test");
        person.setCity("Melun");
        person.setPostalCode("77000");
        return person;
    }

    private static Practice.Officer officer() {
        return new Practice.Officer("Maude Lavigne", new Bilingual("responsable", "officer"), "maude@demo.example");
    }
}
