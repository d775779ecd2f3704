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
    private String kind;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "text_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "text_en"))
    private Bilingual text;
    private String value;
    private String unit;
    @Column(name = "valid_from")
    private LocalDate validFrom;
    @Column(name = "valid_to")
    private LocalDate validTo;
    private String source;
    private boolean checked;

    protected LawText() {
    }

    public LawText(String jurisdiction, String code, String kind, Bilingual text, Figure figure, Validity validity, String source, boolean checked) {
        this.id = Ids.next();
        this.jurisdiction = jurisdiction;
        this.code = code;
        this.kind = kind;
        this.text = text;
        this.value = figure.value();
        this.unit = figure.unit();
        this.validFrom = validity.from();
        this.validTo = validity.to();
        this.source = source;
        this.checked = checked;
    }

    /** A number or telephone number that a rule fixes; both null when it fixes none. */
    public record Figure(String value, String unit) {
    }

    /** First and last day; null when not established. */
    public record Validity(LocalDate from, LocalDate to) {
    }

    public String getJurisdiction() {
        return jurisdiction;
    }

    public String getCode() {
        return code;
    }

    /** {@code rule}, {@code mention} (to be printed as it is), {@code constant} or {@code helpline}. */
    public String getKind() {
        return kind;
    }

    /** The number that the rule fixes, in its {@link #getUnit() unit}, or the telephone number of a help line; else null. */
    public String getValue() {
        return value;
    }

    public String getUnit() {
        return unit;
    }

    /** Where the rule is written. */
    public String getSource() {
        return source;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    /** The last day; null when none is known. */
    public LocalDate getValidTo() {
        return validTo;
    }

    UUID getId() {
        return id;
    }

    /** Whether it holds on that day; one whose first day is not established counts as old. */
    boolean isInForce(LocalDate day) {
        return (validFrom == null || !validFrom.isAfter(day)) && (validTo == null || !validTo.isBefore(day));
    }

    public Bilingual getText() {
        return text;
    }

    /** Whether a professional has confirmed this text. */
    public boolean isChecked() {
        return checked;
    }
}
