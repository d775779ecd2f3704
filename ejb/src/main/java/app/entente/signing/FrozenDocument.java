package app.entente.signing;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** The exact bytes shown, in one language. */
@Entity
@Table(name = "frozen_document")
public class FrozenDocument extends TenantOwned {

    @Column(name = "signing_id")
    private UUID signingId;
    private String language;
    private String title;
    @Column(name = "source_id")
    private UUID sourceId;
    @Column(name = "document_id")
    private UUID documentId;
    private String sha256;

    protected FrozenDocument() {
    }

    FrozenDocument(UUID signingId, String language, String title, UUID sourceId, UUID documentId, String sha256) {
        super(Ids.next());
        this.signingId = signingId;
        this.language = language;
        this.title = title;
        this.sourceId = sourceId;
        this.documentId = documentId;
        this.sha256 = sha256;
    }

    public String getLanguage() {
        return language;
    }

    public String getTitle() {
        return title;
    }

    /** Digest of the bytes, 64 hexadecimal digits. */
    public String getSha256() {
        return sha256;
    }

    UUID sourceId() {
        return sourceId;
    }

    UUID documentId() {
        return documentId;
    }
}
