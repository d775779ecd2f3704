package app.entente.config;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * A time-stamping authority (RFC 3161 over HTTP) on the loopback address, so that a development installation seals as
 * a real one does. For development only: it believes this machine's clock, and only the development authority vouches
 * for it. In production {@code entente.seal.tsa-url} names a real authority.
 */
public final class TimeStampAuthority implements AutoCloseable {

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.25.285293291980903172312602401676618150926");
    private static final int LARGEST_REQUEST = 16 * 1024;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpServer server;
    private final ExecutorService workers;
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final JcaCertStore chain;
    private final Clock clock;

    private TimeStampAuthority(HttpServer server, ExecutorService workers, KeyStore store, String password, Clock clock)
            throws GeneralSecurityException {
        this.server = server;
        this.workers = workers;
        this.clock = clock;
        String alias = store.aliases().nextElement();
        key = (PrivateKey) store.getKey(alias, password.toCharArray());
        certificate = (X509Certificate) store.getCertificate(alias);
        chain = new JcaCertStore(Arrays.asList(store.getCertificateChain(alias)));
    }

    /**
     * Listens until closed.
     *
     * @param keys PKCS#12 with one key and its chain, as {@link SealKeys} makes
     * @param port on the loopback address; 0 for any free one
     */
    public static TimeStampAuthority start(Path keys, String password, int port) throws IOException, GeneralSecurityException {
        return start(keys, password, port, Clock.systemUTC());
    }

    static TimeStampAuthority start(Path keys, String password, int port, Clock clock)
            throws IOException, GeneralSecurityException {
        // Without it each answer waits some 40 ms for the client's acknowledgement; read once, when the server class loads.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(keys)) {
            store.load(file, password.toCharArray());
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        ExecutorService workers = Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task, "time-stamps");
            thread.setDaemon(true);
            return thread;
        });
        TimeStampAuthority authority = new TimeStampAuthority(server, workers, store, password, clock);
        server.setExecutor(workers);
        server.createContext("/", authority::answer);
        server.start();
        return authority;
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort() + "/");
    }

    /** Stops listening at once. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
            if (!exchange.getRequestMethod().equals("POST")) {
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_BAD_METHOD, -1);
                return;
            }
            Optional<byte[]> response = stamp(request);
            if (response.isEmpty()) {
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_BAD_REQUEST, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(HttpURLConnection.HTTP_OK, response.get().length);
            exchange.getResponseBody().write(response.get());
        }
    }

    // Empty when the bytes are no request; a request that cannot be met gets an answer that says so.
    private Optional<byte[]> stamp(byte[] request) {
        try {
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", key, certificate),
                new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)), POLICY);
            tokens.addCertificates(chain);
            TimeStampResponse response = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED, Set.of(POLICY.getId()))
                .generate(new TimeStampRequest(request), new BigInteger(64, RANDOM), Date.from(clock.instant()));
            return Optional.of(response.getEncoded());
        } catch (IOException | TSPException | OperatorCreationException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
