package app.entente.journey.isolation;

import app.entente.journey.isolation.Visitor.Field;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends every form there is: with what is not one's own in it, and as it is meant. */
final class Forms {

    private static final Set<String> LEFT_OUT = Set.of("/logout");
    private static final int MOST_OF_C = 3;

    private final Twins twins;
    private final Crawl crawl;
    private final Report report;
    private final Watch watch;
    private final AtomicInteger posts = new AtomicInteger();
    private final Set<String> kinds = new ConcurrentSkipListSet<>();
    private final Map<String, String> states = new ConcurrentHashMap<>();
    /** Buttons seen anywhere, by page and form: on another showing of the page they may be hidden. */
    private final Map<String, Set<String>> buttons = new ConcurrentHashMap<>();

    Forms(Twins twins, Crawl crawl, Report report, Watch watch) {
        this.twins = twins;
        this.crawl = crawl;
        this.report = report;
        this.watch = watch;
    }

    int count() {
        return kinds.size();
    }

    int posts() {
        return posts.get();
    }

    /** A form as it stands on a page that somebody opened. */
    private record Place(Spider.Page page, String form) {
    }

    /** Every form with identifiers of others, one field at a time; from another's view; by buttons that are not there; with words outside its lists. */
    void forged() throws Exception {
        Crawl.each(actors(), actor -> places(actor).forEach(place -> forge(actor, place)));
    }

    /** Every form as it is meant, once. */
    void ordinary() throws Exception {
        Crawl.each(actors(), actor -> places(actor).forEach(place -> {
            Reply page = actor.visitor().get(place.page().address());
            Form form = find(page, place.form());
            if (form != null) {
                send(actor, place, filled(form), form.button());
            }
        }));
    }

    private List<Actor> actors() {
        // An operator's forms are about workspaces and reach every one of them, as they should; what they show is looked at by reading.
        return crawl.spiders().keySet().stream().filter(actor -> !actor.name().equals("operator")).toList();
    }

    private List<Place> places(Actor actor) {
        Map<String, Place> places = new TreeMap<>();
        crawl.spiders().get(actor).pages().forEach((view, pages) -> pages.forEach(page -> {
            for (Form form : Form.of(actor.visitor().get(page.address()))) {
                if (form.post() && LEFT_OUT.stream().noneMatch(form.action()::endsWith)) {
                    String kind = view + "#" + form.id();
                    buttons.computeIfAbsent(kind, k -> new ConcurrentSkipListSet<>()).addAll(form.buttons().keySet());
                    kinds.add(kind);
                    // Pages of the same kind may show other buttons of the same form.
                    places.putIfAbsent(kind + form.buttons().size(), new Place(page, form.id()));
                }
            }
        }));
        return List.copyOf(places.values());
    }

    private void forge(Actor actor, Place place) {
        Form form = fresh(actor, place);
        if (form == null) {
            return;
        }
        Form filled = filled(form);
        String button = form.button();
        identifiers(actor, place, filled, button);
        lists(actor, place, filled, button);
        views(actor, place, filled, button);
        hidden(actor, place, filled);
    }

    /** Identifiers in fields and in the address the form is sent to: each in turn, then all together. */
    private void identifiers(Actor actor, Place place, Form filled, String button) {
        Map<String, String> own = new LinkedHashMap<>();
        filled.fields().stream().filter(f -> Crawl.ID.matcher(f.value()).matches() && !f.name().startsWith("jakarta.faces") && !f.name().equals("primefaces.nonce"))
            .forEach(f -> own.put(f.name(), f.value()));
        String query = filled.action().contains("?") ? filled.action().replaceFirst("[^?]*\\?", "?") : "";
        Spider.parameters(query).forEach((name, value) -> own.put("?" + name, value));
        Crawl.ID.matcher(filled.action().replaceFirst("\\?.*", "")).results().forEach(match -> own.put("/" + match.group(), match.group()));
        for (Map.Entry<String, String> one : own.entrySet()) {
            Reply measure = sendFresh(actor, place, one.getKey(), UUID.randomUUID().toString(), button);
            List<String> foreign = crawl.foreign(one.getValue(), place.page().view() + place.form());
            for (String id : foreign.subList(0, Math.min(MOST_OF_C, foreign.size()))) {
                Reply reply = sendFresh(actor, place, one.getKey(), id, button);
                // What was sent may have done something, and others send the same form meanwhile: a difference counts when it stays.
                for (int i = 0; i < Crawl.TURNS && differ(reply, measure); i++) {
                    measure = sendFresh(actor, place, one.getKey(), UUID.randomUUID().toString(), button);
                    reply = differ(reply, measure) ? sendFresh(actor, place, one.getKey(), id, button) : reply;
                }
                if (differ(reply, measure)) {
                    report.finding(place.page().view() + ": " + actor + " is told a foreign " + one.getKey() + " from an unknown one by the form " + place.form() + ": "
                        + reply.brief() + " instead of " + measure.brief());
                }
            }
        }
        Form all = fresh(actor, place);
        if (all != null && !own.isEmpty()) {
            Form changed = filled(all).to(crawl.twinned(all.action()));
            for (Field field : List.copyOf(changed.fields())) {
                if (!field.name().startsWith("jakarta.faces")) {
                    changed = changed.with(field.name(), crawl.twinned(field.value()));
                }
            }
            send(actor, place, changed, button);
        }
    }

    private static boolean differ(Reply one, Reply other) {
        return one != null && other != null && !one.likeness().equals(other.likeness());
    }

