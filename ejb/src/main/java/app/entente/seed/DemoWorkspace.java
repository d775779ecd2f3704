package app.entente.seed;

import static app.entente.seed.SeedFile.objects;
import static app.entente.seed.SeedFile.string;
import static app.entente.seed.SeedFile.strings;
import static app.entente.seed.SeedFile.text;

import app.entente.file.PayerDetails;
import app.entente.file.Taking;
import app.entente.meeting.OpeningHours;
import app.entente.person.PersonDetails;
import jakarta.json.JsonObject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A demo practice with the people it accompanies.
 *
 * @param id its workspace, the same in every installation
 * @param slug its word in addresses
 * @param owner whose practice it is
 * @param clients whom it accompanies
 * @param hours when it receives
 */
public record DemoWorkspace(UUID id, String slug, Login owner, List<Client> clients, List<OpeningHours> hours) {

    /**
     * A login of the demo realm.
     *
     * @param subject its fixed identifier at the identity provider
     */
    public record Login(String subject, String email) {
    }

    /**
     * A demo client.
     *
     * @param key the word other parts of the seed know this client by
     * @param login their login; null when they have none
     * @param people who takes part in the file, the client first
     * @param payer who pays instead of the client; null when nobody does
     * @param meetings past and coming ones
     */
    public record Client(String key, Login login, List<Taking> people, String kind, String reason, String step, PayerDetails payer, List<Planned> meetings) {

        /** Days of the meetings that were held, in their order. */
        List<LocalDate> held(LocalDate today) {
            return meetings.stream().filter(planned -> "held".equals(planned.status())).map(planned -> planned.local(today).toLocalDate()).sorted().toList();
        }

        /** The day the file began: the Monday of the week of the first meeting. */
        LocalDate openedOn(LocalDate today) {
            return today.plusWeeks(meetings.stream().mapToInt(Planned::week).min().orElse(0)).with(DayOfWeek.MONDAY);
        }
    }

    /**
     * A meeting placed by week, so that the calendar is never empty.
     *
     * @param service code of the service
     * @param week 0 is the current one, -1 the one before
     * @param status what became of it
     */
    public record Planned(String service, int week, DayOfWeek day, LocalTime time, int minutes, String mode, String status) {

        /** When it begins, as the clocks of the place show it. */
        LocalDateTime local(LocalDate today) {
            return today.plusWeeks(week).with(day).atTime(time);
        }
    }

    /** The demo practices, in order. */
    static List<DemoWorkspace> all() {
        List<DemoWorkspace> all = new ArrayList<>();
        for (JsonObject entry : objects(SeedFile.read("demo.json"), "practices")) {
            JsonObject owner = entry.getJsonObject("owner");
            UUID id = UUID.fromString("22222222-0000-4000-8000-%012d".formatted(all.size() + 1));
            all.add(new DemoWorkspace(id, entry.getString("slug"), new Login(owner.getString("account"), owner.getString("email")),
                objects(entry, "clients").stream().map(DemoWorkspace::client).toList(),
                objects(entry, "hours").stream().map(DemoWorkspace::open).toList()));
        }
        return all;
    }

    private static Client client(JsonObject entry) {
        JsonObject person = entry.getJsonObject("person");
        JsonObject file = entry.getJsonObject("file");
        List<Taking> people = new ArrayList<>(List.of(new Taking(details(person), "client")));
        objects(file, "participants").forEach(other -> people.add(new Taking(details(other.getJsonObject("person")), other.getString("capacity"))));
        String account = string(entry, "account");
        String language = person.getString("language");
        return new Client(entry.getString("key"), account == null ? null : new Login(account, person.getString("email")), people,
            file.getString("kind"), text(file, "reason", language).in(language.substring(0, 2)), entry.getJsonObject("path").getString("current"),
            payer(file.getJsonObject("payer")),
            objects(entry, "meetings").stream().map(DemoWorkspace::planned).toList());
    }

    private static OpeningHours open(JsonObject hours) {
        return OpeningHours.weekly(DayOfWeek.valueOf(hours.getString("weekday").toUpperCase(Locale.ROOT)), LocalTime.parse(hours.getString("opens")),
            LocalTime.parse(hours.getString("closes")));
    }

    private static PayerDetails payer(JsonObject payer) {
        if (payer == null) {
            return null;
        }
        PayerDetails details = new PayerDetails();
        details.setKind(payer.getString("kind"));
        details.setName(payer.getString("name"));
        details.setAuthorisation(string(payer, "authorisation"));
        details.setSessionCap(SeedFile.number(payer, "meetingsCap"));
        return details;
    }

    private static Planned planned(JsonObject meeting) {
        return new Planned(meeting.getString("service"), meeting.getInt("week"), DayOfWeek.valueOf(meeting.getString("weekday").toUpperCase(Locale.ROOT)),
            LocalTime.parse(meeting.getString("time")), meeting.getInt("minutes"), meeting.getString("mode"), meeting.getString("status"));
    }

    private static PersonDetails details(JsonObject person) {
        PersonDetails details = new PersonDetails();
        details.setGivenName(person.getString("givenName"));
        details.setFamilyName(person.getString("familyName"));
        details.setChosenName(string(person, "chosenName"));
        details.setBirthDate(SeedFile.date(person, "birthDate"));
        details.setEmail(string(person, "email"));
        details.setPhone(string(person, "phone"));
        details.setPronoun(string(person, "pronoun"));
        details.setAddressForm(person.getString("addressForm"));
        details.setLanguage(person.getString("language").substring(0, 2));
        details.setMailSafe(person.getBoolean("safeToContact"));
        details.setPhoneSafe(person.getBoolean("safeToContact"));
        JsonObject address = person.getJsonObject("address");
        if (address != null) {
            details.setStreet(String.join(", ", strings(address, "lines")));
            details.setCity(address.getString("city"));
            details.setPostalCode(address.getString("postalCode"));
        }
        return details;
    }
}
