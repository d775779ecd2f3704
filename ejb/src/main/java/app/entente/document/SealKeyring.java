package app.entente.document;

import app.entente.kernel.Sha256;
import eu.europa.esig.dss.token.DSSPrivateKeyEntry;
import eu.europa.esig.dss.token.Pkcs12SignatureToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The key of the seal and the certificates believed: the authorities behind the seal and its time-stamps, this seal's
 * certificate, and those of former seals. To renew the seal, put its former certificate in the trust file beside the
 * authorities, so that what it sealed stays genuine.
 */
@ApplicationScoped
public class SealKeyring {

    private Pkcs12SignatureToken token;
    private DSSPrivateKeyEntry key;
    private X509Certificate certificate;
    private Set<String> seals;
    private Set<TrustAnchor> authorities;

    /** For the container's proxy alone. */
    protected SealKeyring() { }

    /**
     * @param keystore path of a PKCS#12 with one key and its chain
     * @param password opens it
     * @param trust path of a PEM with the certificates of the authorities and of former seals
     * @throws UncheckedIOException when a file cannot be read
     * @throws IllegalStateException when it holds no key, or no authority
     */
    @Inject
    public SealKeyring(@ConfigProperty(name = "entente.seal.keystore") String keystore,
                       @ConfigProperty(name = "entente.seal.password") String password,
                       @ConfigProperty(name = "entente.seal.trust") String trust) {
        try (InputStream pem = Files.newInputStream(Path.of(trust))) {
            token = new Pkcs12SignatureToken(Files.readAllBytes(Path.of(keystore)),
                new KeyStore.PasswordProtection(password.toCharArray()));
            key = token.getKeys().stream().findFirst()
                .orElseThrow(() -> new IllegalStateException("entente.seal.keystore holds no key"));
            certificate = key.getCertificate().getCertificate();
            readTrust(pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (CertificateException e) {
            throw new IllegalStateException("entente.seal.trust holds something else than certificates", e);
        }
    }

    /** The certificate of the seal in use, to publish. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The certificates of the authorities believed, to publish. */
    public List<X509Certificate> authorities() {
        return authorities.stream().map(TrustAnchor::getTrustedCert).toList();
    }

    /** The SHA-256 of a certificate, by which people compare it. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.of(certificate.getEncoded()).hex();
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    Pkcs12SignatureToken token() {
        return token;
    }

    DSSPrivateKeyEntry key() {
        return key;
    }

    boolean isSeal(X509Certificate candidate) {
        return seals.contains(fingerprint(candidate));
    }

    /** Whether an authority vouches for a certificate, directly or through these others, at that time. */
    boolean vouchesFor(X509Certificate candidate, Collection<X509Certificate> others, Instant at) {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(candidate);
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(authorities, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            List<X509Certificate> all = new ArrayList<>(others);
            all.add(candidate);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private void readTrust(InputStream pem) throws CertificateException {
        seals = new HashSet<>(Set.of(fingerprint(certificate)));
        authorities = new HashSet<>();
        for (var read : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
            X509Certificate trusted = (X509Certificate) read;
            if (trusted.getBasicConstraints() >= 0) {
                authorities.add(new TrustAnchor(trusted, null));
            } else {
                seals.add(fingerprint(trusted));
            }
        }
        if (authorities.isEmpty()) {
            throw new IllegalStateException("entente.seal.trust holds no authority");
        }
    }
}
