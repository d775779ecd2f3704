package app.entente.practice;

import app.entente.kernel.Bilingual;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One thing the practice says of itself: a principle, a limit, a rhythm, a tool, a paragraph of its introduction. */
@Entity
@Table(name = "practice_text")
public class PracticeText extends TenantRecord {

    private String part;
    private int position;
    private String code;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "title_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private Bilingual title;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "text_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "text_en"))
    private Bilingual text;
    private String link;

    protected PracticeText() {
    }

    /** @param link address on the web that goes with it; null when there is none */
    public PracticeText(String part, int position, String code, Bilingual title, Bilingual text, String link) {
        super(Ids.next());
        this.part = part;
        this.position = position;
        this.code = code;
        this.title = title;
        this.text = text;
        this.link = link;
    }

    public String getPart() {
        return part;
    }

    public int getPosition() {
        return position;
    }

    public String getCode() {
        return code;
    }

    public Bilingual getTitle() {
        return title;
    }

    public Bilingual getText() {
        return text;
    }

    public String getLink() {
        return link;
    }
}
