package app.entente.catalogue;

import app.entente.kernel.Bilingual;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;

/** One step of the path: intake, assessment, planning, intervention, closing. */
@Entity
@Table(name = "process_step")
public class ProcessStep extends TenantRecord {

    private String code;
    private int position;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "title_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "title_en"))
    private Bilingual title;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "goal_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "goal_en"))
    private Bilingual goal;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "detail_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "detail_en"))
    private Bilingual detail;
    @Column(name = "meetings_min")
    private Integer meetingsMin;
    @Column(name = "meetings_max")
    private Integer meetingsMax;
    private String documents;
    @Column(name = "follow_up")
    private boolean followUp;

    protected ProcessStep() {
    }

    /**
     * A step.
     *
     * @param documents codes of what is due at this step: agreement, assessment, plan, closing_summary
     * @param followUp whether some spaced meetings may follow it
     */
    public ProcessStep(String code, int position, Bilingual title, Bilingual goal, Bilingual detail, Integer meetingsMin, Integer meetingsMax,
        List<String> documents, boolean followUp) {
        super(Ids.next());
        this.code = code;
        this.position = position;
        this.title = title;
        this.goal = goal;
        this.detail = detail;
        this.meetingsMin = meetingsMin;
        this.meetingsMax = meetingsMax;
        this.documents = String.join(" ", documents);
        this.followUp = followUp;
    }

    public String getCode() {
        return code;
    }

    public int getPosition() {
        return position;
    }

    public Bilingual getTitle() {
        return title;
    }

    public Bilingual getGoal() {
        return goal;
    }

    public Bilingual getDetail() {
        return detail;
    }

    /** Fewest meetings this step usually takes; null when the practice gives no number. */
    public Integer getMeetingsMin() {
        return meetingsMin;
    }

    /** Most meetings this step usually takes; null when the practice gives no number. */
    public Integer getMeetingsMax() {
        return meetingsMax;
    }

    /** Codes of what is due at this step. */
    public List<String> getDocuments() {
        return documents.isBlank() ? List.of() : Arrays.asList(documents.split(" "));
    }

    /** Whether some spaced meetings may follow it. */
    public boolean isFollowUp() {
        return followUp;
    }
}
