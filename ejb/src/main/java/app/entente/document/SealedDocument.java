package app.entente.document;

import app.entente.kernel.Ids;
import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What is known of a sealed document: where its bytes are kept, the code by which anybody may check it, the seal and its time-stamp. It never changes. */
@Entity
@Table(name = "sealed_document")
public class SealedDocument extends TenantOwned {

    @Column(name = "document_id")
    private UUID documentId;
    private String kind;
    @Column(name = "subject_id")
    private UUID subjectId;
    private String title;
    private String language;
    @Column(name = "check_code")
    private String checkCode;
    @Column(name = "code_sha256")
    private String codeSha256;
    @Column(name = "sha256_before")
    private String sha256Before;
    private String sha256;
    @Column(name = "certificate_fingerprint")
    private String certificateFingerprint;
    @Column(name = "stamped_at")
    private Instant stampedAt;
    @Column(name = "stamp_serial")
    private String stampSerial;
    @Column(name = "sealed_at")
    private Instant sealedAt;

    protected SealedDocument() {
    }

    SealedDocument(UUID documentId, String kind, UUID subjectId, String title, String language, CheckCode code, SealedBytes sealed, Instant now) {
        super(Ids.next());
        this.documentId = documentId;
        this.kind = kind;
        this.subjectId = subjectId;
        this.title = title;
        this.language = language;
        this.checkCode = code.compact();
        this.codeSha256 = code.digest().hex();
        this.sha256Before = sealed.sha256Before();
        this.sha256 = sealed.sha256After();
        this.certificateFingerprint = sealed.certificateFingerprint();
        this.stampedAt = sealed.stampedAt();
        this.stampSerial = sealed.stampSerial();
        this.sealedAt = now;
    }

    /** Where the bytes are kept. */
    UUID documentId() {
        return documentId;
    }

    /** {@code agreement}, {@code evidence}, {@code receipt} or {@code plan}. */
    public String getKind() {
        return kind;
    }

    /** What the document is of: the agreement, the receipt … */
    public UUID getSubjectId() {
        return subjectId;
    }

    public String getTitle() {
        return title;
    }

    /** {@code fr} or {@code en}. */
    public String getLanguage() {
        return language;
    }

    /** The code printed at its foot. */
    public CheckCode getCheckCode() {
        return CheckCode.read(checkCode).orElseThrow();
    }

    /** SHA-256 of the document before the seal, 64 hexadecimal digits. */
    public String getSha256Before() {
        return sha256Before;
    }

    /** SHA-256 of the sealed bytes, 64 hexadecimal digits. */
    public String getSha256() {
        return sha256;
    }

    /** SHA-256 of the seal's certificate, 64 hexadecimal digits. */
    public String getCertificateFingerprint() {
        return certificateFingerprint;
    }

    /** The time that the time-stamping authority wrote. */
    public Instant getStampedAt() {
        return stampedAt;
    }

    /** Serial number of the time-stamp, in hexadecimal. */
    public String getStampSerial() {
        return stampSerial;
    }

    public Instant getSealedAt() {
        return sealedAt;
    }
}
