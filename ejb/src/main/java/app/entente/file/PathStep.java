package app.entente.file;

import app.entente.catalogue.ProcessStep;
import app.entente.kernel.Bilingual;
import app.entente.kernel.Ids;
import app.entente.tenant.TenantRecord;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** One stay of a file at a step, with what the practice said of the step then. */
@Entity
@Table(name = "path_step")
public class PathStep extends TenantRecord {

    /** The episode began with it. */
    public static final String BEGUN = "begun";
    /** It came next. */
    public static final String FORWARD = "forward";
    /** The path came back to it, for a reason. */
    public static final String BACK = "back";
    /** Steps before it were left out, for a reason. */
    public static final String SKIP = "skip";

    @Column(name = "file_id")
    private UUID fileId;
    @Column(name = "episode_id")
    private UUID episodeId;
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
    @Column(name = "meetings_min")
    private Integer meetingsMin;
    @Column(name = "meetings_max")
    private Integer meetingsMax;
    private String documents;
    private String how;
    private String reason;
    @Column(name = "entered_on")
    private LocalDate enteredOn;
    @Column(name = "left_on")
    private LocalDate leftOn;
    @Column(name = "entered_at")
    private Instant enteredAt;
    @Column(name = "left_at")
    private Instant leftAt;
    @Column(name = "account_id")
    private UUID accountId;

    protected PathStep() {
    }

    /**
     * A stay that begins.
     *
     * @param how begun, forward, back or skip
     * @param reason why; needed when it is back or skip
     * @param account who decided; null for work without anybody
     */
    PathStep(Episode episode, ProcessStep step, String how, String reason, LocalDate day, Instant at, UUID account) {
        super(Ids.next());
        this.fileId = episode.getFileId();
        this.episodeId = episode.getId();
        this.code = step.getCode();
        this.position = step.getPosition();
        this.title = step.getTitle();
        this.goal = step.getGoal();
        this.meetingsMin = step.getMeetingsMin();
        this.meetingsMax = step.getMeetingsMax();
        this.documents = String.join(" ", step.getDocuments());
        this.how = how;
        this.reason = reason == null ? "" : reason;
        this.enteredOn = day;
        this.enteredAt = at;
        this.accountId = account;
    }

    /** It began on another day than was thought. */
    void arrived(String by, LocalDate day, Instant at) {
        how = by;
        enteredOn = day;
        enteredAt = at;
    }

    /** The stay ends. */
    void leave(LocalDate day, Instant at) {
        leftOn = day.isBefore(enteredOn) ? enteredOn : day;
        leftAt = at;
    }

    void erase() {
        if (!reason.isEmpty()) {
            reason = "—";
        }
    }

    /** Whether a moment lies in this stay. */
    public boolean contains(Instant moment) {
        return !moment.isBefore(enteredAt) && (leftAt == null || moment.isBefore(leftAt));
    }

    public UUID getFileId() {
        return fileId;
    }

    public UUID getEpisodeId() {
        return episodeId;
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

    public Integer getMeetingsMin() {
        return meetingsMin;
    }

    public Integer getMeetingsMax() {
        return meetingsMax;
    }

    /** Codes of what was due at this step. */
    public List<String> getDocuments() {
        return documents.isBlank() ? List.of() : Arrays.asList(documents.split(" "));
    }

    /** {@code begun}, {@code forward}, {@code back} or {@code skip}. */
    public String getHow() {
        return how;
    }

    /** Why the path came back here or left steps out; else empty. */
    public String getReason() {
        return reason;
    }

    public LocalDate getEnteredOn() {
        return enteredOn;
    }

    /** The last day; null while the file is here. */
    public LocalDate getLeftOn() {
        return leftOn;
    }

    public Instant getEnteredAt() {
        return enteredAt;
    }
}
