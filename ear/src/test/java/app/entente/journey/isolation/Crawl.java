package app.entente.journey.isolation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/** Everybody asks for everything: their own pages, the pages of others, their own pages with the identifiers of others. */
final class Crawl {

    static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** A place that nobody has: what is answered there is the measure for the places of others. */
    private static final String NOWHERE = "twin-x";
    private static final int AT_ONCE = 4;
    private static final int PAIRS = 5;
    static final int TURNS = 3;
    private static final int OTHER_TABLES = 2;
    /** Pages of a kind come with many combinations of parameters; each parameter is changed on a few of them. */
    private static final int COMBINATIONS = 3;

    private final Twins twins;
    private final Application application;
    private final Report report;
    private final Watch watch;
    private final Map<Actor, Spider> spiders = new ConcurrentHashMap<>();

    Crawl(Twins twins, Application application, Report report, Watch watch) {
        this.twins = twins;
        this.application = application;
        this.report = report;
        this.watch = watch;
    }

    Map<Actor, Spider> spiders() {
        return spiders;
    }

    /** Everybody goes through what is theirs. */
    void ownPlaces() throws Exception {
        // The owner goes first, and shows the others where the pages are; no role opens more of a workspace.
        Map<String, Set<String>> opened = new ConcurrentHashMap<>();
        each(List.of(twins.actor("owner"), twins.actor("client"), twins.actor("operator")), actor -> explore(actor, opened));
        each(twins.strangers().stream().filter(actor -> actor.home() != null && !spiders.containsKey(actor)).toList(), actor -> explore(actor, opened));
        Actor visitor = twins.actor("nobody signed in");
        for (String view : application.views()) {
            if (view.startsWith("site/") || view.startsWith("letter/")) {
                Reply reply = get(view, view.equals("site/places") ? twins.actor("owner") : visitor, Application.address(view, Twins.A));
                if (reply.status() == 200 || view.equals("site/places") && reply.status() == 302) {
                    report.opened(view);
                }
                if (view.equals("site/places")) {
                    for (String name : List.of("client", "supervisor", "former", "operator")) {
                        get(view, twins.actor(name), Application.address(view, Twins.A));
                    }
                }
            }
        }
        for (String servlet : application.servlets()) {
            for (Actor actor : twins.strangers()) {
                if (!servlet.equals("/logout") && !servlet.equals("/goodbye")) {
                    get(servlet, actor, servlet);
                    report.opened(servlet);
                }
            }
        }
    }

    private void explore(Actor actor, Map<String, Set<String>> opened) throws IOException {
        Spider spider = new Spider(actor, application, watch, report).crawl(twins.rowsOfA(), Map.copyOf(opened));
        spiders.put(actor, spider);
        spider.pages().forEach((view, pages) -> pages.forEach(page -> opened.computeIfAbsent(view, v -> new java.util.concurrent.ConcurrentSkipListSet<>()).add(page.address())));
    }

    /** Everybody asks for every page, download and public page of the others' places, with identifiers that are there. */
    void placesOfOthers() throws Exception {
        Map<String, Spider.Page> examples = examples();
        each(twins.strangers(), actor -> {
            for (String view : application.views()) {
                String none = Application.address(view, NOWHERE);
                boolean inPlace = none.contains(NOWHERE);
                if (!inPlace && actor.owns(none)) {
                    continue;
                }
                String query = examples.containsKey(view) && examples.get(view).address().contains("?") ? examples.get(view).address().replaceFirst("[^?]*", "") : "";
                Reply measure = get(view, actor, none + query);
                for (String slug : inPlace ? List.of(Twins.A, Twins.B, Twins.C) : List.<String>of()) {
                    String address = Application.address(view, slug);
                    if (actor.owns(address)) {
                        continue;
                    }
                    Reply reply = get(view, actor, address + (slug.equals(Twins.B) ? twinned(query) : query));
                    if (!view.startsWith("letter/") && !reply.likeness().equals(measure.likeness())) {
                        report.finding(view + ": " + actor + " is told that " + slug + " is there: " + reply.brief() + " instead of " + measure.brief());
                    }
                }
            }
            for (String kind : application.downloads()) {
                for (String area : List.of("/w/", "/c/")) {
                    Reply measure = get("download " + kind, actor, area + NOWHERE + "/download/" + kind + "/" + UUID.randomUUID());
                    for (String id : foreign(example(kind), kind)) {
                        Reply reply = get("download " + kind, actor, area + Twins.B + "/download/" + kind + "/" + id);
                        if (!reply.likeness().equals(measure.likeness())) {
                            report.finding("download " + kind + ": " + actor + " at " + area + Twins.B + " gets " + reply.brief() + " instead of " + measure.brief());
                        }
                    }
                }
            }
        });
    }

