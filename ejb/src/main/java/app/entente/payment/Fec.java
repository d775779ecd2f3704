package app.entente.payment;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * The French «fichier des écritures comptables» (article A47 A-1 of the Livre des procédures fiscales): 18 columns, a tab between them, a decimal comma, days as
 * eight digits, one header line, ISO 8859-15. The layout and the account numbers are knowledge of the field that no professional has confirmed (checked: false).
 */
final class Fec {

    static final List<String> COLUMNS = List.of("JournalCode", "JournalLib", "EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "CompAuxNum", "CompAuxLib", "PieceRef",
        "PieceDate", "EcritureLib", "Debit", "Credit", "EcritureLet", "DateLet", "ValidDate", "Montantdevise", "Idevise");

    private static final Map<String, List<String>> JOURNALS = Map.of("sales", List.of("VE", "Ventes"), "bank", List.of("BQ", "Banque"), "cash", List.of("CA", "Caisse"));
    private static final Map<String, List<String>> ACCOUNTS = Map.of("clients", List.of("411000", "Clients"), "fees", List.of("706000", "Prestations de services"),
        "taxes", List.of("445710", "TVA collectée"), "bank", List.of("512000", "Banque"), "cash", List.of("530000", "Caisse"), "rounding", List.of("658000", "Charges diverses de gestion courante"));

    /** One of the sets of characters that the article names, and the only one of them with French letters and the euro. */
    static final Charset LETTERS = Charset.forName("ISO-8859-15");

    /** What that set has no sign for and is written otherwise. */
    private static final Map<Character, String> WRITTEN = Map.of('\u2019', "'", '\u2018', "'", '\u201C', "\"", '\u201D', "\"", '\u2013', "-", '\u2014', "-", '\u2212', "-", '\u00A0', " ",
        '\u202F', " ", '\u2026', "...");

    private Fec() {
    }

    /** 123456782FEC20261231.txt: nine digits of the practice and the last day of the books. */
    static String name(String siret, LocalDate last) {
        return siret.replaceAll("\\D", "").substring(0, 9) + "FEC" + day(last) + ".txt";
    }

    static String header() {
        return String.join("\t", COLUMNS) + "\r\n";
    }

    /** The lines of one posting under its number. */
    static String lines(long number, Posting posting) {
        StringBuilder out = new StringBuilder();
        for (Posting.Leg leg : posting.legs()) {
            boolean party = "clients".equals(leg.account());
            out.append(String.join("\t", JOURNALS.get(posting.journal()).get(0), JOURNALS.get(posting.journal()).get(1), String.valueOf(number), day(posting.on()),
                ACCOUNTS.get(leg.account()).get(0), ACCOUNTS.get(leg.account()).get(1), party ? clean(posting.partyCode()) : "", party ? clean(posting.party()) : "",
                clean(posting.document()), day(posting.on()), clean(posting.what()), amount(leg.debit()), amount(leg.credit()), "", "", day(posting.on()), "", "")).append("\r\n");
        }
        return out.toString();
    }

    /** The file as bytes: a letter that the set does not know loses its mark, or becomes a question mark. */
    static byte[] bytes(String text) {
        StringBuilder out = new StringBuilder(text.length());
        CharsetEncoder known = LETTERS.newEncoder();
        text.codePoints().forEach(point -> {
            String sign = Character.toString(point);
            String written = sign.length() == 1 ? WRITTEN.getOrDefault(sign.charAt(0), sign) : sign;
            String bare = known.canEncode(written) ? written : Normalizer.normalize(written, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            out.append(known.canEncode(bare) ? bare : "?");
        });
        return out.toString().getBytes(LETTERS);
    }

    private static String amount(long minor) {
        return BigDecimal.valueOf(minor, 2).toPlainString().replace('.', ',');
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String clean(String text) {
        return text.replaceAll("[\\t\\r\\n|]+", " ").strip();
    }
}
