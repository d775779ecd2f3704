package app.entente.platform;

import app.entente.kernel.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Somebody has asked for a workspace. The desk decides through the console; the workspace that came of it may read its own. */
@Entity
@Table(name = "workspace_request")
public class WorkspaceRequest {

    @Id
    private UUID id;
    private String status;
    private String name;
    @Column(name = "practice_name")
    private String practiceName;
    private String profession;
    private String jurisdiction;
    private String email;
    private String language;
    private String message;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "workspace_id", insertable = false, updatable = false)
    private UUID workspaceId;
    @Version
    private int version;

    protected WorkspaceRequest() {
    }

    WorkspaceRequest(RequestForm form, Instant now) {
        this.id = Ids.next();
        this.status = "received";
        this.name = form.getName().strip();
        this.practiceName = form.getPracticeName().strip();
        this.profession = form.getProfession();
        this.jurisdiction = form.getJurisdiction();
        this.email = form.getEmail().strip().toLowerCase(Locale.ROOT);
        this.language = form.getLanguage();
        this.message = form.getMessage() == null ? "" : form.getMessage().strip();
        this.createdAt = now;
    }

    public UUID getId() {
        return id;
    }

    /** What the person is called. */
    public String getName() {
        return name;
    }

    public String getPracticeName() {
        return practiceName;
    }

    /** {@code ts}, {@code tcf}, {@code pair_aidant} or {@code other}. */
    public String getProfession() {
        return profession;
    }

    /** {@code CA-QC} or {@code FR}. */
    public String getJurisdiction() {
        return jurisdiction;
    }

    public String getEmail() {
        return email;
    }

    /** {@code fr} or {@code en}. */
    public String getLanguage() {
        return language;
    }
}
