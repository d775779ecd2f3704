package app.entente.archive;

import java.text.Normalizer;
import java.util.Locale;

/** Compares what people typed: without accents, case, punctuation and spare spaces. */
final class Words {

    private Words() {
    }

    /** The words alone: {@code « Né(e) le »} is {@code ne e le}. */
    static String plain(String typed) {
        if (typed == null) {
            return "";
        }
        return Normalizer.normalize(typed, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae")
            .replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    /** The last nine digits of a telephone number, however it is written; empty when there are fewer than seven. */
    static String digits(String phone) {
        String digits = phone == null ? "" : phone.replaceAll("\\D", "");
        return digits.length() < 7 ? "" : digits.substring(Math.max(0, digits.length() - 9));
    }
}
