package app.entente.workspace;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** A practice's place on the platform: requested → open → suspended → closing → erased. */
@Entity
public class Workspace {

    @Id
    private UUID id;
    private String slug;
    private String name;
    private String status;
    private String plan;
    private String jurisdiction;
    private String zone;
    private String language;
    private String accent;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "closing_until")
    private Instant closingUntil;
    @Column(name = "status_since")
    private Instant statusSince;
    @Column(name = "quota_clients")
    private Integer quotaClients;
    @Column(name = "quota_storage")
    private Long quotaStorage;
    @Column(name = "quota_mails")
    private Integer quotaMails;
    @Version
    private int version;

    protected Workspace() {
    }

    /** A new workspace, open from now on. */
    public Workspace(UUID id, String slug, String name, String jurisdiction, ZoneId zone, String language, String accent, Instant now) {
        this.id = id;
        this.slug = slug;
        this.name = name;
        this.status = "open";
        this.plan = "solo";
        this.jurisdiction = jurisdiction;
        this.zone = zone.getId();
        this.language = language;
        this.accent = accent;
        this.openedAt = now;
        this.statusSince = now;
    }

    public UUID getId() {
        return id;
    }

    public String getSlug() {
        return slug;
    }

    public String getName() {
        return name;
    }

    public String getStatus() {
        return status;
    }

    /** Whether its people may read and download only: it is not open. */
    public boolean isReadOnly() {
        return !"open".equals(status);
    }

    /** While it is closing: when its grace is over and it may be erased; null at other stages. */
    public Instant getClosingUntil() {
        return closingUntil;
    }

    /** The limits the operator set for this workspace alone. */
    Quota quota() {
        return new Quota(quotaClients, quotaStorage, quotaMails);
    }

    public String getPlan() {
        return plan;
    }

    /** {@code CA-QC} or {@code FR}: decides law, labels and paper. */
    public String getJurisdiction() {
        return jurisdiction;
    }

    /** The zone its people live in; instants are stored in UTC and shown in it. */
    public ZoneId getZone() {
        return ZoneId.of(zone);
    }

    public String getLanguage() {
        return language;
    }

    public String getAccent() {
        return accent;
    }

    public Instant getOpenedAt() {
        return openedAt;
    }
}
