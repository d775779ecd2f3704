package app.entente.document;

import static app.entente.document.Conformance.assertConforms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.entente.config.SealKeys;
import app.entente.config.TimeStampAuthority;
import app.entente.document.SealVerdict.State;
import app.entente.kernel.Sha256;
import com.sun.net.httpserver.HttpServer;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class SealTest {

    private static final String PASSWORD = "correct horse";
    private static final DocumentRenderer RENDERER = new DocumentRenderer();

    @TempDir
    private static Path folder;
    private static TimeStampAuthority authority;
    private static SealKeyring keyring;
    private static Seal seal;
    private static SealCheck check;
    private static byte[] receipt;
    private static SealedBytes sealed;

    @BeforeAll
    static void seal_a_receipt() throws Exception {
        SealKeys keys = SealKeys.ensure(folder.resolve("keys"), PASSWORD);
        authority = TimeStampAuthority.start(keys.tsa(), PASSWORD, 0);
        keyring = keyring(keys);
        seal = new Seal(keyring, stamps(authority.address()));
        check = new SealCheck(keyring);
        receipt = RENDERER.render(Samples.receipt(3));
        sealed = seal.seal(receipt);
    }

    @AfterAll
    static void stop() {
        authority.close();
    }

    @Test
    void a_sealed_document_is_genuine_and_says_since_when() {
        SealVerdict verdict = check.check(sealed.pdf());
        assertThat(verdict.state()).isEqualTo(State.GENUINE);
        assertThat(verdict.stampedAt()).contains(sealed.stampedAt());
        assertThat(verdict.certificateFingerprint()).contains(SealKeyring.fingerprint(keyring.certificate()));
        assertThat(sealed.stampedAt()).isBetween(Instant.now().minus(5, ChronoUnit.MINUTES), Instant.now().plusSeconds(1));
    }

    @Test
    void the_digests_are_those_of_the_bytes_before_and_after() {
        assertThat(sealed.sha256Before()).isEqualTo(Sha256.of(receipt).hex());
        assertThat(sealed.sha256After()).isEqualTo(Sha256.of(sealed.pdf()).hex());
        assertThat(Arrays.copyOf(sealed.pdf(), receipt.length)).isEqualTo(receipt);
    }

    @Test
    void a_sealed_document_still_conforms() throws Exception {
        assertConforms(sealed.pdf(), PDFAFlavour.PDFA_2_A);
        assertConforms(sealed.pdf(), PDFAFlavour.PDFUA_1);
        byte[] evidence = seal.seal(RENDERER.render(Samples.evidence())).pdf();
        assertConforms(evidence, PDFAFlavour.PDFA_3_A);
        assertConforms(evidence, PDFAFlavour.PDFUA_1);
    }

    @Test
    void an_unsealed_document_is_unknown() {
        assertThat(check.check(receipt).state()).isEqualTo(State.UNKNOWN);
        assertThat(check.check("not a document".getBytes(StandardCharsets.UTF_8)).state()).isEqualTo(State.UNKNOWN);
        assertThat(check.check(new byte[0]).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void a_flipped_bit_in_the_page_is_an_alteration() {
        byte[] altered = sealed.pdf().clone();
        altered[receipt.length / 3] ^= 1;
        assertThat(check.check(altered).state()).isEqualTo(State.ALTERED);
    }

    @Test
    void no_flipped_bit_of_the_document_passes_for_genuine() {
        String file = new String(sealed.pdf(), StandardCharsets.ISO_8859_1);
        int seal = file.lastIndexOf("/Contents <") + 11;
        int afterSeal = file.indexOf('>', seal);
        for (int i = 0; i < file.length(); i = i < seal && i + 101 >= seal ? afterSeal : i + 101) {
            byte[] altered = sealed.pdf().clone();
            altered[i] ^= 4;
            assertThat(check.check(altered).state()).as("bit at " + i).isNotEqualTo(State.GENUINE);
        }
    }

    @Test
    void bytes_hidden_in_the_room_of_the_seal_are_an_alteration() {
        byte[] altered = sealed.pdf().clone();
        int end = new String(altered, StandardCharsets.ISO_8859_1).indexOf("00000000>");
        altered[end] = '7';
        assertThat(check.check(altered).state()).isEqualTo(State.ALTERED);
    }

    @Test
    void a_page_drawn_over_after_the_seal_is_an_alteration() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(sealed.pdf())) {
            try (PDPageContentStream over = new PDPageContentStream(document, document.getPage(0), AppendMode.APPEND, true)) {
                over.setNonStrokingColor(1f);
                over.addRect(300, 300, 200, 60);
                over.fill();
            }
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            document.getPage(0).getResources().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        assertThat(out.size()).isGreaterThan(sealed.pdf().length);
        assertThat(check.check(out.toByteArray()).state()).isEqualTo(State.ALTERED);
    }

    @Test
    void an_added_byte_is_an_alteration() {
        byte[] longer = Arrays.copyOf(sealed.pdf(), sealed.pdf().length + 1);
        longer[longer.length - 1] = '\n';
        assertThat(check.check(longer).state()).isEqualTo(State.ALTERED);
    }

    @Test
    void a_truncated_file_is_not_genuine() {
        for (int kept : new int[] {sealed.pdf().length - 1, sealed.pdf().length - 400, receipt.length + 20_000, receipt.length, 100}) {
            assertThat(check.check(Arrays.copyOf(sealed.pdf(), kept)).state()).as(kept + " bytes").isNotEqualTo(State.GENUINE);
        }
    }

    @Test
    void a_seal_moved_to_another_document_is_an_alteration() throws Exception {
        String mine = new String(sealed.pdf(), StandardCharsets.ISO_8859_1);
        String other = new String(seal.seal(RENDERER.render(Samples.receipt(3))).pdf(), StandardCharsets.ISO_8859_1);
        String swapped = other.substring(0, other.indexOf("/Contents <")) + mine.substring(mine.indexOf("/Contents <"), mine.indexOf("0000>"))
            + other.substring(other.indexOf("0000>"));
        assertThat(check.check(swapped.getBytes(StandardCharsets.ISO_8859_1)).state()).isNotEqualTo(State.GENUINE);
    }

    @Test
    void a_document_sealed_by_another_is_unknown() throws Exception {
        SealKeys others = SealKeys.ensure(folder.resolve("others"), PASSWORD);
        try (TimeStampAuthority theirs = TimeStampAuthority.start(others.tsa(), PASSWORD, 0)) {
            SealKeyring ring = keyring(others);
            byte[] foreign = new Seal(ring, new TimeStamps(theirs.address(), Optional.empty(), ring)).seal(receipt).pdf();
            assertThat(new SealCheck(ring).check(foreign).state()).isEqualTo(State.GENUINE);
            assertThat(check.check(foreign).state()).isEqualTo(State.UNKNOWN);
        }
    }

    @Test
    void what_a_former_seal_sealed_stays_genuine_once_its_certificate_is_trusted() throws Exception {
        SealKeys renewed = SealKeys.ensure(folder.resolve("renewed"), PASSWORD);
        assertThat(new SealCheck(keyring(renewed)).check(sealed.pdf()).state()).isEqualTo(State.UNKNOWN);
        Path trust = folder.resolve("renewed-trust.pem");
        Files.writeString(trust, Files.readString(renewed.trust()) + Files.readString(folder.resolve("keys/trust.pem"))
            + "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(keyring.certificate().getEncoded())
            + "\n-----END CERTIFICATE-----\n");
        SealKeyring after = new SealKeyring(renewed.seal().toString(), PASSWORD, trust.toString());
        assertThat(new SealCheck(after).check(sealed.pdf()).state()).isEqualTo(State.GENUINE);
        assertThat(after.authorities()).hasSize(2);
    }

    @Test
    void a_signature_of_our_key_without_a_time_stamp_is_not_genuine() throws Exception {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(keyring.key().getCertificate());
        parameters.setCertificateChain(keyring.key().getCertificateChain());
        PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
        InMemoryDocument document = new InMemoryDocument(receipt);
        byte[] unstamped = service.signDocument(document, parameters, keyring.token()
            .sign(service.getDataToSign(document, parameters), DigestAlgorithm.SHA256, keyring.key())).openStream().readAllBytes();
        assertThat(check.check(unstamped).state()).isEqualTo(State.ALTERED);
        assertThat(check.check(unstamped).stampedAt()).isEmpty();
    }

    @Test
    void a_seal_that_needs_more_room_is_made_again_with_enough() throws Exception {
        byte[] pdf = new Seal(keyring, stamps(authority.address()), 1_024).seal(receipt).pdf();
        assertThat(check.check(pdf).state()).isEqualTo(State.GENUINE);
    }

    @Test
    void without_the_time_stamping_authority_nothing_is_sealed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        refuses(stamps(URI.create("http://127.0.0.1:" + port + "/")));
    }

    @Test
    void a_silent_authority_is_not_waited_for() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refuses(new TimeStamps(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/"), Optional.empty(), keyring,
                Duration.ofMillis(200)));
        }
    }

    @Test
    void a_time_stamp_of_an_authority_not_believed_is_refused() throws Exception {
        SealKeys others = SealKeys.ensure(folder.resolve("strangers"), PASSWORD);
        try (TimeStampAuthority theirs = TimeStampAuthority.start(others.tsa(), PASSWORD, 0)) {
            refuses(stamps(theirs.address()));
        }
    }

    @Test
    void a_time_stamp_under_another_policy_than_asked_is_refused() {
        refuses(new TimeStamps(authority.address(), Optional.of("1.2.3.4.5"), keyring));
    }

    @Test
    void a_time_stamp_made_for_another_request_is_refused() throws Exception {
        byte[] earlier = answerOf(authority.address(), Sha256.of(receipt));
        HttpServer replaying = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        replaying.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, earlier.length);
                exchange.getResponseBody().write(earlier);
            }
        });
        replaying.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + replaying.getAddress().getPort() + "/");
            refuses(stamps(address));
        } finally {
            replaying.stop(0);
        }
    }

    @Test
    void pdfsig_finds_the_seal_valid_and_the_whole_document_signed() throws Exception {
        Path file = Files.write(folder.resolve("sealed.pdf"), sealed.pdf());
        Process pdfsig = null;
        try {
            pdfsig = new ProcessBuilder("pdfsig", "-nocert", file.toString()).redirectErrorStream(true).start();
        } catch (IOException absent) {
            assumeTrue(false, "skipped: pdfsig (poppler-utils) is not on this machine");
        }
        assertThat(new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
            .contains("Signature is Valid", "Total document signed", "ETSI.CAdES.detached");
    }

    private static void refuses(TimeStamps stamps) {
        assertThatExceptionOfType(TimeStampUnavailable.class).isThrownBy(() -> new Seal(keyring, stamps).seal(receipt));
    }

    private static byte[] answerOf(URI authority, Sha256 digest) throws Exception {
        TimeStampRequest request = new TimeStampRequestGenerator()
            .generate(TSPAlgorithms.SHA256, digest.bytes(), BigInteger.TEN);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(authority)
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded())).build(),
            HttpResponse.BodyHandlers.ofByteArray()).body();
    }

    private static TimeStamps stamps(URI address) {
        return new TimeStamps(address, Optional.empty(), keyring);
    }

    private static SealKeyring keyring(SealKeys keys) {
        return new SealKeyring(keys.seal().toString(), PASSWORD, keys.trust().toString());
    }
}
