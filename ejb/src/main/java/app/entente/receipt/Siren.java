package app.entente.receipt;

/** The numbers of businesses in France: nine digits of the SIREN, five more in the SIRET, the last one of each counted from the others. */
final class Siren {

    private static final int SIREN = 9;
    private static final int SIRET = 14;

    private Siren() {
    }

    /** Whether these are the nine digits of a SIREN. */
    static boolean isSiren(String digits) {
        return digits.length() == SIREN && luhn(digits);
    }

    /** Whether a SIRET was typed, with whatever between its digits. */
    static boolean isSiret(String typed) {
        return digits(typed).length() == SIRET && luhn(digits(typed));
    }

    /** 123 456 782 00011, as it is printed; as it was typed where it is none. */
    static String printed(String typed) {
        String digits = digits(typed);
        return digits.length() == SIRET ? grouped(digits.substring(0, SIREN)) + "\u00A0" + digits.substring(SIREN) : typed;
    }

    /** 123 456 782, as it is printed. */
    static String grouped(String siren) {
        return siren.replaceAll("^(...)(...)(...)$", "$1\u00A0$2\u00A0$3");
    }

    /** The first nine digits. */
    static String of(String siret) {
        String digits = digits(siret);
        return digits.length() < SIREN ? digits : digits.substring(0, SIREN);
    }

    private static String digits(String text) {
        return text == null ? "" : text.replaceAll("\\D", "");
    }

    // The last digit of every SIREN and SIRET is counted from the others.
    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 1 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }
}
