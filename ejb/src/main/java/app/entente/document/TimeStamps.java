package app.entente.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks the time-stamping authority (RFC 3161 over HTTP), and believes nothing that does not hold. */
@ApplicationScoped
public class TimeStamps {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final SecureRandom RANDOM = new SecureRandom();

    private HttpClient http;
    private URI authority;
    private Optional<ASN1ObjectIdentifier> policy;
    private SealKeyring keyring;
    private Duration patience;

    /** For the container's proxy alone. */
    protected TimeStamps() { }

    /**
     * @param authority address of the time-stamping authority
     * @param policy object identifier of the policy to ask for; any when absent
     * @param keyring says which authorities are believed
     */
    @Inject
    public TimeStamps(@ConfigProperty(name = "entente.seal.tsa-url") URI authority,
                      @ConfigProperty(name = "entente.seal.tsa-policy") Optional<String> policy, SealKeyring keyring) {
        this(authority, policy, keyring, ANSWER);
    }

    TimeStamps(URI authority, Optional<String> policy, SealKeyring keyring, Duration patience) {
        this.patience = patience;
        this.authority = authority;
        this.policy = policy.map(ASN1ObjectIdentifier::new);
        this.keyring = keyring;
        http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
    }

    /**
     * A token over this digest, with its nonce, imprint, policy, signature and chain checked.
     *
     * @throws TimeStampUnavailable when there is none, or it does not hold
     */
    TimeStampToken stamp(byte[] sha256) throws TimeStampUnavailable {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            policy.ifPresent(generator::setReqPolicy);
            TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, sha256, new BigInteger(64, RANDOM));
            TimeStampResponse response = new TimeStampResponse(ask(request.getEncoded()));
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new TimeStampUnavailable("the authority refused: " + response.getStatusString(), null);
            }
            if (!holds(token, keyring)) {
                throw new TimeStampUnavailable("the time-stamp is not from an authority believed here", null);
            }
            return token;
        } catch (IOException | TSPException e) {
            throw new TimeStampUnavailable("no time-stamp from " + authority + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeStampUnavailable("interrupted while waiting for a time-stamp", e);
        }
    }

    /** Whether a token is signed by a time-stamping authority believed here, at the time it says. */
    static boolean holds(TimeStampToken token, SealKeyring keyring) {
        try {
            List<X509Certificate> carried = certificates(token.getCertificates());
            for (X509Certificate candidate : carried) {
                if (token.getSID().match(new X509CertificateHolder(candidate.getEncoded()))) {
                    token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(candidate));
                    return keyring.vouchesFor(candidate, carried, at(token));
                }
            }
            return false;
        } catch (TSPException | OperatorCreationException | CertificateException | IOException e) {
            return false;
        }
    }

    static Instant at(TimeStampToken token) {
        return token.getTimeStampInfo().getGenTime().toInstant();
    }

    static List<X509Certificate> certificates(Store<X509CertificateHolder> store) throws CertificateException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : store.getMatches(null)) {
            certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
        return certificates;
    }

    private byte[] ask(byte[] request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(HttpRequest.newBuilder(authority).timeout(patience)
            .header("Content-Type", "application/timestamp-query")
            .POST(HttpRequest.BodyPublishers.ofByteArray(request)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return response.body();
    }
}
