package app.entente.seed;

import static app.entente.seed.SeedFile.NOTHING;
import static app.entente.seed.SeedFile.objects;
import static app.entente.seed.SeedFile.string;
import static app.entente.seed.SeedFile.text;

import app.entente.catalogue.Approach;
import app.entente.catalogue.ProcessStep;
import app.entente.kernel.Bilingual;
import app.entente.kernel.Money;
import app.entente.practice.LawText;
import app.entente.practice.PracticeText;
import app.entente.practice.Service;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a new practice of a profession begins with in a place: rules, approaches, steps, services, tools, help lines; no word that only its owner can say. */
public final class Foundation {

    private final JsonObject catalogue = SeedFile.read("catalogue.json");
    private final String jurisdiction;
    private final String place;
    private final JsonObject profession;

    private Foundation(String jurisdiction, String profession) {
        this.jurisdiction = jurisdiction;
        this.place = "FR".equals(jurisdiction) ? "fr-FR" : "fr-CA";
        this.profession = SeedFile.coded(objects(SeedFile.read("profession.json"), "professions"), profession);
    }

    /**
     * What a practice of that profession begins with.
     *
     * @param jurisdiction {@code CA-QC} or {@code FR}
     * @throws IllegalArgumentException when nobody knows that profession
     */
    public static Foundation of(String jurisdiction, String profession) {
        return new Foundation(jurisdiction, profession);
    }

    /** What the profession is called. */
    public Bilingual title() {
        return text(profession, "title", place);
    }

    /** The dated rules of the place. */
    public List<LawText> laws() {
        return Seed.laws(jurisdiction);
    }

    /** The approaches of the catalogue; a model that is psychotherapy begins unpublished where the law reserves it. */
    public List<Approach> approaches() {
        List<JsonObject> entries = objects(catalogue, "approaches");
        return IntStream.range(0, entries.size())
            .mapToObj(i -> Seed.approach(entries.get(i), i, NOTHING, !entries.get(i).getBoolean("psychotherapyModel", false), place)).toList();
    }

    /** The five steps. */
    public List<ProcessStep> steps() {
        List<JsonObject> entries = objects(catalogue, "steps");
        return IntStream.range(0, entries.size()).mapToObj(i -> Seed.step(entries.get(i), i, place)).toList();
    }

    /**
     * What somebody of this profession usually offers. A first exchange costs nothing and is offered at once; the others wait for their price, which only
     * the owner can say.
     */
    public List<Service> services() {
        String currency = "FR".equals(jurisdiction) ? "EUR" : "CAD";
        String tax = profession.getJsonObject("tax").getString(jurisdiction);
        List<String> codes = profession.getJsonArray("services").getValuesAs(JsonString::getString);
        List<JsonObject> known = objects(SeedFile.read("profession.json"), "services");
        return IntStream.range(0, codes.size()).mapToObj(i -> {
            JsonObject entry = SeedFile.coded(known, codes.get(i));
            Service service = new Service(codes.get(i), entry.getString("kind"), text(entry, "title", place), text(entry, "description", place), SeedFile.strings(entry, "modes"), List.of(),
                entry.getInt("usualMinutes"), entry.getInt("maxMinutes"), new Money(0, currency), tax, i);
            return "first_contact".equals(entry.getString("kind")) ? service : service.proposed();
        }).toList();
    }

    /** The tools, and the help lines of the place. */
    public List<PracticeText> texts() {
        List<PracticeText> texts = new ArrayList<>();
        List<JsonObject> tools = objects(catalogue, "tools");
        for (int i = 0; i < tools.size(); i++) {
            texts.add(new PracticeText("tool", i, string(tools.get(i), "code"), text(tools.get(i), "title", place), text(tools.get(i), "text", place), null));
        }
        List<String> lines = laws().stream().filter(law -> "helpline".equals(law.getKind())).map(LawText::getCode).toList();
        for (int i = 0; i < lines.size(); i++) {
            texts.add(new PracticeText("helpline", i, lines.get(i), NOTHING, NOTHING, null));
        }
        return texts;
    }
}
