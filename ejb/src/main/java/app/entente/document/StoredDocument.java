package app.entente.document;

import app.entente.tenant.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Encrypted bytes. They are written once and never changed. */
@Entity
@Table(name = "stored_document")
class StoredDocument extends TenantOwned {

    @Column(name = "key_id")
    private UUID keyId;
    private String kind;
    @Column(name = "media_type")
    private String mediaType;
    @Column(name = "size_bytes")
    private int sizeBytes;
    private byte[] sha256;
    @Column(name = "cipher_sha256")
    private byte[] cipherSha256;
    @Column(name = "wrapped_key")
    private byte[] wrappedKey;
    private byte[] content;
    @Column(name = "created_at")
    private Instant createdAt;

    protected StoredDocument() {
    }

    StoredDocument(UUID id, UUID keyId, String kind, String mediaType, int size, Envelope.Encrypted encrypted, Instant now) {
        super(id);
        this.keyId = keyId;
        this.kind = kind;
        this.mediaType = mediaType;
        this.sizeBytes = size;
        this.sha256 = encrypted.sha256().bytes();
        this.cipherSha256 = encrypted.cipherSha256().bytes();
        this.wrappedKey = encrypted.wrappedKey();
        this.content = encrypted.content();
        this.createdAt = now;
    }

    UUID keyId() {
        return keyId;
    }

    String mediaType() {
        return mediaType;
    }

    byte[] sha256() {
        return sha256.clone();
    }

    byte[] wrappedKey() {
        return wrappedKey;
    }

    byte[] content() {
        return content;
    }
}
