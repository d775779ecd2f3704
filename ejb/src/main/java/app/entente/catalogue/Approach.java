package app.entente.catalogue;

import app.entente.kernel.Bilingual;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.util.List;

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
    private boolean sensitive;
    private boolean published;

    protected Approach() {
    }

    /** @param how one item a line, in each language */
    public Approach(String code, int position, Bilingual title, Bilingual purpose, Bilingual how, Bilingual effect, boolean sensitive) {
        super(Ids.next());
        this.code = code;
        this.position = position;
        this.title = title;
        this.purpose = purpose;
        this.how = how;
        this.effect = effect;
        this.sensitive = sensitive;
        this.published = true;
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

    /** Whether naming it tells something sensitive of a person (substance use, belief). */
    public boolean isSensitive() {
        return sensitive;
    }

    /** Whether the public page shows it. */
    public boolean isPublished() {
        return published;
    }
}
