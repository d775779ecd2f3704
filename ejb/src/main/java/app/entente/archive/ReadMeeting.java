package app.entente.archive;

import app.entente.kernel.BusinessRuleViolation;
import app.entente.meeting.Meeting;
import app.entente.practice.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row read as a past meeting.
 *
 * @param client whose it was; null when nobody was found
 * @param errors why it cannot be taken over; empty when it can
 */
record ReadMeeting(int line, KnownPerson client, Service service, LocalDateTime local, int minutes, String mode, String outcome, List<CellError> errors) {

    private static final Map<String, String> MODES = Map.ofEntries(Map.entry("office", "office"), Map.entry("bureau", "office"), Map.entry("cabinet", "office"),
        Map.entry("en personne", "office"), Map.entry("presentiel", "office"), Map.entry("sur place", "office"), Map.entry("in person", "office"),
        Map.entry("home", "home"), Map.entry("domicile", "home"), Map.entry("a domicile", "home"), Map.entry("au domicile", "home"), Map.entry("video", "video"),
        Map.entry("visio", "video"), Map.entry("visioconference", "video"), Map.entry("en ligne", "video"), Map.entry("online", "video"),
        Map.entry("teleconsultation", "video"), Map.entry("phone", "phone"), Map.entry("telephone", "phone"), Map.entry("tel", "phone"), Map.entry("appel", "phone"),
        Map.entry("par telephone", "phone"));
    private static final Map<String, String> OUTCOMES = Map.ofEntries(Map.entry("", Meeting.HELD), Map.entry("held", Meeting.HELD), Map.entry("tenue", Meeting.HELD),
        Map.entry("tenu", Meeting.HELD), Map.entry("honore", Meeting.HELD), Map.entry("honoree", Meeting.HELD), Map.entry("effectuee", Meeting.HELD),
        Map.entry("effectue", Meeting.HELD), Map.entry("realisee", Meeting.HELD), Map.entry("realise", Meeting.HELD), Map.entry("present", Meeting.HELD),
        Map.entry("presente", Meeting.HELD), Map.entry("completed", Meeting.HELD), Map.entry("done", Meeting.HELD), Map.entry("attended", Meeting.HELD),
        Map.entry("termine", Meeting.HELD), Map.entry("terminee", Meeting.HELD), Map.entry("missed", Meeting.MISSED), Map.entry("manquee", Meeting.MISSED),
        Map.entry("manque", Meeting.MISSED), Map.entry("absent", Meeting.MISSED), Map.entry("absente", Meeting.MISSED), Map.entry("no show", Meeting.MISSED),
        Map.entry("noshow", Meeting.MISSED), Map.entry("non honore", Meeting.MISSED), Map.entry("non honoree", Meeting.MISSED),
        Map.entry("cancelled", Meeting.CANCELLED_BY_CLIENT), Map.entry("canceled", Meeting.CANCELLED_BY_CLIENT), Map.entry("annulee", Meeting.CANCELLED_BY_CLIENT),
        Map.entry("annule", Meeting.CANCELLED_BY_CLIENT), Map.entry("annulee par le client", Meeting.CANCELLED_BY_CLIENT),
        Map.entry("annulee par la cliente", Meeting.CANCELLED_BY_CLIENT), Map.entry("annule par le client", Meeting.CANCELLED_BY_CLIENT),
        Map.entry("cancelled by client", Meeting.CANCELLED_BY_CLIENT), Map.entry("annulee par le praticien", Meeting.CANCELLED_BY_PRACTITIONER),
        Map.entry("annulee par la praticienne", Meeting.CANCELLED_BY_PRACTITIONER), Map.entry("annulee par l intervenante", Meeting.CANCELLED_BY_PRACTITIONER),
        Map.entry("annulee par l intervenant", Meeting.CANCELLED_BY_PRACTITIONER), Map.entry("cancelled by practitioner", Meeting.CANCELLED_BY_PRACTITIONER));
    private static final int LONGEST = 600;
    private static final Pattern HOURS = Pattern.compile("(\\d{1,2})\\s*[hH:]\\s*(\\d{2})?(?::00)?");

