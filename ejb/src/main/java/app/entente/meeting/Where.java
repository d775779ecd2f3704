package app.entente.meeting;

import app.entente.kernel.BusinessRuleViolation;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where and how people meet. What a mode does not ask for may be empty.
 *
 * @param place in a few words: the room, or the address of a visit at home
 * @param postalCode of a visit at home
 * @param city municipality of a visit at home
 * @param link where a video call begins, an https address
 * @param phone the number that is called
 */
public record Where(String place, String postalCode, String city, String link, String phone) {

    private static final int LONGEST_PLACE = 200;
    private static final int LONGEST_LINK = 500;
    private static final int LONGEST_PHONE = 40;

    /** The same without spaces around and without null; the place is cut at 200 characters. */
    public Where {
        place = cut(place, LONGEST_PLACE);
        postalCode = cut(postalCode, LONGEST_PHONE);
        city = cut(city, LONGEST_PLACE);
        link = cut(link, LONGEST_LINK);
        phone = cut(phone, LONGEST_PHONE);
    }

    /** A place in a few words, and the postal code of a visit at home. */
    public static Where at(String place, String postalCode) {
        return new Where(place, postalCode, "", "", "");
    }

    /**
     * Refuses what a meeting to come cannot do without (rule 6): {@code meeting.no_address} at home without an address, {@code meeting.no_phone}
     * by phone without a number, {@code meeting.link_unreadable} when the link of a video call is no https address.
     */
    void serves(String mode) {
        if ("home".equals(mode) && (place.isEmpty() || postalCode.isEmpty() && city.isEmpty())) {
            throw new BusinessRuleViolation("meeting.no_address").at("place");
        }
        if ("phone".equals(mode) && phone.chars().filter(Character::isDigit).count() < 3) {
            throw new BusinessRuleViolation("meeting.no_phone").at("phone");
        }
        if ("video".equals(mode) && !link.isEmpty() && !secure(link)) {
            throw new BusinessRuleViolation("meeting.link_unreadable").at("link");
        }
    }

    private static boolean secure(String address) {
        try {
            URI uri = new URI(address);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String cut(String text, int most) {
        String words = text == null ? "" : text.strip();
        return words.substring(0, Math.min(most, words.length()));
    }
}
