package app.entente.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.entente.document.Envelope.Encrypted;
import app.entente.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final UUID TENANT = UUID.fromString("11111111-2222-4333-8444-555555555555");
    private static final UUID KEY = UUID.fromString("66666666-7777-4888-8999-aaaaaaaaaaaa");
    private static final UUID DOCUMENT = UUID.fromString("bbbbbbbb-cccc-4ddd-8eee-ffffffffffff");
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000000");
    private static final byte[] TEXT = "Entente signée, l’œuvre".getBytes(StandardCharsets.UTF_8);

    private final Envelope envelope = new Envelope(master(1));
    private final byte[] tenantKey = envelope.newTenantKey(TENANT, KEY);
    private final Encrypted stored = envelope.encrypt(TENANT, KEY, tenantKey, DOCUMENT, TEXT);

    @Test
    void a_document_comes_back_as_it_went_in() {
        assertThat(envelope.decrypt(TENANT, KEY, tenantKey, DOCUMENT, stored.wrappedKey(), stored.content())).isEqualTo(TEXT);
        assertThat(stored.sha256()).isEqualTo(Sha256.of(TEXT));
        assertThat(stored.cipherSha256()).isEqualTo(Sha256.of(stored.content()));
    }

    @Test
    void the_cipher_gives_the_published_answer() throws Exception {
        byte[] key = HEX.parseHex("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308");
        byte[] plain = HEX.parseHex("d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
            + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39");
        assertThat(HEX.formatHex(Envelope.cipher(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"),
            HEX.parseHex("cafebabefacedbaddecaf888"), HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2")).doFinal(plain)))
            .isEqualTo("522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
                + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b");
    }

    @Test
    void what_was_stored_in_version_1_still_opens() {
        assertThat(envelope.decrypt(TENANT, KEY,
            HEX.parseHex("01f0e97f34e010dc9edf67cd8f752659fce00e1dff970d1be1efe9e30276f47c34dbc534ca28b2ef5be395e0e42f6a5447"
                + "6aa17c1179f80f1dbadc1ea8"), DOCUMENT,
            HEX.parseHex("0155609fc1ac76ed794cf63768d654c78a63de710f28cb6d60677b764b8cdbbcc5f0f621765824e2d5dd9613f77a5bcc10"
                + "f12dae33eed5b5a639886dfa"),
            HEX.parseHex("017d9105787b9f13472feb2d244aed229d665e4e944e2f59c7ffeef7bfaef185b8dd0f21dd6b66151b3ed6f9179a051703"
                + "17ec0b8fc7eea2"))).isEqualTo(TEXT);
    }

    @Test
    void another_master_key_is_refused() {
        refused(new Envelope(master(2)), TENANT, KEY, DOCUMENT, stored.content());
    }

    @Test
    void a_changed_byte_is_refused_wherever_it_is() {
        for (int i = 0; i < stored.content().length; i++) {
            byte[] changed = stored.content().clone();
            changed[i] ^= 1;
            refused(envelope, TENANT, KEY, DOCUMENT, changed);
        }
    }

    @Test
    void a_row_of_another_tenant_key_or_document_is_refused() {
        refused(envelope, OTHER, KEY, DOCUMENT, stored.content());
        refused(envelope, TENANT, OTHER, DOCUMENT, stored.content());
        refused(envelope, TENANT, KEY, OTHER, stored.content());
    }

    @Test
    void what_serves_one_purpose_does_not_serve_another() {
        assertThatExceptionOfType(EnvelopeRefused.class).isThrownBy(() ->
            envelope.decrypt(TENANT, KEY, tenantKey, DOCUMENT, stored.content(), stored.wrappedKey()));
        assertThatExceptionOfType(EnvelopeRefused.class).isThrownBy(() ->
            envelope.decrypt(TENANT, KEY, stored.wrappedKey(), DOCUMENT, stored.wrappedKey(), stored.content()));
    }

    @Test
    void too_short_an_envelope_is_refused() {
        refused(envelope, TENANT, KEY, DOCUMENT, new byte[] {1, 2, 3});
    }

    @Test
    void two_copies_of_one_document_do_not_look_alike() {
        assertThat(envelope.encrypt(TENANT, KEY, tenantKey, DOCUMENT, TEXT).content()).isNotEqualTo(stored.content());
    }

    @Test
    void a_master_key_of_another_length_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Envelope(Base64.getEncoder().encodeToString(new byte[16])));
    }

    private void refused(Envelope with, UUID tenant, UUID key, UUID document, byte[] content) {
        assertThatExceptionOfType(EnvelopeRefused.class)
            .isThrownBy(() -> with.decrypt(tenant, key, tenantKey, document, stored.wrappedKey(), content));
    }

    private static String master(int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return Base64.getEncoder().encodeToString(key);
    }
}
