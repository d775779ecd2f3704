package app.entente.seed;

import static app.entente.seed.SeedFile.NOTHING;
import static app.entente.seed.SeedFile.date;
import static app.entente.seed.SeedFile.lines;
import static app.entente.seed.SeedFile.number;
import static app.entente.seed.SeedFile.objects;
import static app.entente.seed.SeedFile.over;
import static app.entente.seed.SeedFile.string;
import static app.entente.seed.SeedFile.strings;
import static app.entente.seed.SeedFile.text;

import app.entente.catalogue.Approach;
import app.entente.catalogue.ProcessStep;
import app.entente.kernel.Bilingual;
import app.entente.kernel.Money;
import app.entente.practice.LawText;
import app.entente.practice.Practice;
import app.entente.practice.PracticeText;
import app.entente.practice.Service;
import app.entente.workspace.Workspace;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One practice as the seed files describe it, turned into rows that are not yet written anywhere. */
public final class Seed {

    private final JsonObject practice;
    private final JsonObject catalogue = SeedFile.read("catalogue.json");
    private final String place;

    private Seed(JsonObject practice) {
        this.practice = practice;
        this.place = "FR".equals(practice.getString("jurisdiction")) ? "fr-FR" : "fr-CA";
    }

    /**
     * The practice with that word in its address.
     *
     * @throws IllegalArgumentException when there is no such file
     */
    public static Seed of(String slug) {
        return new Seed(SeedFile.read("practice-" + slug + ".json"));
    }

    /** Its workspace, open from now on. */
    public Workspace workspace(UUID id, Instant now) {
        return new Workspace(id, practice.getString("slug"), practice.getString("name"), practice.getString("jurisdiction"),
            ZoneId.of(practice.getString("zone")), practice.getString("language").substring(0, 2), practice.getString("accent"), now);
    }

    /** Its profile. */
    public Practice profile() {
        JsonObject order = practice.getJsonObject("order");
        JsonObject permit = practice.getJsonObject("permit");
        JsonObject officer = practice.getJsonObject("privacyOfficer");
        JsonObject tax = practice.getJsonObject("taxRegime");
        JsonObject path = practice.getJsonObject("pathNote");
        JsonObject address = practice.getJsonObject("address");
        return new Practice(practice.getString("legalName"),
            new Practice.Title(practice.getString("profession"), text(practice, "title", place), string(practice, "titleAbbreviation")),
            new Practice.Registration(order == null ? null : text(order, "name", place), order == null ? null : string(order, "website"),
                permit == null ? null : string(permit, "number"), permit == null ? null : date(permit, "validFrom"),
                practice.getBoolean("psychotherapyPermit", false), string(practice, "siret"),
                practice.containsKey("status") ? text(practice, "status", place) : null),
            new Practice.PostalAddress(String.join(", ", strings(address, "lines")), address.getString("city"), string(address, "region"),
                address.getString("postalCode"), address.getString("country")),
            new Practice.Contact(practice.getString("phone"), practice.getString("email")),
            new Practice.Officer(officer.getString("name"), text(officer, "title", place), officer.getString("email")),
            mediator(),
            new Practice.Tax(tax.getString("code"), date(tax, "from"), practice.getString("currency")),
            new Practice.Path(number(path, "episodeSessionsMin"), number(path, "episodeSessionsMax")));
    }

    private String mediator() {
        JsonObject mediator = practice.getJsonObject("mediator");
        if (mediator == null) {
            return null;
        }
        JsonObject address = mediator.getJsonObject("address");
        return Stream.concat(Stream.of(mediator.getString("name")), Stream.concat(strings(address, "lines").stream(),
                Stream.of(address.getString("postalCode") + " " + address.getString("city"), mediator.getString("website"), mediator.getString("email"))))
            .collect(Collectors.joining(", "));
    }

    /** What it says of itself, part by part. */
    public List<PracticeText> texts() {
        List<PracticeText> texts = new ArrayList<>();
        texts.add(new PracticeText("tagline", 0, null, NOTHING, text(practice, "tagline", place), null));
        texts.add(new PracticeText("introduction", 0, "intro", NOTHING, text(practice, "intro", place), null));
        List<Bilingual> introduction = practice.getJsonArray("introduction").stream().map(item -> text(item, place)).toList();
        IntStream.range(0, introduction.size())
            .forEach(i -> texts.add(new PracticeText("introduction", i + 1, null, NOTHING, introduction.get(i), null)));
        JsonObject sections = practice.getJsonObject("sectionTexts");
        List.copyOf(sections.keySet()).forEach(code -> texts.add(new PracticeText("section", texts.size(), code, NOTHING, text(sections, code, place), null)));
        titled(texts, "principle", objects(practice, "principles"));
        titled(texts, "limit", objects(practice, "limits"));
        titled(texts, "rhythm", objects(practice, "rhythms"));
        titled(texts, "tool", objects(practice, "tools").stream().map(tool -> over(tool, objects(catalogue, "tools"))).toList());
        difference(texts);
        modes(texts);
        JsonObject note = practice.getJsonObject("pathNote");
        texts.add(new PracticeText("path_note", 0, null, text(note, "title", place), text(note, "text", place), null));
        JsonObject tax = practice.getJsonObject("taxRegime");
        texts.add(new PracticeText("tax", 0, string(tax, "law"), NOTHING, text(tax, "text", place), null));
        List<JsonObject> bodies = objects(practice, "complaintBodies");
        IntStream.range(0, bodies.size()).forEach(i -> texts.add(new PracticeText("complaint", i, bodies.get(i).getString("code"),
            text(bodies.get(i), "name", place), text(bodies.get(i), "about", place), string(bodies.get(i), "website"))));
        JsonObject contact = practice.getJsonObject("contact");
        texts.add(new PracticeText("contact", 0, "invitation", NOTHING, text(contact, "invitation", place), null));
        texts.add(new PracticeText("contact", 1, "reply", NOTHING, text(contact, "reply", place), null));
        texts.add(new PracticeText("contact", 2, "not_emergency", NOTHING, text(contact, "notEmergency", place), null));
        List<String> lines = strings(contact, "helplines");
        IntStream.range(0, lines.size()).forEach(i -> texts.add(new PracticeText("helpline", i, lines.get(i), NOTHING, NOTHING, null)));
        return texts;
    }