    /** Reads a row; what the service does not allow today is an error like any other. */
    static ReadMeeting of(int line, List<String> cells, Mapping mapping, String order, Acquaintances known, List<Service> services, ZoneId zone, Instant now) {
        List<CellError> errors = new ArrayList<>();
        LocalDate today = now.atZone(zone).toLocalDate();
        KnownPerson client = client(line, cells, mapping, order, known, today, errors);
        String dayWords = mapping.cell(Field.DAY, cells);
        LocalDate day = Dates.day(dayWords, order, today).orElse(null);
        if (day == null) {
            errors.add(CellError.of(line, Field.DAY, dayWords.isEmpty() ? "archive.error.missing" : "archive.error.date", dayWords));
        }
        String timeWords = mapping.cell(Field.TIME, cells);
        LocalTime time = timeWords.isEmpty() ? LocalTime.NOON : Dates.time(timeWords).orElse(null);
        if (time == null) {
            errors.add(CellError.of(line, Field.TIME, "archive.error.time", timeWords));
        }
        LocalDateTime local = day == null || time == null ? null : day.atTime(time);
        if (local != null && local.atZone(zone).toInstant().isAfter(now)) {
            errors.add(CellError.of(line, Field.DAY, "archive.error.future", dayWords));
        }
        Service service = service(line, cells, mapping, services, errors);
        String modeWords = mapping.cell(Field.MODE, cells);
        String mode = modeWords.isEmpty() && service != null ? service.getModes().get(0) : MODES.get(Words.plain(modeWords));
        if (mode == null && !modeWords.isEmpty()) {
            errors.add(CellError.of(line, Field.MODE, "archive.error.mode", modeWords));
        }
        int minutes = minutes(line, cells, mapping, service, errors);
        String outcomeWords = mapping.cell(Field.OUTCOME, cells);
        String outcome = OUTCOMES.get(Words.plain(outcomeWords));
        if (outcome == null) {
            errors.add(CellError.of(line, Field.OUTCOME, "archive.error.outcome", outcomeWords));
        }
        if (errors.isEmpty()) {
            try {
                service.allow(minutes, mode, client.postalCode());
            } catch (BusinessRuleViolation e) {
                errors.add(new CellError(line, null, e.code(), "", List.of(e.arguments())));
            }
        }
        return new ReadMeeting(line, client, service, local, minutes, mode, outcome, List.copyOf(errors));
    }

    /** The meeting itself, with what became of it. */
    Meeting meeting(ZoneId zone, Instant now) {
        Meeting meeting = new Meeting(client.fileId(), service, local, zone, minutes, mode, "", client.postalCode(), now);
        switch (outcome) {
            case Meeting.MISSED -> meeting.miss(now);
            case Meeting.CANCELLED_BY_CLIENT -> meeting.cancel(true, now);
            case Meeting.CANCELLED_BY_PRACTITIONER -> meeting.cancel(false, now);
            default -> meeting.hold(now);
        }
        return meeting;
    }

    /** What makes it the same meeting as another one (rule 4). */
    String key(ZoneId zone) {
        return key(client.fileId(), local.atZone(zone).toInstant());
    }

    static String key(UUID file, Instant startsAt) {
        return file + " " + startsAt;
    }

    /** Whose row it is: by the reference where there is one, else by name and birth date. */
    static KnownPerson client(int line, List<String> cells, Mapping mapping, String order, Acquaintances known, LocalDate today, List<CellError> errors) {
        String reference = mapping.cell(Field.CLIENT_REFERENCE, cells);
        String given = mapping.cell(Field.CLIENT_GIVEN_NAME, cells);
        String family = mapping.cell(Field.CLIENT_FAMILY_NAME, cells);
        String birth = mapping.cell(Field.CLIENT_BIRTH_DATE, cells);
        List<KnownPerson> found = reference.isEmpty() ? List.of() : known.referred(reference);
        Field by = reference.isEmpty() ? Field.CLIENT_FAMILY_NAME : Field.CLIENT_REFERENCE;
        if (reference.isEmpty() && !(given + family).isBlank()) {
            found = known.named(given, family, birth.isEmpty() ? null : Dates.day(birth, order, today).orElse(LocalDate.MAX));
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        String words = reference.isEmpty() ? (given + " " + family).strip() : reference;
        errors.add(CellError.of(line, by, words.isEmpty() ? "archive.error.missing" : found.isEmpty() ? "archive.error.nobody" : "archive.error.several", words));
        return null;
    }

    private static Service service(int line, List<String> cells, Mapping mapping, List<Service> services, List<CellError> errors) {
        String words = mapping.cell(Field.SERVICE, cells);
        String plain = Words.plain(words);
        Service found = services.stream().filter(service -> plain.isEmpty() ? service.isActive()
            : plain.equals(Words.plain(service.getCode())) || plain.equals(Words.plain(service.getTitle().getFr())) || plain.equals(Words.plain(service.getTitle().getEn())))
            .findFirst().orElse(null);
        if (found == null) {
            errors.add(CellError.of(line, Field.SERVICE, "archive.error.service", words));
        }
        return found;
    }

    private static int minutes(int line, List<String> cells, Mapping mapping, Service service, List<CellError> errors) {
        String words = mapping.cell(Field.MINUTES, cells);
        if (words.isEmpty()) {
            return service == null ? 0 : service.getUsualMinutes();
        }
        String number = words.replaceAll("(?i)\\s*(min|minutes|mn)\\.?$", "").strip();
        if (number.matches("\\d{1,4}([.,]0+)?")) {
            int minutes = Integer.parseInt(number.replaceAll("[.,]0+$", ""));
            if (minutes >= 1 && minutes <= LONGEST) {
                return minutes;
            }
        } else {
            Matcher clock = HOURS.matcher(number);
            if (clock.matches()) {
                int minutes = Integer.parseInt(clock.group(1)) * 60 + (clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2)));
                if (minutes >= 1 && minutes <= LONGEST) {
                    return minutes;
                }
            }
        }
        errors.add(CellError.of(line, Field.MINUTES, "archive.error.minutes", words));
        return 0;
    }
}
