package app.entente.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;

/**
 * The anchors of the audit chains as they lie in a folder, checked without the application: the signature around each, its time-stamp, its root, and
 * that each follows from the one before.
 */
final class AuditAnchors {

    /** Stands for the platform's own chain. */
    static final UUID PLATFORM = new UUID(0, 0);
    private static final String TITLE = "entente anchor 1";
    private static final HexFormat HEX = HexFormat.of();
    private static final int FIRST_HEAD = 5;

    private final List<Anchor> all = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<TrustAnchor> believed;

    /**
     * The last entry of a chain as it was anchored.
     *
     * @param stamped when, as the time-stamp says
     */
    record Head(long anchor, long seq, byte[] hash, Instant stamped) {
    }

    private record Anchor(long number, byte[] previous, byte[] root, Map<String, Head> heads, Instant stamped) {
    }

    private AuditAnchors(Set<TrustAnchor> believed) {
        this.believed = believed;
    }

    /**
     * Reads a folder.
     *
     * @param trust a PEM with the certificates of the authorities believed; null compares none
     * @throws IOException when the folder or the PEM cannot be read
     */
    static AuditAnchors of(Path folder, Path trust) throws IOException {
        AuditAnchors anchors = new AuditAnchors(trust == null ? null : authorities(trust));
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.getFileName().toString().matches("anchor-\\d{8}\\.p7m")).sorted().toList();
        }
        for (Path file : files) {
            try {
                anchors.take(anchors.read(Files.readAllBytes(file)));
            } catch (CMSException | TSPException | GeneralSecurityException | OperatorCreationException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                anchors.faults.add(file.getFileName() + " does not hold: " + e.getMessage());
            }
        }
        return anchors;
    }

    /** What does not hold among the anchors themselves, in words. */
    List<String> faults() {
        return faults;
    }

    int count() {
        return all.size();
    }

    /** Whether the certificates were compared with authorities believed. */
    boolean trusted() {
        return believed != null;
    }

    /** Time-stamp of the latest; null when there is none. */
    Instant latest() {
        return all.isEmpty() ? null : all.get(all.size() - 1).stamped();
    }

    /** What was anchored of a chain, oldest first. */
    List<Head> of(UUID chain) {
        List<Head> heads = new ArrayList<>();
        for (Anchor anchor : all) {
            Head head = anchor.heads().get(pseudonym(anchor.number(), anchor.previous(), chain));
            if (head != null) {
                heads.add(head);
            }
        }
        return heads;
    }

    private void take(Anchor next) {
        Anchor last = all.isEmpty() ? null : all.get(all.size() - 1);
        if (last != null && next.number() != last.number() + 1) {
            faults.add("anchor " + (last.number() + 1) + " is missing");
        } else if (last != null && !Arrays.equals(last.root(), next.previous())) {
            faults.add("anchor " + next.number() + " does not follow from the one before");
        }
        all.add(next);
    }

    private Anchor read(byte[] bytes) throws CMSException, TSPException, GeneralSecurityException, OperatorCreationException, IOException {
        CMSSignedData cms = new CMSSignedData(bytes);
        if (cms.isDetachedSignature() || cms.getSignerInfos().size() != 1) {
            throw new IllegalArgumentException("no seal");
        }
        SignerInformation signer = cms.getSignerInfos().iterator().next();
        List<X509Certificate> carried = certificates(cms.getCertificates());
        X509Certificate seal = carried.stream().filter(candidate -> matches(signer.getSID(), candidate)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("its certificate is not there"));
        if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(seal))) {
            throw new IllegalArgumentException("its signature is not of its content");
        }
        Attribute attribute = signer.getUnsignedAttributes() == null ? null : signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (attribute == null) {
            throw new IllegalArgumentException("it has no time-stamp");
        }
        TimeStampToken token = new TimeStampToken(ContentInfo.getInstance(attribute.getAttrValues().getObjectAt(0)));
        byte[] imprint = MessageDigest.getInstance(token.getTimeStampInfo().getMessageImprintAlgOID().getId()).digest(signer.getSignature());
        List<X509Certificate> stampers = certificates(token.getCertificates());
        X509Certificate stamper = stampers.stream().filter(candidate -> matches(token.getSID(), candidate)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the certificate of its time-stamp is not there"));
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(stamper));
        if (!MessageDigest.isEqual(imprint, token.getTimeStampInfo().getMessageImprintDigest())) {
            throw new IllegalArgumentException("its time-stamp is of something else");
        }
        Instant stamped = token.getTimeStampInfo().getGenTime().toInstant();
        if (believed != null) {
            vouch(seal, carried, stamped);
            vouch(stamper, stampers, stamped);
        }
        return text(new String((byte[]) cms.getSignedContent().getContent(), StandardCharsets.UTF_8), stamped);
    }

    private static Anchor text(String text, Instant stamped) {
        String[] lines = text.split("\n");
        if (lines.length < FIRST_HEAD || !lines[0].equals(TITLE)) {
            throw new IllegalArgumentException("it is no anchor");
        }
        long number = Long.parseLong(lines[1].substring("number ".length()));
        byte[] previous = HEX.parseHex(lines[3].substring("previous ".length()));
        byte[] root = HEX.parseHex(lines[4].substring("root ".length()));
        TreeMap<String, Head> heads = new TreeMap<>();
        for (String line : List.of(lines).subList(FIRST_HEAD, lines.length)) {
            String[] words = line.split(" ");
            heads.put(words[1], new Head(number, Long.parseLong(words[2]), HEX.parseHex(words[3]), stamped));
        }
        List<byte[]> leaves = new ArrayList<>();
        heads.forEach((pseudonym, head) -> leaves.add(hash(0, HEX.parseHex(pseudonym), ByteBuffer.allocate(Long.BYTES).putLong(head.seq()).array(), head.hash())));
        if (!Arrays.equals(root, hash(2, previous, leaves.isEmpty() ? new byte[root.length] : tree(leaves)))) {
            throw new IllegalArgumentException("its root is not that of its heads");
        }
        return new Anchor(number, previous, root, heads, stamped);
    }

    private void vouch(X509Certificate certificate, Collection<X509Certificate> others, Instant at) throws GeneralSecurityException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(certificate);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(believed, target);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        List<X509Certificate> all = new ArrayList<>(others);
        all.add(certificate);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }

    private static Set<TrustAnchor> authorities(Path trust) throws IOException {
        Set<TrustAnchor> authorities = new HashSet<>();
        try (InputStream pem = Files.newInputStream(trust)) {
            for (var read : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                X509Certificate certificate = (X509Certificate) read;
                if (certificate.getBasicConstraints() >= 0) {
                    authorities.add(new TrustAnchor(certificate, null));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(trust + " holds something else than certificates", e);
        }
        if (authorities.isEmpty()) {
            throw new IOException(trust + " holds no authority");
        }
        return authorities;
    }

    private static boolean matches(org.bouncycastle.util.Selector<X509CertificateHolder> signer, X509Certificate candidate) {
        try {
            return signer.match(new X509CertificateHolder(candidate.getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }

    private static List<X509Certificate> certificates(Store<X509CertificateHolder> store) throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (X509CertificateHolder holder : store.getMatches(null)) {
            certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
        }
        return certificates;
    }

    private static byte[] tree(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = Integer.highestOneBit(leaves.size() - 1);
        return hash(1, tree(leaves.subList(0, left)), tree(leaves.subList(left, leaves.size())));
    }

    private static byte[] hash(int kind, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) kind);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String pseudonym(long number, byte[] previous, UUID chain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(ByteBuffer.allocate(previous.length + Long.BYTES).put(previous).putLong(number).array(), "HmacSHA256"));
            return HEX.formatHex(mac.doFinal(ByteBuffer.allocate(2 * Long.BYTES).putLong(chain.getMostSignificantBits()).putLong(chain.getLeastSignificantBits()).array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC with SHA-256", e);
        }
    }
}
