package app.entente.document;

import app.entente.kernel.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts documents in three layers of AES-256-GCM: the master key, held outside the database, wraps one key per
 * tenant; the tenant key wraps one key per document; that key encrypts the bytes.
 *
 * <p>Every ciphertext is {@code version (1 byte) ‖ nonce (12) ‖ ciphertext ‖ tag (16)}. Its associated data are the
 * version, the purpose, the tenant and the id of what is encrypted, so that a row moved to another tenant, another
 * document or another column does not open.
 */
@ApplicationScoped
public class Envelope {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private enum Purpose { TENANT_KEY, DOCUMENT_KEY, DOCUMENT }

    /**
     * One document as it is stored.
     *
     * @param wrappedKey the key of this document, wrapped with the tenant's
     * @param content the encrypted bytes
     * @param sha256 digest of the document itself
     * @param cipherSha256 digest of {@code content}
     */
    public record Encrypted(byte[] wrappedKey, byte[] content, Sha256 sha256, Sha256 cipherSha256) { }

    private SecretKey master;

    /** For the container's proxy alone. */
    protected Envelope() { }

    /**
     * @param masterKey base 64 of exactly 32 bytes
     * @throws IllegalArgumentException when it is not
     */
    @Inject
    public Envelope(@ConfigProperty(name = "entente.storage.master-key") String masterKey) {
        byte[] bytes = Base64.getDecoder().decode(masterKey.strip());
        if (bytes.length != KEY) {
            throw new IllegalArgumentException("entente.storage.master-key must be base 64 of 32 bytes");
        }
        master = new SecretKeySpec(bytes, "AES");
    }

    /** A new key for a tenant, wrapped with the master key: the value of {@code tenant_key.wrapped}. */
    public byte[] newTenantKey(UUID tenant, UUID keyId) {
        return encrypt(master, random(KEY), Purpose.TENANT_KEY, tenant, keyId);
    }

    /**
     * Encrypts a document with a new key of its own.
     *
     * @throws EnvelopeRefused when the tenant key does not open with the master key
     */
    public Encrypted encrypt(UUID tenant, UUID keyId, byte[] wrappedTenantKey, UUID document, byte[] bytes) {
        byte[] key = random(KEY);
        byte[] wrapped = encrypt(tenantKey(tenant, keyId, wrappedTenantKey), key, Purpose.DOCUMENT_KEY, tenant, document);
        byte[] content = encrypt(new SecretKeySpec(key, "AES"), bytes, Purpose.DOCUMENT, tenant, document);
        return new Encrypted(wrapped, content, Sha256.of(bytes), Sha256.of(content));
    }

    /**
     * The bytes of a document.
     *
     * @throws EnvelopeRefused when a key is wrong, a byte was changed, or the row belongs to another tenant or document
     */
    public byte[] decrypt(UUID tenant, UUID keyId, byte[] wrappedTenantKey, UUID document, byte[] wrappedKey, byte[] content) {
        byte[] key = decrypt(tenantKey(tenant, keyId, wrappedTenantKey), wrappedKey, Purpose.DOCUMENT_KEY, tenant, document);
        return decrypt(new SecretKeySpec(key, "AES"), content, Purpose.DOCUMENT, tenant, document);
    }

    private SecretKey tenantKey(UUID tenant, UUID keyId, byte[] wrapped) {
        return new SecretKeySpec(decrypt(master, wrapped, Purpose.TENANT_KEY, tenant, keyId), "AES");
    }

    private static byte[] encrypt(SecretKey key, byte[] plain, Purpose purpose, UUID tenant, UUID id) {
        byte[] nonce = random(NONCE);
        byte[] sealed = new byte[1 + NONCE + plain.length + TAG];
        sealed[0] = VERSION;
        System.arraycopy(nonce, 0, sealed, 1, NONCE);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce, associated(purpose, tenant, id))
                .doFinal(plain, 0, plain.length, sealed, 1 + NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-256-GCM", e);
        }
    }

    private static byte[] decrypt(SecretKey key, byte[] sealed, Purpose purpose, UUID tenant, UUID id) {
        if (sealed.length < 1 + NONCE + TAG || sealed[0] != VERSION) {
            throw new EnvelopeRefused("not an envelope of version " + VERSION, null);
        }
        byte[] nonce = new byte[NONCE];
        System.arraycopy(sealed, 1, nonce, 0, NONCE);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, nonce, associated(purpose, tenant, id))
                .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
            throw new EnvelopeRefused("the " + purpose + " does not open: wrong key, changed bytes or another's row", e);
        }
    }

    static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    private static byte[] associated(Purpose purpose, UUID tenant, UUID id) {
        byte[] word = purpose.name().getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 + word.length + 32).put(VERSION).put((byte) word.length).put(word)
            .putLong(tenant.getMostSignificantBits()).putLong(tenant.getLeastSignificantBits())
            .putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