    /** Everybody asks for their own pages and downloads with identifiers of B, of C and of nobody, one parameter at a time. */
    void foreignIdentifiers() throws Exception {
        each(spiders.keySet(), actor -> {
            List<List<Spider.Page>> all = new ArrayList<>(spiders.get(actor).pages().values());
            // What nobody could open is asked for all the same.
            application.views().stream().filter(view -> !report.isOpened(view) && actor.owns(Application.address(view, Twins.A)))
                .forEach(view -> all.add(List.of(new Spider.Page(view, Application.address(view, Twins.A), Map.of()))));
            for (List<Spider.Page> pages : all) {
                Set<String> done = new LinkedHashSet<>();
                Map<String, Integer> times = new LinkedHashMap<>();
                for (Spider.Page page : pages) {
                    Set<String> names = new LinkedHashSet<>(page.parameters().keySet());
                    names.addAll(Application.parameters(page.view()));
                    for (String name : names) {
                        if (done.add(name + page.parameters().keySet()) && times.merge(name, 1, Integer::sum) <= COMBINATIONS) {
                            compare(actor, page, name);
                        }
                    }
                }
            }
            String place = actor.home();
            for (String kind : place.startsWith("/w/") || place.startsWith("/c/") ? application.downloads() : Set.<String>of()) {
                String measured = place + "/download/" + kind + "/" + UUID.randomUUID();
                Reply measure = get("download " + kind, actor, measured);
                Set<String> ids = new LinkedHashSet<>(foreign(example(kind), kind));
                spiders.get(actor).downloads().getOrDefault(kind, List.of()).forEach(own -> ids.addAll(foreign(own, kind)));
                for (String id : ids) {
                    alike("download " + kind, actor, place + "/download/" + kind + "/" + id, measured, measure);
                }
            }
        });
        clientsOfOneWorkspace();
    }

    /** What a client opened is asked for by the other client, and by the first what the other opened. */
    private void clientsOfOneWorkspace() {
        Actor client = twins.actor("client");
        Actor second = twins.actor("second");
        for (List<Actor> pair : List.of(List.of(client, second), List.of(second, client))) {
            spiders.get(pair.get(0)).pages().values().forEach(pages -> pages.forEach(page -> page.parameters().forEach((name, value) -> {
                if (watch.isOfOthers(value, pair.get(1))) {
                    alike(page.view(), pair.get(1), page.address(), page.with(name, UUID.randomUUID().toString()));
                }
            })));
            spiders.get(pair.get(0)).downloads().forEach((kind, ids) -> ids.stream().filter(id -> watch.isOfOthers(id, pair.get(1))).forEach(id -> {
                String address = "/c/" + Twins.A + "/download/" + kind + "/";
                alike("download " + kind, pair.get(1), address + id, address + UUID.randomUUID());
            }));
        }
        // And every identifier of A that is about others, on every page and download a client has.
        for (Actor actor : List.of(client, second)) {
            Map<String, String> others = new TreeMap<>();
            twins.rowsOfA().forEach((table, rows) -> rows.stream().map(row -> row.get("id")).filter(id -> watch.isOfOthers(id, actor)).findFirst().ifPresent(id -> others.put(table, id)));
            for (List<Spider.Page> pages : spiders.get(actor).pages().values()) {
                for (String name : pages.get(0).parameters().keySet()) {
                    String measured = pages.get(0).with(name, UUID.randomUUID().toString());
                    Reply measure = get(pages.get(0).view(), actor, measured);
                    others.values().forEach(id -> alike(pages.get(0).view(), actor, pages.get(0).with(name, id), measured, measure));
                }
            }
            for (String kind : application.downloads()) {
                String measured = actor.home() + "/download/" + kind + "/" + UUID.randomUUID();
                Reply measure = get("download " + kind, actor, measured);
                others.values().forEach(id -> alike("download " + kind, actor, actor.home() + "/download/" + kind + "/" + id, measured, measure));
            }
        }
    }

    /** The people of B go where those of A went: what the crawl looks for must be there to be seen. */
    void control() throws Exception {
        twins.othersCome();
        for (String name : List.of("owner", "client")) {
            Actor other = twins.actor("b-" + name);
            for (List<Spider.Page> pages : spiders.get(twins.actor(name)).pages().values()) {
                Spider.Page page = pages.get(0);
                boolean marked = !twins.marks().found(twins.actor(name).visitor().get(page.address()).text()).isEmpty();
                String address = twinned(page.address().replace(Twins.A, Twins.B));
                Reply reply = get(page.view(), other, address);
                if (marked && twins.marks().found(reply.text()).stream().noneMatch(mark -> twins.marks().of(mark).workspace() == 'b')) {
                    report.finding(page.view() + ": the control sees no mark of B at " + address + ": " + reply.brief());
                }
            }
        }
    }

