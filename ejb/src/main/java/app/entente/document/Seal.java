package app.entente.document;

import app.entente.kernel.Sha256;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.cades.signature.CAdESTimestampParameters;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.PAdESTimestampParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Seals a document: an invisible PAdES signature of level B-T that allows no change afterwards. It says that the
 * document left here in this state at this time; it is not the signature of those who agreed.
 */
@ApplicationScoped
public class Seal {

    private static final int RESERVE = 12_288;
    private static final int SLACK = 2_048;
    private static final Pattern TOO_SMALL = Pattern.compile("too small.*?\\[(\\d+)]", Pattern.DOTALL);

    // Held so that its level lasts: the library tells each step of each seal, and what fails reaches us as an exception.
    private static final Logger LIBRARY = Logger.getLogger("eu.europa.esig.dss");

    static {
        LIBRARY.setLevel(Level.SEVERE);
    }

    private SealKeyring keyring;
    private TimeStamps stamps;
    private int reserve;

    // DSS declares what its time-stamp source may throw: ours crosses it in this wrapping.
    private static final class Unstamped extends DSSException {

        private final transient TimeStampUnavailable reason;

        private Unstamped(TimeStampUnavailable reason) {
            super(reason);
            this.reason = reason;
        }
    }

    /** For the container's proxy alone. */
    protected Seal() { }

    /** A seal with this key, stamped by this authority. */
    @Inject
    public Seal(SealKeyring keyring, TimeStamps stamps) {
        this(keyring, stamps, RESERVE);
    }

    Seal(SealKeyring keyring, TimeStamps stamps, int reserve) {
        this.keyring = keyring;
        this.stamps = stamps;
        this.reserve = reserve;
    }

    /**
     * Seals these bytes as they are. Takes a few hundredths of a second and one round trip to the time-stamping
     * authority: never call it in a transaction that holds a lock others wait for.
     *
     * @throws TimeStampUnavailable when no believable time-stamp can be had; nothing was sealed, try again later
     */
    public SealedBytes seal(byte[] pdf) throws TimeStampUnavailable {
        try {
            return seal(pdf, reserve);
        } catch (DSSException | IllegalArgumentException e) {
            Matcher needed = TOO_SMALL.matcher(String.valueOf(e.getMessage()));
            if (!needed.find()) {
                throw e;
            }
            return seal(pdf, Integer.parseInt(needed.group(1)) + SLACK);
        }
    }

    /**
     * Puts the seal around bytes of any kind: a CMS that holds them, the signature and its time-stamp (CAdES B-T). As slow as {@link #seal}.
     *
     * @throws TimeStampUnavailable when no believable time-stamp can be had; nothing was sealed, try again later
     */
    public byte[] sealText(byte[] content) throws TimeStampUnavailable {
        CAdESService service = new CAdESService(new CommonCertificateVerifier(true));
        service.setTspSource(source(new AtomicReference<>()));
        CAdESSignatureParameters parameters = new CAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.CAdES_BASELINE_T);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPING);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSignatureTimestampParameters(new CAdESTimestampParameters(DigestAlgorithm.SHA256));
        parameters.setSigningCertificate(keyring.key().getCertificate());
        parameters.setCertificateChain(Arrays.stream(keyring.key().getCertificateChain()).filter(c -> !c.isSelfSigned()).toList());
        DSSDocument document = new InMemoryDocument(content);
        try {
            SignatureValue value = keyring.token().sign(service.getDataToSign(document, parameters), DigestAlgorithm.SHA256, keyring.key());
            return service.signDocument(document, parameters, value).openStream().readAllBytes();
        } catch (Unstamped e) {
            throw e.reason;
        } catch (IOException e) {
            throw new DSSException(e);
        }
    }

    private TSPSource source(AtomicReference<TimeStampToken> stamp) {
        return (algorithm, digest) -> {
            try {
                stamp.set(stamps.stamp(digest));
                return new TimestampBinary(stamp.get().getEncoded());
            } catch (TimeStampUnavailable e) {
                throw new Unstamped(e);
            } catch (IOException e) {
                throw new Unstamped(new TimeStampUnavailable("the time-stamp cannot be written", e));
            }
        };
    }

    private SealedBytes seal(byte[] pdf, int room) throws TimeStampUnavailable {
        AtomicReference<TimeStampToken> stamp = new AtomicReference<>();
        PAdESService service = new PAdESService(new CommonCertificateVerifier(true));
        service.setTspSource(source(stamp));
        PAdESSignatureParameters parameters = parameters(room);
        DSSDocument document = new InMemoryDocument(pdf);
        try {
            SignatureValue value = keyring.token().sign(service.getDataToSign(document, parameters), DigestAlgorithm.SHA256,
                keyring.key());
            byte[] sealed = service.signDocument(document, parameters, value).openStream().readAllBytes();
            return new SealedBytes(sealed, Sha256.of(pdf).hex(), Sha256.of(sealed).hex(),
                SealKeyring.fingerprint(keyring.certificate()), TimeStamps.at(stamp.get()),
                stamp.get().getTimeStampInfo().getSerialNumber().toString(16));
        } catch (Unstamped e) {
            throw e.reason;
        } catch (IOException e) {
            throw new DSSException(e);
        }
    }

    private PAdESSignatureParameters parameters(int room) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_T);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSignatureTimestampParameters(new PAdESTimestampParameters(DigestAlgorithm.SHA256));
        parameters.setSigningCertificate(keyring.key().getCertificate());
        parameters.setCertificateChain(Arrays.stream(keyring.key().getCertificateChain()).filter(c -> !c.isSelfSigned()).toList());
        parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
        parameters.setContentSize(room);
        parameters.setAppName("Entente");
        return parameters;
    }
}