    /** Words and identifiers that no list offers. */
    private void lists(Actor actor, Place place, Form filled, String button) {
        for (String name : new TreeSet<>(filled.choices().keySet())) {
            String own = filled.choices().get(name).stream().filter(value -> twins.twin(value) != null).findFirst().orElse("");
            for (String value : own.isEmpty() ? List.of("outside") : List.of(twins.twin(own), UUID.randomUUID().toString())) {
                sendFresh(actor, place, name, value, button);
            }
        }
    }

    /** The view of somebody else's session, a view that never was, none at all. */
    private void views(Actor actor, Place place, Form filled, String button) {
        if (!filled.hasView()) {
            return;
        }
        String theirs = theirs(actor.home().startsWith("/c/") ? "b-client" : "b-owner");
        Set<String> states = new LinkedHashSet<>(List.of(theirs, "-1234567890123456789:1234567890123456789", ""));
        for (String state : states) {
            Form fresh = fresh(actor, place);
            if (fresh != null) {
                Reply reply = send(actor, place, filled(fresh).with(Form.VIEW_STATE, state), button);
                refused(actor, place, reply, "the view state " + (state.equals(theirs) ? "of another session" : state.isEmpty() ? "left empty" : "of nobody"));
            }
        }
    }

    /** A view of somebody of B, from a page that writes nothing down. */
    private String theirs(String name) {
        return states.computeIfAbsent(name, n -> Form.named(twins.actor(n).visitor().get("/check"), "check").value(Form.VIEW_STATE));
    }

    /** A view that is not theirs leads back to the page, to the sign-in or to an error: never on. */
    private void refused(Actor actor, Place place, Reply reply, String what) {
        String back = place.page().address().replaceFirst("\\?.*", "");
        boolean again = reply.status() / 100 == 3 && (reply.header("Location").contains(back) || reply.header("Location").contains("/realms/"));
        if (!again && reply.status() != 404 && reply.status() != 403 && reply.status() != 200) {
            report.finding(place.page().view() + ": " + actor + ", the form " + place.form() + " is taken with " + what + ": " + reply.brief() + " " + reply.header("Location"));
        }
    }

    /** Buttons that are hidden here and shown elsewhere, and one that is nowhere; as a whole post and as a partial one. */
    private void hidden(Actor actor, Place place, Form filled) {
        Set<String> others = new TreeSet<>(buttons.getOrDefault(place.page().view() + "#" + place.form(), Set.of()));
        others.removeAll(filled.buttons().keySet());
        others.add(place.form() + ":nobody");
        for (String button : others) {
            Form fresh = fresh(actor, place);
            if (fresh != null) {
                Form source = filled(fresh).with("jakarta.faces.source", button);
                Reply whole = send(actor, place, source, button);
                if (whole.status() / 100 == 3 && !whole.header("Location").contains(place.page().address().replaceFirst("\\?.*", ""))) {
                    report.finding(place.page().view() + ": " + actor + " presses the hidden button " + button + ": " + whole.header("Location"));
                }
                Form again = fresh(actor, place);
                if (again != null) {
                    send(actor, place, filled(again).with("jakarta.faces.source", button).with("jakarta.faces.partial.ajax", "true")
                        .with("jakarta.faces.partial.execute", "@all").with("jakarta.faces.partial.render", "@all"), button);
                }
            }
        }
    }

    private Reply sendFresh(Actor actor, Place place, String name, String value, String button) {
        Form fresh = fresh(actor, place);
        if (fresh == null) {
            return null;
        }
        Form filled = filled(fresh);
        if (name.startsWith("?")) {
            String parameter = name.substring(1);
            return send(actor, place, filled.to(filled.action().replaceFirst("([?&]" + parameter + "=)[^&]*", "$1" + value)), button);
        }
        if (name.startsWith("/")) {
            return send(actor, place, filled.to(filled.action().replace(name.substring(1), value)), button);
        }
        return send(actor, place, filled.with(name, value), button);
    }

    private Form fresh(Actor actor, Place place) {
        return find(actor.visitor().get(place.page().address()), place.form());
    }

    private static Form find(Reply page, String id) {
        return page.status() != 200 ? null : Form.of(page).stream().filter(form -> form.id().equals(id)).findFirst().orElse(null);
    }

    private Reply send(Actor actor, Place place, Form form, String button) {
        posts.incrementAndGet();
        String sent = form.action() + form.fields();
        Reply reply = watch.at(place.page().view(), actor, form.send(actor.visitor(), button), sent);
        if (reply.status() / 100 == 3 && reply.uri().resolve(reply.header("Location")).getPath().startsWith(actor.home())) {
            watch.at(place.page().view(), actor, actor.visitor().get(reply.uri().resolve(reply.header("Location")).toString()), sent);
        }
        return reply;
    }

    /** Something in every field that is empty, so that the form gets as far as what it is about. */
    private static Form filled(Form form) {
        Form filled = form;
        for (Map.Entry<String, String> kind : form.kinds().entrySet()) {
            String name = kind.getKey();
            boolean empty = form.value(name).isBlank();
            filled = switch (kind.getValue()) {
                case "checkbox" -> filled;
                case "radio", "select" -> empty ? filled.with(name, form.choices().get(name).stream().filter(c -> !c.isBlank()).findFirst().orElse("")) : filled;
                case "date" -> empty ? filled.with(name, java.time.LocalDate.now().plusDays(9).toString()) : filled;
                case "time" -> empty ? filled.with(name, "09:00") : filled;
                case "datetime-local" -> empty ? filled.with(name, java.time.LocalDate.now().plusDays(9) + "T09:00") : filled;
                case "number" -> empty ? filled.with(name, "1") : filled;
                case "email" -> empty ? filled.with(name, "essai@isolation.example") : filled;
                case "text", "textarea", "" -> empty ? filled.with(name, "Essai") : filled;
                default -> filled;
            };
        }
        return filled;
    }
}