    /** How long a foreign identifier takes, measured in turn with one that nobody has. */
    double timeRatio() throws IOException {
        List<Double> ratios = new ArrayList<>();
        for (String name : List.of("owner", "client")) {
            Actor actor = twins.actor(name);
            for (List<Spider.Page> pages : spiders.get(actor).pages().values()) {
                for (Map.Entry<String, String> parameter : pages.get(0).parameters().entrySet()) {
                    if (twins.twin(parameter.getValue()) != null) {
                        List<Long> foreign = new ArrayList<>();
                        List<Long> unknown = new ArrayList<>();
                        for (int i = 0; i < PAIRS; i++) {
                            foreign.add(get(pages.get(0).view(), actor, pages.get(0).with(parameter.getKey(), twins.twin(parameter.getValue()))).nanos());
                            unknown.add(get(pages.get(0).view(), actor, pages.get(0).with(parameter.getKey(), UUID.randomUUID().toString())).nanos());
                        }
                        ratios.add(median(foreign) / median(unknown));
                    }
                }
            }
        }
        return ratios.isEmpty() ? Double.NaN : ratios.stream().sorted().skip(ratios.size() / 2).findFirst().orElseThrow();
    }

    private static double median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private void compare(Actor actor, Spider.Page page, String name) {
        String measured = page.with(name, UUID.randomUUID().toString());
        Reply measure = get(page.view(), actor, measured);
        for (String id : foreign(page.parameters().getOrDefault(name, ""), page.view() + name)) {
            alike(page.view(), actor, page.with(name, id), measured, measure);
        }
    }

    /** Meanwhile others are at work, and what a page shows moves on: a difference counts when it stays. */
    private void alike(String what, Actor actor, String address, String measured) {
        alike(what, actor, address, measured, get(what, actor, measured));
    }

    private void alike(String what, Actor actor, String address, String measured, Reply first) {
        Reply reply = get(what, actor, address);
        Reply measure = first;
        for (int i = 0; i < TURNS && !reply.likeness().equals(measure.likeness()); i++) {
            reply = get(what, actor, address);
            measure = get(what, actor, measured);
        }
        if (!reply.likeness().equals(measure.likeness())) {
            report.finding(what + ": " + actor + " is told a foreign identifier from an unknown one at " + reply.asked() + ": " + reply.brief() + " instead of " + measure.brief());
        }
    }

    /** The twin of an own identifier, the row of its table in C, and rows of some other tables of C: others for each place that is asked, so that all have a turn. */
    List<String> foreign(String own, String place) {
        Set<String> ids = new LinkedHashSet<>();
        if (twins.twin(own) != null) {
            ids.add(twins.twin(own));
        }
        List<String> tables = List.copyOf(twins.rowsOfC().keySet());
        tables.stream().filter(table -> twins.rowsOfA().getOrDefault(table, List.of()).stream().anyMatch(row -> own.equals(row.get("id"))))
            .forEach(table -> ids.add(twins.rowsOfC().get(table).toString()));
        int from = Math.floorMod(place.hashCode(), tables.size());
        for (int i = 0; i < OTHER_TABLES; i++) {
            ids.add(twins.rowsOfC().get(tables.get((from + i * tables.size() / OTHER_TABLES) % tables.size())).toString());
        }
        return List.copyOf(ids);
    }

    /** Own identifiers in a text, changed to their twins. */
    String twinned(String text) {
        return ID.matcher(text).replaceAll(match -> twins.twin(match.group()) == null ? match.group() : twins.twin(match.group()));
    }

    private Map<String, Spider.Page> examples() {
        Map<String, Spider.Page> examples = new LinkedHashMap<>();
        spiders.values().forEach(spider -> spider.pages().forEach((view, pages) -> examples.putIfAbsent(view, pages.get(0))));
        return examples;
    }

    private String example(String kind) {
        return spiders.values().stream().flatMap(spider -> spider.downloads().getOrDefault(kind, List.of()).stream()).findFirst().orElse("");
    }

    private Reply get(String what, Actor actor, String address) {
        return watch.at(what, actor, actor.visitor().get(address), address);
    }

    /** Work of one actor. */
    interface Errand {
        void of(Actor actor) throws Exception;
    }

    /** Everybody at once, each of them one request after the other. */
    static void each(Iterable<Actor> actors, Errand errand) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Void>> all = new ArrayList<>();
            for (Actor actor : actors) {
                all.add(people.submit((Callable<Void>) () -> {
                    errand.of(actor);
                    return null;
                }));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            people.shutdownNow();
        }
    }
}
