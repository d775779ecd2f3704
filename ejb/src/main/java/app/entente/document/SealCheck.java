package app.entente.document;

import app.entente.document.SealVerdict.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * Says of any file whether it is a document sealed here, byte for byte. It is stricter than PDF readers, which call a
 * seal valid when something was drawn over the page afterwards: here anything after the seal is an alteration.
 */
@ApplicationScoped
public class SealCheck {

    private static final int LARGEST_FILE = 25 * 1024 * 1024;
    private static final Logger LOGGER = Logger.getLogger(SealCheck.class.getName());

    // Held so that its level lasts: strangers' broken files must not fill the log.
    private static final Logger PARSER = Logger.getLogger("org.apache.pdfbox");

    static {
        PARSER.setLevel(Level.OFF);
    }

    private SealKeyring keyring;

    private record Stamped(Instant at) { }

    /** For the container's proxy alone. */
    protected SealCheck() { }

    /** A check against these certificates. */
    @Inject
    public SealCheck(SealKeyring keyring) {
        this.keyring = keyring;
    }

    /** The verdict on a file of any kind; one over 25 MB, or none that can be read, is unknown. */
    public SealVerdict check(byte[] file) {
        if (file.length > LARGEST_FILE) {
            return SealVerdict.NOTHING_KNOWN;
        }
        try (PDDocument document = Loader.loadPDF(file)) {
            List<PDSignature> signatures = document.getSignatureDictionaries();
            return signatures.stream().map(signature -> check(file, signature, signatures.size()))
                .filter(verdict -> verdict.state() != State.UNKNOWN).findFirst().orElse(SealVerdict.NOTHING_KNOWN);
        } catch (IOException | RuntimeException e) {
            // A stranger's file may be broken in any way, and the parser answers some with unchecked exceptions.
            LOGGER.log(Level.FINE, "not a readable PDF", e);
            return SealVerdict.NOTHING_KNOWN;
        }
    }

    /** What the seal of this installation was put around ({@link Seal#sealText}); empty when the seal does not hold, or is another's. */
    public Optional<OpenedSeal> open(byte[] sealed) {
        try {
            CMSSignedData cms = new CMSSignedData(sealed);
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            List<X509Certificate> carried = TimeStamps.certificates(cms.getCertificates());
            Optional<X509Certificate> seal = carried.stream().filter(keyring::isSeal).filter(c -> identifies(signer, c)).findFirst();
            Optional<Stamped> stamp = stamp(signer);
            boolean genuine = seal.isPresent() && cms.getSignerInfos().size() == 1 && !cms.isDetachedSignature() && holds(signer, seal.get())
                && stamp.isPresent() && keyring.vouchesFor(seal.get(), carried, stamp.get().at);
            return genuine ? Optional.of(new OpenedSeal((byte[]) cms.getSignedContent().getContent(), stamp.get().at)) : Optional.empty();
        } catch (CMSException | CertificateException | RuntimeException e) {
            LOGGER.log(Level.FINE, "not a readable seal", e);
            return Optional.empty();
        }
    }

    private SealVerdict check(byte[] file, PDSignature signature, int signatures) {
        byte[] contents = signature.getContents();
        try (ASN1InputStream der = new ASN1InputStream(contents)) {
            ASN1Primitive first = der.readObject();
            byte[] padding = der.readAllBytes();
            int[] range = signature.getByteRange();
            CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(covered(file, range)), ContentInfo.getInstance(first));
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            List<X509Certificate> carried = TimeStamps.certificates(cms.getCertificates());
            Optional<X509Certificate> seal = carried.stream().filter(keyring::isSeal).filter(c -> identifies(signer, c)).findFirst();
            if (seal.isEmpty()) {
                return SealVerdict.NOTHING_KNOWN;
            }
            Optional<Stamped> stamp = stamp(signer);
            boolean genuine = signatures == 1 && cms.getSignerInfos().size() == 1 && cms.isDetachedSignature()
                && coversAllOf(file, range, contents) && isZero(padding) && holds(signer, seal.get())
                && stamp.isPresent() && keyring.vouchesFor(seal.get(), carried, stamp.get().at);
            return new SealVerdict(genuine ? State.GENUINE : State.ALTERED, stamp.map(Stamped::at),
                Optional.of(SealKeyring.fingerprint(seal.get())));
        } catch (IOException | CMSException | CertificateException e) {
            LOGGER.log(Level.FINE, "not a readable seal", e);
            return SealVerdict.NOTHING_KNOWN;
        }
    }

    private static boolean identifies(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.getSID().match(new X509CertificateHolder(certificate.getEncoded()));
        } catch (CertificateException | IOException e) {
            return false;
        }
    }

    private static boolean holds(SignerInformation signer, X509Certificate seal) {
        try {
            return signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(seal));
        } catch (CMSException | OperatorCreationException e) {
            return false;
        }
    }

    private Optional<Stamped> stamp(SignerInformation signer) {
        if (signer.getUnsignedAttributes() == null) {
            return Optional.empty();
        }
        Attribute attribute = signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (attribute == null || attribute.getAttrValues().size() != 1) {
            return Optional.empty();
        }
        try {
            TimeStampToken token = new TimeStampToken(ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0)));
            byte[] imprint = MessageDigest.getInstance(token.getTimeStampInfo().getMessageImprintAlgOID().getId())
                .digest(signer.getSignature());
            return MessageDigest.isEqual(imprint, token.getTimeStampInfo().getMessageImprintDigest())
                && TimeStamps.holds(token, keyring) ? Optional.of(new Stamped(TimeStamps.at(token))) : Optional.empty();
        } catch (TSPException | IOException | NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }

    // The bytes the seal speaks of; nothing when the range points outside the file.
    private static byte[] covered(byte[] file, int[] range) {
        if (!isInside(file, range)) {
            return new byte[0];
        }
        byte[] covered = Arrays.copyOf(file, range[1] + range[3]);
        System.arraycopy(file, range[2], covered, range[1], range[3]);
        return covered;
    }

    // From the first byte to the last, but for a gap that holds the seal in hexadecimal and nothing else.
    private static boolean coversAllOf(byte[] file, int[] range, byte[] contents) {
        if (!isInside(file, range) || range[2] + range[3] != file.length || range[2] - range[1] != 2 * contents.length + 2) {
            return false;
        }
        byte[] gap = Arrays.copyOfRange(file, range[1], range[2]);
        String hex = new String(gap, 1, gap.length - 2, StandardCharsets.ISO_8859_1);
        return gap[0] == '<' && gap[gap.length - 1] == '>' && hex.equalsIgnoreCase(HexFormat.of().formatHex(contents));
    }

    private static boolean isInside(byte[] file, int[] range) {
        return range != null && range.length == 4 && range[0] == 0 && range[1] > 0 && range[2] > range[1] + 1 && range[3] > 0
            && (long) range[2] + range[3] <= file.length;
    }

    private static boolean isZero(byte[] bytes) {
        int any = 0;
        for (byte b : bytes) {
            any |= b;
        }
        return any == 0;
    }
}
