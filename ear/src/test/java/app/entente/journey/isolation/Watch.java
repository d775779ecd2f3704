package app.entente.journey.isolation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks at every answer: for marks and identifiers of workspaces it must not tell of, and for what every answer says of trust. */
final class Watch {

    /** What a practice says of itself to everybody. */
    static final Set<String> PUBLIC_TABLES = Set.of("practice", "practice_text", "service", "approach", "process_step");
    /** What the operator's console tells of workspaces beyond their names, and why. */
    static final Map<String, String> OPERATOR_READS = Map.of(
        "outbox_command.kind", "work that does not reach the sign-in server is repaired there",
        "outbox_command.last_error", "what the sign-in server answered, its addresses blanked out");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final List<String> HEADERS = List.of("X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy", "Permissions-Policy", "Cache-Control");

    private final Twins twins;
    private final Report report;
    private final Persons persons;
    private final Set<String> foreign = new HashSet<>();
    private final Map<String, String> people = new HashMap<>();

    Watch(Twins twins, Report report) throws java.sql.SQLException {
        this.twins = twins;
        this.report = report;
        persons = new Persons(twins.catalogue(), twins.rowsOfA());
        twins.rowsOfB().values().forEach(rows -> rows.forEach(row -> foreign.add(row.get("id"))));
        twins.rowsOfC().values().forEach(id -> foreign.add(id.toString()));
        Catalogue.each(twins.superuser(), "select split_part(a.email::text, '-', 1), p.person_id from portal_access p join account a on a.id = p.account_id where p.tenant_id = '"
            + twins.workspace(Twins.A) + "'", row -> people.put(row.getString(1), row.getString(2)));
    }

    /** Whether a row of A is about people of whom that client is none. */
    boolean isOfOthers(String row, Actor actor) {
        return people.containsKey(actor.name()) && persons.isOfOthers(row, people.get(actor.name()));
    }

    /** Looks at one answer to an actor; {@code sent} is all that was sent, which may come back. */
    Reply at(String what, Actor actor, Reply reply, String sent) {
        report.count(what, actor);
        String text = reply.everything();
        String where = what + ": " + actor + ", " + reply.asked().replace(app.entente.journey.Installation.stack().baseUrl(), "");
        for (String mark : twins.marks().found(text)) {
            Marks.Place place = twins.marks().of(mark);
            if (!sent.contains(mark) && !allowed(place, actor, reply)) {
                report.finding(what + ": " + actor + " reads " + place.table() + "." + place.column() + " of " + place.workspace() + " at " + reply.asked());
            }
        }
        ID.matcher(text).results().map(match -> match.group()).filter(id -> foreign.contains(id) && !sent.contains(id) && !reply.asked().contains(id)).distinct()
            .filter(id -> !isOpen(reply) && !actor.owns("/w/" + Twins.B) && !actor.owns("/c/" + Twins.B)).forEach(id -> report.finding(where + " holds an identifier of another workspace"));
        if (reply.status() >= 500) {
            report.finding(where + " fails with " + reply.status());
        }
        trust(what, where, reply, text);
        return reply;
    }

    private static boolean isOpen(Reply reply) {
        return reply.uri().getPath().startsWith("/p/");
    }

    private boolean allowed(Marks.Place place, Actor actor, Reply reply) {
        String path = reply.uri().getPath();
        if (actor.name().equals("operator") && path.startsWith("/operator") && OPERATOR_READS.containsKey(place.table() + "." + place.column())) {
            return true;
        }
        if (place.table().equals("workspace")) {
            // The names of practices that are open are on the front page; an operator sees the names of all, and nobody else any in a list of places.
            return path.equals("/") || path.startsWith("/p/twin-" + place.workspace()) || actor.name().equals("operator") && path.startsWith("/operator")
                || isAt(place, actor) && (actor.owns(path) || path.equals("/places"));
        }
        if (path.startsWith("/p/" + "twin-" + place.workspace()) || path.equals("/check")) {
            return PUBLIC_TABLES.contains(place.table());
        }
        if (!isAt(place, actor) || !actor.owns(path)) {
            return false;
        }
        return place.workspace() != 'a' || !isOfOthers(place.row(), actor);
    }

    private static boolean isAt(Marks.Place place, Actor actor) {
        return actor.home() != null && actor.home().endsWith("twin-" + place.workspace());
    }

    private void trust(String what, String where, Reply reply, String text) {
        for (String name : HEADERS) {
            if (reply.headers().firstValue(name).isEmpty()) {
                report.finding(what + ": an answer " + reply.status() + " comes without " + name);
            }
        }
        String path = reply.uri().getPath();
        if (!Set.of("/robots.txt", "/sitemap.xml").contains(path)) {
            if (!reply.header("Cache-Control").contains("no-store")) {
                report.finding(what + ": an answer " + reply.status() + " may be kept in a cache: " + reply.header("Cache-Control"));
            }
            if (!reply.header("Content-Security-Policy").contains("frame-ancestors 'none'")) {
                report.finding(what + ": an answer " + reply.status() + " comes without its content policy");
            }
        }
        if (text.contains(";jsessionid")) {
            report.finding(where + " writes the session into an address");
        }
        for (String cookie : reply.headers().allValues("Set-Cookie")) {
            String lower = cookie.toLowerCase(java.util.Locale.ROOT);
            if (!Arrays.asList(lower.split(";\\s*")).containsAll(List.of("secure", "httponly")) || !lower.matches(".*samesite=(lax|strict).*")) {
                report.finding(where + " sets a cookie without protection: " + cookie.replaceFirst("=[^;]*", "=…"));
            }
        }
        for (String leak : List.of("at app.entente.", "org.postgresql.", "PSQLException", "EclipseLink", "Payara Micro")) {
            if (text.contains(leak)) {
                report.finding(where + " shows the inside: " + leak);
            }
        }
    }
}
