package app.entente.catalogue;

import app.entente.kernel.Bilingual;
import app.entente.kernel.BusinessRuleViolation;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** One step of the path: intake, assessment, planning, intervention, closing. */
@Entity
@Table(name = "process_step")
public class ProcessStep extends TenantRecord {

    /** What a step may wait for. */
    public static final List<String> DOCUMENTS = List.of("agreement", "assessment", "plan", "closing_summary");

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
    private boolean hidden;

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

    /** Whether the practice leaves it out of its path. */
    public boolean isHidden() {
        return hidden;
    }

    /** Takes over what the practice writes; refused with {@code catalogue.step_title} without a title, {@code catalogue.step_meetings} when the numbers do not fit. */
    void correct(StepWording wording) {
        if (blank(wording.getTitleFr())) {
            throw new BusinessRuleViolation("catalogue.step_title");
        }
        Integer min = wording.getMin();
        Integer max = wording.getMax();
        if ((min == null) != (max == null) || min != null && (min < 0 || max < min || max > 500)) {
            throw new BusinessRuleViolation("catalogue.step_meetings");
        }
        title = text(wording.getTitleFr(), wording.getTitleEn());
        goal = text(wording.getGoalFr(), wording.getGoalEn());
        detail = text(wording.getDetailFr(), wording.getDetailEn());
        meetingsMin = min;
        meetingsMax = max;
        documents = wording.getDocuments().stream().filter(DOCUMENTS::contains).collect(Collectors.joining(" "));
        hidden = wording.isHidden();
    }

    /** Two steps change places. */
    void exchange(ProcessStep other) {
        int mine = position;
        position = other.position;
        other.position = mine;
    }

    private static Bilingual text(String fr, String en) {
        return new Bilingual(fr == null ? "" : fr.strip(), en == null ? "" : en.strip());
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