    private void titled(List<PracticeText> texts, String part, List<JsonObject> entries) {
        for (int i = 0; i < entries.size(); i++) {
            JsonObject entry = entries.get(i);
            texts.add(new PracticeText(part, i, string(entry, "code"), text(entry, "title", place), text(entry, "text", place), null));
        }
    }

    private void difference(List<PracticeText> texts) {
        JsonObject difference = practice.getJsonObject("whatItIsNot");
        List<Bilingual> paragraphs = difference.getJsonArray("paragraphs").stream().map(item -> text(item, place)).toList();
        for (int i = 0; i < paragraphs.size(); i++) {
            texts.add(new PracticeText("difference", i, null, i == 0 ? text(difference, "title", place) : NOTHING, paragraphs.get(i), null));
        }
    }

    private void modes(List<PracticeText> texts) {
        List<JsonObject> modes = objects(practice, "modes");
        int areas = 0;
        for (int i = 0; i < modes.size(); i++) {
            texts.add(new PracticeText("mode", i, modes.get(i).getString("mode"), NOTHING, text(modes.get(i), "text", place), null));
            for (JsonObject area : objects(modes.get(i), "areas")) {
                String codes = String.join(", ", strings(area, "postalCodes"));
                texts.add(new PracticeText("area", areas++, area.getString("code"), text(area, "name", place), new Bilingual(codes, codes), null));
            }
        }
    }

    /** What it offers. */
    public List<Service> services() {
        List<JsonObject> entries = objects(practice, "services");
        return IntStream.range(0, entries.size()).mapToObj(i -> service(entries.get(i), i)).toList();
    }

    private Service service(JsonObject entry, int position) {
        Service service = new Service(entry.getString("code"), entry.getString("kind"), text(entry, "title", place), text(entry, "description", place),
            strings(entry, "modes"), objects(entry, "areas").stream().flatMap(area -> strings(area, "postalCodes").stream()).toList(),
            entry.getInt("usualMinutes"), entry.getInt("maxMinutes"), new Money(entry.getInt("priceMinor"), entry.getString("currency")),
            entry.getJsonObject("tax").getString("treatment"), position);
        service.serve(objects(entry, "areas").stream().flatMap(area -> strings(area, "municipalities").stream()).toList());
        service.keepFree(entry.getInt("travelBufferMinutes", 0));
        return service;
    }

    /** Its approaches: those it shows, then those of the catalogue that it keeps off its page, with the reason. */
    public List<Approach> approaches() {
        List<JsonObject> common = objects(catalogue, "approaches");
        List<Approach> approaches = new ArrayList<>();
        for (JsonObject entry : objects(practice, "approaches")) {
            approaches.add(approach(over(entry, common), approaches.size(), text(entry, "note", place), true, place));
        }
        for (JsonObject entry : objects(practice, "hiddenApproaches")) {
            approaches.add(approach(over(entry, common), approaches.size(), text(entry, "reason", place), false, place));
        }
        return approaches;
    }

    static Approach approach(JsonObject entry, int position, Bilingual note, boolean published, String place) {
        List<Approach.Link> links = objects(entry, "links").stream()
            .map(link -> new Approach.Link(link.getString("url"), text(link, "title", place))).toList();
        return new Approach(entry.getString("code"), position, text(entry, "title", place), text(entry, "purpose", place), lines(entry, "how", place),
            text(entry, "effect", place), note, links,
            new Approach.Nature(entry.getBoolean("sensitive", false), entry.getBoolean("psychotherapyModel", false), published));
    }

    /** The steps of its path. */
    public List<ProcessStep> steps() {
        List<JsonObject> entries = objects(practice, "steps").stream().map(step -> over(step, objects(catalogue, "steps"))).toList();
        return IntStream.range(0, entries.size()).mapToObj(i -> step(entries.get(i), i, place)).toList();
    }

    static ProcessStep step(JsonObject step, int i, String place) {
        return new ProcessStep(step.getString("code"), i, text(step, "title", place), text(step, "goal", place), text(step, "detail", place),
                number(step, "sessionsMin"), number(step, "sessionsMax"), strings(step, "documents"), step.getBoolean("followUpPossible", false));
    }

    /** The dated rules of its place. */
    public List<LawText> laws() {
        return laws(practice.getString("jurisdiction"));
    }

    /** The dated rules of a place, {@code CA-QC} or {@code FR}. */
    public static List<LawText> laws(String jurisdiction) {
        String place = "FR".equals(jurisdiction) ? "fr-FR" : "fr-CA";
        return objects(SeedFile.read("law-" + jurisdiction + ".json"), "entries").stream()
            .map(law -> new LawText(jurisdiction, law.getString("code"), law.getString("kind"), text(law, "text", place),
                new LawText.Figure(string(law, "value"), string(law, "unit")), new LawText.Validity(date(law, "validFrom"), date(law, "validTo")),
                law.getString("source"), law.getBoolean("checked")))
            .toList();
    }
}
