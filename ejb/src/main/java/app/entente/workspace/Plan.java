package app.entente.workspace;

import app.entente.kernel.Bilingual;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** What the platform offers: how much a workspace may hold. The operator changes it through the console. */
@Entity
public class Plan {

    @Id
    private String code;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "name_fr"))
    @AttributeOverride(name = "en", column = @Column(name = "name_en"))
    private Bilingual name;
    @Column(name = "quota_clients")
    private Integer clients;
    @Column(name = "quota_storage")
    private Long storage;
    @Column(name = "quota_mails")
    private Integer mails;
    @Version
    private int version;

    protected Plan() {
    }

    public String getCode() {
        return code;
    }

    public Bilingual getName() {
        return name;
    }

    /** Its limits. */
    Quota quota() {
        return new Quota(clients, storage, mails);
    }
}
