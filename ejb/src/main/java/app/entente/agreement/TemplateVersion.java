package app.entente.agreement;

import app.entente.kernel.Ids;
import app.entente.kernel.Sha256;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A published version of a template. It never changes (rule 1). */
@Entity
@Table(name = "template_version")
public class TemplateVersion extends TenantOwned {

    @Column(name = "template_id")
    private UUID templateId;
    private int number;
    private String content;
    private String sha256;
    @Column(name = "published_at")
    private Instant publishedAt;

    protected TemplateVersion() {
    }

    TemplateVersion(UUID templateId, int number, String content, Instant now) {
        super(Ids.next());
        this.templateId = templateId;
        this.number = number;
        this.content = content;
        this.sha256 = Sha256.of(content.getBytes(StandardCharsets.UTF_8)).hex();
        this.publishedAt = now;
    }

    UUID templateId() {
        return templateId;
    }

    public int getNumber() {
        return number;
    }

    /** What it says. */
    public TemplateContent content() {
        return TemplateContent.read(content);
    }
}
