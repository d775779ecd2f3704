package app.entente.catalogue;

import app.entente.kernel.Bilingual;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.stream.Collectors;

/** A way of working: what for, how, and what it should bring. */
@Entity
public class Approach extends TenantRecord {

    private String code;
    private int position;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "title_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private Bilingual title;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "purpose_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "purpose_en"))
    private Bilingual purpose;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "how_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "how_en"))
    private Bilingual how;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "effect_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "effect_en"))
    private Bilingual effect;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "note_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "note_en"))
    private Bilingual note;
    private String links;
    @Column(name = "psychotherapy_model")
    private boolean psychotherapyModel;
    private boolean sensitive;
    private boolean published;

    protected Approach() {
    }

    /**
     * An approach.
     *
     * @param how one item a line, in each language
     * @param note what the practice adds of its own, or why it keeps the approach off its page; may be empty
     */
    public Approach(String code, int position, Bilingual title, Bilingual purpose, Bilingual how, Bilingual effect, Bilingual note,
        List<Link> links, Nature nature) {
        super(Ids.next());
        this.code = code;
        this.position = position;
        this.title = title;
        this.purpose = purpose;
        this.how = how;
        this.effect = effect;
        this.note = note;
        this.links = links.stream().map(Link::line).collect(Collectors.joining("\n"));
        this.psychotherapyModel = nature.psychotherapyModel();
        this.sensitive = nature.sensitive();
        this.published = nature.published();
    }

    /**
     * What kind of approach it is.
     *
     * @param sensitive naming it tells something sensitive of a person
     * @param psychotherapyModel it comes from psychotherapy, which the practice does not offer by naming it
     * @param published the public page shows it
     */
    public record Nature(boolean sensitive, boolean psychotherapyModel, boolean published) {
    }

    /** Something to read on the web. */
    public record Link(String url, Bilingual title) {

        private String line() {
            return String.join("\t", url, title.getFr(), title.getEn());
        }

        private static Link of(String line) {
            String[] parts = line.split("\t");
            return new Link(parts[0], new Bilingual(parts[1], parts[2]));
        }
    }

    public String getCode() {
        return code;
    }

    public Bilingual getTitle() {
        return title;
    }

    public Bilingual getPurpose() {
        return purpose;
    }

    /** How it is done, item by item. */
    public List<String> howIn(String language) {
        return how.in(language).lines().toList();
    }

    public Bilingual getEffect() {
        return effect;
    }

    /** What the practice adds of its own, or why the approach is not on its page; may be empty. */
    public Bilingual getNote() {
        return note;
    }

    /** Where to read more. */
    public List<Link> getLinks() {
        return links.lines().map(Link::of).toList();
    }

    /** Whether it comes from psychotherapy; the public page then says that none is offered. */
    public boolean isPsychotherapyModel() {
        return psychotherapyModel;
    }

    /** Whether naming it tells something sensitive of a person (substance use, belief). */
    public boolean isSensitive() {
        return sensitive;
    }

    /** Whether the public page shows it. */
    public boolean isPublished() {
        return published;
    }
}
