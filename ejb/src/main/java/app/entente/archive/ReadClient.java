package app.entente.archive;

import app.entente.person.PersonDetails;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A row read as a client.
 *
 * @param email the address in the row, to tell people apart by; null when there is none
 * @param reference how the other tool called them; may be empty
 * @param errors why it cannot be taken over; empty when it can
 */
record ReadClient(int line, PersonDetails details, String email, String reference, List<CellError> errors) {

    private static final Set<String> FRENCH = Set.of("", "fr", "fra", "francais", "francaise", "french");
    private static final Set<String> ENGLISH = Set.of("en", "ang", "eng", "anglais", "anglaise", "english");
    private static final Set<String> TU = Set.of("tu", "tutoiement", "oui", "yes", "x", "1");
    private static final Set<String> VOUS = Set.of("", "vous", "vouvoiement", "non", "no", "0");

    /** Reads a row; a field that cannot be read is an error of its own, an empty one is left as it is for somebody new. */
    static ReadClient of(int line, List<String> cells, Mapping mapping, String order, String language, LocalDate today) {
        List<CellError> errors = new ArrayList<>();
        PersonDetails details = new PersonDetails();
        details.setGivenName(text(line, Field.GIVEN_NAME, cells, mapping, 100, true, errors));
        details.setFamilyName(text(line, Field.FAMILY_NAME, cells, mapping, 100, true, errors));
        details.setChosenName(text(line, Field.CHOSEN_NAME, cells, mapping, 100, false, errors));
        String email = email(line, cells, mapping, errors);
        details.setEmail(email);
        String phone = text(line, Field.PHONE, cells, mapping, 40, false, errors);
        if (phone != null && !phone.matches("[0-9+(). \\u00A0\\u202F-]*")) {
            errors.add(CellError.of(line, Field.PHONE, "archive.error.phone", phone));
        }
        details.setPhone(phone);
        details.setStreet(text(line, Field.STREET, cells, mapping, 200, false, errors));
        details.setCity(text(line, Field.CITY, cells, mapping, 100, false, errors));
        details.setPostalCode(text(line, Field.POSTAL_CODE, cells, mapping, 12, false, errors));
        String birth = mapping.cell(Field.BIRTH_DATE, cells);
        if (!birth.isEmpty()) {
            LocalDate day = Dates.day(birth, order, today).orElse(null);
            if (day == null) {
                errors.add(CellError.of(line, Field.BIRTH_DATE, "archive.error.date", birth));
            } else if (!day.isBefore(today) || day.isBefore(today.minusYears(130))) {
                errors.add(CellError.of(line, Field.BIRTH_DATE, "archive.error.birth", birth));
            }
            details.setBirthDate(day);
        }
        String tongue = Words.plain(mapping.cell(Field.LANGUAGE, cells));
        if (tongue.isEmpty()) {
            details.setLanguage(language);
        } else if (FRENCH.contains(tongue) || ENGLISH.contains(tongue)) {
            details.setLanguage(FRENCH.contains(tongue) ? "fr" : "en");
        } else {
            errors.add(CellError.of(line, Field.LANGUAGE, "archive.error.language", mapping.cell(Field.LANGUAGE, cells)));
        }
        String form = Words.plain(mapping.cell(Field.ADDRESS_FORM, cells));
        if (TU.contains(form) || VOUS.contains(form)) {
            details.setAddressForm(TU.contains(form) ? "tu" : "vous");
        } else {
            errors.add(CellError.of(line, Field.ADDRESS_FORM, "archive.error.form", mapping.cell(Field.ADDRESS_FORM, cells)));
        }
        String reference = text(line, Field.REFERENCE, cells, mapping, 60, false, errors);
        return new ReadClient(line, details, email, reference == null ? "" : reference, List.copyOf(errors));
    }

    private static String email(int line, List<String> cells, Mapping mapping, List<CellError> errors) {
        String email = text(line, Field.EMAIL, cells, mapping, 254, false, errors);
        if (email != null && !email.matches("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+")) {
            errors.add(CellError.of(line, Field.EMAIL, "archive.error.email", email));
        }
        return email;
    }

    private static String text(int line, Field field, List<String> cells, Mapping mapping, int longest, boolean needed, List<CellError> errors) {
        String words = mapping.cell(field, cells);
        if (words.isEmpty()) {
            if (needed) {
                errors.add(CellError.of(line, field, "archive.error.missing", ""));
            }
            return null;
        }
        if (words.length() > longest) {
            errors.add(new CellError(line, field, "archive.error.long", words.substring(0, 40) + "…", List.of(longest)));
        }
        return words;
    }
}
