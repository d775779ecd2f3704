package app.entente.web.frame;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of this application, taken apart.
 *
 * @param area where it leads
 * @param slug the workspace's word; null outside workspaces
 * @param rest what comes after, beginning with a slash; {@code /} at least
 */
public record Address(Area area, String slug, String rest) {

    private static final Pattern PLACE = Pattern.compile("/([wcp])/([a-z0-9][a-z0-9-]{1,48}[a-z0-9])(/[A-Za-z0-9/_.-]*)?");
    private static final Set<String> FOLDERS_OF_OTHERS = Set.of("portal", "site", "letter", "operator", "WEB-INF", "META-INF", "resources", "errorpages");

    /** Where an address leads. */
    public enum Area {
        /** The work of a practitioner. */
        PRACTICE("/w/"),
        /** The portal of a client. */
        CLIENT("/c/"),
        /** What everybody may read of a practice. */
        PUBLIC("/p/"),
        /** The operator's console. */
        OPERATOR("/operator"),
        /** The list of one's own places. */
        PLACES("/places"),
        /** The platform's own pages. */
        SITE("");

        private final String prefix;

        Area(String prefix) {
            this.prefix = prefix;
        }

        /** Whether nobody enters without signing in. */
        public boolean closed() {
            return this == PRACTICE || this == CLIENT || this == OPERATOR || this == PLACES;
        }
    }

    /** Takes a path apart; an unknown shape is a page of the site, which may not exist. */
    public static Address of(String path) {
        Matcher place = PLACE.matcher(path);
        if (place.matches()) {
            Area area = switch (place.group(1)) {
                case "w" -> Area.PRACTICE;
                case "c" -> Area.CLIENT;
                default -> Area.PUBLIC;
            };
            String rest = place.group(3);
            return new Address(area, place.group(2), rest == null || rest.isEmpty() ? "/" : rest);
        }
        if (path.equals("/operator") || path.startsWith("/operator/")) {
            String rest = path.substring("/operator".length());
            return new Address(Area.OPERATOR, null, rest.isEmpty() ? "/" : rest);
        }
        if (path.equals("/places")) {
            return new Address(Area.PLACES, null, "/");
        }
        return new Address(Area.SITE, null, path);
    }

    /** What stands before every link of this place: {@code /w/slug}, {@code /operator} or nothing. */
    public String prefix() {
        return slug == null ? (area == Area.OPERATOR ? area.prefix : "") : area.prefix + slug;
    }

    /** The view behind the address; null when no view can be meant. */
    public String view() {
        String name = rest.endsWith("/") && rest.length() > 1 ? rest.substring(0, rest.length() - 1) : rest;
        if (name.contains(".") || name.contains("//")) {
            return null;
        }
        return switch (area) {
            case PRACTICE -> "/".equals(name) ? "/today/show.xhtml"
                : FOLDERS_OF_OTHERS.contains(name.split("/")[1]) ? null : name + ".xhtml";
            case CLIENT -> "/portal" + ("/".equals(name) ? "/home" : name) + ".xhtml";
            case PUBLIC -> "/letter" + ("/".equals(name) ? "/show" : name) + ".xhtml";
            case OPERATOR -> "/operator" + ("/".equals(name) ? "/workspaces" : name) + ".xhtml";
            case PLACES -> "/site/places.xhtml";
            case SITE -> "/site" + ("/".equals(name) ? "/front" : name) + ".xhtml";
        };
    }

    /** The address, within this place, of a view; the opposite of {@link #view()}. */
    public String to(String view) {
        String name = view.endsWith(".xhtml") ? view.substring(0, view.length() - ".xhtml".length()) : view;
        return switch (area) {
            case PRACTICE -> prefix() + name;
            case CLIENT -> prefix() + ("/portal/home".equals(name) ? "" : strip(name, "/portal"));
            case PUBLIC -> prefix() + ("/letter/show".equals(name) ? "" : strip(name, "/letter"));
            case OPERATOR -> prefix() + ("/operator/workspaces".equals(name) ? "" : strip(name, "/operator"));
            case PLACES -> "/places";
            case SITE -> "/site/front".equals(name) ? "/" : strip(name, "/site");
        };
    }

    private static String strip(String name, String folder) {
        return name.startsWith(folder + "/") ? name.substring(folder.length()) : name;
    }
}
