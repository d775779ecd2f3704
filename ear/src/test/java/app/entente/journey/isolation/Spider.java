package app.entente.journey.isolation;

import app.entente.journey.Installation;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Follows links as one person, from where their work begins, within their own place; keeps the addresses that opened. */
final class Spider {

    private static final Pattern DOWNLOAD = Pattern.compile("/[wc]/[a-z0-9-]+/download/([a-z]+)/([0-9a-z-]+)");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Pages of one kind differ in whom they are about; a few are enough. */
    private static final int ENOUGH = 3;
    private static final int MOST = 1500;
    /** With so many combinations of parameters a page has been seen enough; without an end, a calendar leads on for ever. */
    private static final int MOST_OF_A_VIEW = 15;
    private static final int MOST_TRIED = 80;

    private final Actor actor;
    private final Application application;
    private final Watch watch;
    private final Report report;
    private final Map<String, List<Page>> pages = new TreeMap<>();
    private final Map<String, List<String>> downloads = new TreeMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<String> asked = new HashSet<>();
    private final Deque<String> waiting = new ArrayDeque<>();
    /** Addresses that a page of this person links to: they have to lead somewhere. */
    private final Set<String> linked = new HashSet<>();

    /** A page that opened. */
    record Page(String view, String address, Map<String, String> parameters) {

        /** The same address with one parameter set to something else. */
        String with(String name, String value) {
            Map<String, String> changed = new LinkedHashMap<>(parameters);
            changed.put(name, value);
            return address.replaceFirst("\\?.*", "") + "?" + changed.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                .collect(java.util.stream.Collectors.joining("&"));
        }
    }

    Spider(Actor actor, Application application, Watch watch, Report report) {
        this.actor = actor;
        this.application = application;
        this.watch = watch;
        this.report = report;
    }

    Map<String, List<Page>> pages() {
        return pages;
    }

    Map<String, List<String>> downloads() {
        return downloads;
    }

    /**
     * Begins at home and at every page of the place that needs no parameter; then tries pages that no link led to: at the addresses where somebody
     * who came before opened them, or, where nobody did, with the identifiers of the place.
     */
    Spider crawl(Map<String, List<Map<String, String>>> rows, Map<String, Set<String>> before) throws IOException {
        waiting.add(actor.home());
        for (String view : application.views()) {
            String address = Application.address(view, Twins.A);
            if (actor.owns(address)) {
                waiting.add(address);
            }
        }
        follow();
        for (String view : application.views()) {
            if (actor.owns(Application.address(view, Twins.A)) && !pages.containsKey(view)) {
                if (before.containsKey(view)) {
                    before.get(view).stream().limit(ENOUGH).forEach(this::visit);
                } else {
                    search(view, rows);
                }
            }
        }
        follow();
        return this;
    }

    /** First with every row of the table that the page is called by, as a meeting that may be moved is one that lies ahead; then with a few rows of each other. */
    private void search(String view, Map<String, List<Map<String, String>>> rows) throws IOException {
        for (String parameter : Application.parameters(view)) {
            search(view, parameter, rows.getOrDefault(view.replaceFirst("/.*", ""), List.of()));
        }
        for (String parameter : Application.parameters(view)) {
            search(view, parameter, rows.values().stream().flatMap(found -> found.stream().limit(ENOUGH)).limit(MOST_TRIED).toList());
        }
    }

    private void search(String view, String parameter, List<Map<String, String>> rows) {
        Iterator<Map<String, String>> left = rows.iterator();
        while (!pages.containsKey(view) && left.hasNext()) {
            visit(Application.address(view, Twins.A) + "?" + parameter + "=" + left.next().get("id"));
        }
    }

    private void follow() {
        while (!waiting.isEmpty() && asked.size() < MOST) {
            visit(waiting.poll());
        }
    }

    private void visit(String address) {
        Matcher download = DOWNLOAD.matcher(address);
        boolean file = download.matches();
        String view = file ? null : application.view(address);
        Map<String, String> parameters = parameters(address);
        String kind = (file ? download.group(1) : view) + parameters.entrySet().stream()
            .map(e -> "&" + e.getKey() + "=" + (ID.matcher(e.getValue()).matches() ? "" : e.getValue())).sorted().toList();
        if (!asked.add(address) || (!file && view == null) || seen.getOrDefault(kind, 0) >= ENOUGH
            || view != null && pages.getOrDefault(view, List.of()).size() >= MOST_OF_A_VIEW) {
            return;
        }
        String what = file ? "download " + download.group(1) : view;
        Reply reply = watch.at(what, actor, actor.visitor().get(address), address);
        if (reply.status() == 302 && view != null) {
            offer(reply.uri().resolve(reply.header("Location")).toString());
        }
        if (reply.status() >= 400 && linked.contains(address)) {
            report.finding(what + ": " + actor + " is led by a link to " + address + ", which answers " + reply.status());
        }
        if (reply.status() != 200) {
            return;
        }
        seen.merge(kind, 1, Integer::sum);
        report.opened(what);
        if (file) {
            downloads.computeIfAbsent(download.group(1), k -> new ArrayList<>()).add(download.group(2));
            return;
        }
        pages.computeIfAbsent(view, v -> new ArrayList<>()).add(new Page(view, address, parameters));
        for (Element link : reply.page().select("a[href], [data-href]")) {
            offer(link.hasAttr("href") ? link.absUrl("href") : reply.uri().resolve(link.attr("data-href")).toString());
        }
    }

    private void offer(String url) {
        String base = Installation.stack().baseUrl();
        String address = url.startsWith(base) ? url.substring(base.length()).replaceFirst("#.*", "") : "";
        if (actor.owns(address)) {
            linked.add(address);
            waiting.add(address);
        }
    }

    static Map<String, String> parameters(String address) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (address.contains("?")) {
            for (String pair : address.substring(address.indexOf('?') + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        return parameters;
    }
}
