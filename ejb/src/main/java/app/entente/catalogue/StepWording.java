package app.entente.catalogue;

import java.util.ArrayList;
import java.util.List;

/** What a practice writes of a step of its path; the numbers are meetings and may both be null. */
public class StepWording {

    private String titleFr;
    private String titleEn;
    private String goalFr;
    private String goalEn;
    private String detailFr;
    private String detailEn;
    private Integer min;
    private Integer max;
    private List<String> documents = new ArrayList<>();
    private boolean hidden;

    /** An empty form. */
    public StepWording() {
    }

    /** A form filled with what a step says today. */
    public StepWording(ProcessStep step) {
        titleFr = step.getTitle().getFr();
        titleEn = step.getTitle().getEn();
        goalFr = step.getGoal().getFr();
        goalEn = step.getGoal().getEn();
        detailFr = step.getDetail().getFr();
        detailEn = step.getDetail().getEn();
        min = step.getMeetingsMin();
        max = step.getMeetingsMax();
        documents = new ArrayList<>(step.getDocuments());
        hidden = step.isHidden();
    }

    public String getTitleFr() {
        return titleFr;
    }

    public void setTitleFr(String titleFr) {
        this.titleFr = titleFr;
    }

    public String getTitleEn() {
        return titleEn;
    }

    public void setTitleEn(String titleEn) {
        this.titleEn = titleEn;
    }

    public String getGoalFr() {
        return goalFr;
    }

    public void setGoalFr(String goalFr) {
        this.goalFr = goalFr;
    }

    public String getGoalEn() {
        return goalEn;
    }

    public void setGoalEn(String goalEn) {
        this.goalEn = goalEn;
    }

    public String getDetailFr() {
        return detailFr;
    }

    public void setDetailFr(String detailFr) {
        this.detailFr = detailFr;
    }

    public String getDetailEn() {
        return detailEn;
    }

    public void setDetailEn(String detailEn) {
        this.detailEn = detailEn;
    }

    public Integer getMin() {
        return min;
    }

    public void setMin(Integer min) {
        this.min = min;
    }

    public Integer getMax() {
        return max;
    }

    public void setMax(Integer max) {
        this.max = max;
    }

    /** Codes of what is due at the step. */
    public List<String> getDocuments() {
        return documents;
    }

    public void setDocuments(List<String> documents) {
        this.documents = documents;
    }

    public boolean isHidden() {
        return hidden;
    }

    public void setHidden(boolean hidden) {
        this.hidden = hidden;
    }
}
