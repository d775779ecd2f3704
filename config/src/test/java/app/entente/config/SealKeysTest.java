package app.entente.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.HttpURLConnection;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealKeysTest {

    private static final String PASSWORD = "battery staple";

    @TempDir
    private Path folder;

    @Test
    void keys_are_made_once() throws Exception {
        SealKeys first = SealKeys.ensure(folder.resolve("a"), PASSWORD);
        byte[] seal = Files.readAllBytes(first.seal());
        assertThat(SealKeys.ensure(folder.resolve("a"), PASSWORD)).isEqualTo(first);
        assertThat(Files.readAllBytes(first.seal())).isEqualTo(seal);
        assertThat(Files.readAllBytes(SealKeys.ensure(folder.resolve("b"), PASSWORD).seal())).isNotEqualTo(seal);
    }

    @Test
    void only_their_owner_reads_them() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        SealKeys keys = SealKeys.ensure(folder.resolve("a"), PASSWORD);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a")))).isEqualTo("rwx------");
        for (Path file : List.of(keys.seal(), keys.tsa())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        assertThatThrownBy(() -> certificate(keys.seal(), "wrong")).isInstanceOf(IOException.class);
    }

    @Test
    void the_seal_signs_the_other_key_stamps_and_the_authority_vouches_for_both() throws Exception {
        SealKeys keys = SealKeys.ensure(folder, PASSWORD);
        X509Certificate root;
        try (InputStream pem = Files.newInputStream(keys.trust())) {
            root = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
        }
        assertThat(root.getBasicConstraints()).isZero();
        X509Certificate seal = certificate(keys.seal(), PASSWORD);
        seal.verify(root.getPublicKey());
        assertThat(seal.getKeyUsage()).startsWith(true, true, false);
        assertThat(seal.getExtendedKeyUsage()).isNull();
        X509Certificate tsa = certificate(keys.tsa(), PASSWORD);
        tsa.verify(root.getPublicKey());
        assertThat(tsa.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.8");
        assertThat(tsa.getCriticalExtensionOIDs()).contains("2.5.29.37");
    }

    @Test
    void a_digest_is_stamped_and_anything_else_refused() throws Exception {
        SealKeys keys = SealKeys.ensure(folder, PASSWORD);
        HttpClient http = HttpClient.newHttpClient();
        try (TimeStampAuthority authority = TimeStampAuthority.start(keys.tsa(), PASSWORD, 0)) {
            assertThat(authority.address().getHost()).isEqualTo("127.0.0.1");
            TimeStampRequest request = new TimeStampRequestGenerator().generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.TEN);
            HttpResponse<byte[]> stamped = http.send(HttpRequest.newBuilder(authority.address())
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded())).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(stamped.headers().firstValue("Content-Type")).contains("application/timestamp-reply");
            TimeStampResponse response = new TimeStampResponse(stamped.body());
            response.validate(request);
            assertThat(response.getTimeStampToken()).isNotNull();

            assertThat(http.send(HttpRequest.newBuilder(authority.address()).GET().build(),
                HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(HttpURLConnection.HTTP_BAD_METHOD);
            assertThat(http.send(HttpRequest.newBuilder(authority.address()).POST(HttpRequest.BodyPublishers.ofString("hello")).build(),
                HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(HttpURLConnection.HTTP_BAD_REQUEST);
        }
    }

    private static X509Certificate certificate(Path file, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return (X509Certificate) store.getCertificate(store.aliases().nextElement());
    }
}
