package app.entente.practice;

import app.entente.kernel.Bilingual;
import java.util.List;

/**
 * What a practice may freely say of a service. Lengths are minutes.
 *
 * @param kind one of {@link Service#KINDS}
 * @param modes how it may take place: office, home, video, phone; at least one
 * @param postalCodes codes, or beginnings of codes, served at home
 * @param municipalities municipalities served at home; with no code and no municipality, everywhere
 * @param usualMinutes usual time spent together
 * @param maxMinutes greatest time spent together
 * @param billedMinutes minutes a receipt counts; null when they are those spent together
 * @param travelMinutes kept free for the road before and after a visit at home
 * @param taxTreatment {@code exempt}, {@code franchise} or {@code taxable}
 */
public record ServiceTerms(String kind, Bilingual title, Bilingual description, List<String> modes, List<String> postalCodes,
    List<String> municipalities, int usualMinutes, int maxMinutes, Integer billedMinutes, int travelMinutes, String taxTreatment) {
}
