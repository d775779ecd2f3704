package app.entente.practice;

import app.entente.kernel.Bilingual;
import app.entente.kernel.Ids;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;

/** A text that the law of a place asks for, in force from a day on. The same for every practice of that place. */
@Entity
@Table(name = "law_text")
public class LawText {

    @Id
    private UUID id;
    private String jurisdiction;
    private String code;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "text_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "text_en"))
    private Bilingual text;
    @Column(name = "valid_from")
    private LocalDate validFrom;
    private String source;
    private boolean checked;

    protected LawText() {
    }

    public LawText(String jurisdiction, String code, Bilingual text, LocalDate validFrom, String source, boolean checked) {
        this.id = Ids.next();
        this.jurisdiction = jurisdiction;
        this.code = code;
        this.text = text;
        this.validFrom = validFrom;
        this.source = source;
        this.checked = checked;
    }

    public String getCode() {
        return code;
    }

    public Bilingual getText() {
        return text;
    }

    /** Whether a professional has confirmed this text. */
    public boolean isChecked() {
        return checked;
    }
}
