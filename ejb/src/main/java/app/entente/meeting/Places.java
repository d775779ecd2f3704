package app.entente.meeting;

import app.entente.person.PersonDetails;

/** Fills in what is known of a person where nobody said otherwise. */
final class Places {

    private Places() {
    }

    /** The place with the person's own address for a visit at home, and with their number for a call where it is safe to call them. */
    static Where complete(Where where, String mode, PersonDetails person) {
        if ("home".equals(mode)) {
            boolean town = !where.postalCode().isEmpty() || !where.city().isEmpty();
            return new Where(where.place().isEmpty() && !town ? person.getStreet() : where.place(), town ? where.postalCode() : person.getPostalCode(),
                town ? where.city() : person.getCity(), "", "");
        }
        if ("phone".equals(mode) && where.phone().isEmpty() && person.isPhoneSafe()) {
            return new Where(where.place(), "", "", "", person.getPhone());
        }
        return where;
    }
}
