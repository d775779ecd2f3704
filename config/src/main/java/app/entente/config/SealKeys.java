package app.entente.config;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * The keys of a development installation: a certificate authority, the seal and the time-stamping authority, all on
 * P-256. For development only: nobody else trusts this authority. In production the seal's PKCS#12 and the trusted
 * certificates come from the operator, and the time-stamps from a real authority.
 *
 * @param seal PKCS#12 with the key of the seal and its chain
 * @param tsa PKCS#12 with the key of the time-stamping authority and its chain
 * @param trust PEM with the certificate of the authority that issued both
 */
public record SealKeys(Path seal, Path tsa, Path trust) {

    private static final String OWNER_ONLY = "rw-------";
    private static final Duration AUTHORITY_LASTS = Duration.ofDays(3650);
    private static final Duration KEYS_LAST = Duration.ofDays(1095);
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Issued(PrivateKey key, X509Certificate certificate) { }

    /**
     * The keys in this folder, made on the first call and left alone afterwards. The authority's own key is kept
     * nowhere, so that nothing can be added to what it issued.
     *
     * @param folder made when absent, readable by its owner alone
     * @param password opens both PKCS#12 files
     */
    public static SealKeys ensure(Path folder, String password) throws IOException, GeneralSecurityException {
        SealKeys keys = new SealKeys(folder.resolve("seal.p12"), folder.resolve("tsa.p12"), folder.resolve("trust.pem"));
        if (!Files.exists(keys.trust)) {
            Files.createDirectories(folder);
            if (isPosix(folder)) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            try {
                keys.create(password.toCharArray());
            } catch (OperatorCreationException e) {
                throw new GeneralSecurityException(e);
            }
        }
        return keys;
    }

    // The trusted certificate is written last: its presence says that all three files are whole.
    private void create(char[] password) throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair authorityKeys = pair();
        X500Name authority = new X500Name("CN=Entente development authority,O=Entente");
        X509Certificate root = issue(builder(authority, authority, authorityKeys, AUTHORITY_LASTS)
            .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign)), authorityKeys);

        KeyPair sealKeys = pair();
        X509Certificate sealed = issue(
            end(builder(authority, new X500Name("CN=Entente document seal,O=Entente"), sealKeys, KEYS_LAST), root, sealKeys)
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation)),
            authorityKeys);

        KeyPair tsaKeys = pair();
        X509Certificate stamping = issue(
            end(builder(authority, new X500Name("CN=Entente development time-stamps,O=Entente"), tsaKeys, KEYS_LAST), root, tsaKeys)
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)),
            authorityKeys);

        store(seal, "seal", new Issued(sealKeys.getPrivate(), sealed), root, password);
        store(tsa, "tsa", new Issued(tsaKeys.getPrivate(), stamping), root, password);
        StringWriter pem = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
            writer.writeObject(root);
        }
        write(trust, pem.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys, Duration lasting) {
        Instant from = Instant.now().minus(Duration.ofMinutes(5));
        return new JcaX509v3CertificateBuilder(issuer, new BigInteger(127, RANDOM), Date.from(from),
            Date.from(from.plus(lasting)), subject, keys.getPublic());
    }

    private static X509v3CertificateBuilder end(X509v3CertificateBuilder builder, X509Certificate root, KeyPair keys)
            throws GeneralSecurityException, IOException {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        return builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
            .addExtension(Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(root))
            .addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(keys.getPublic()));
    }

    private static X509Certificate issue(X509v3CertificateBuilder builder, KeyPair authority)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
            .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
    }

    private static void store(Path file, String alias, Issued issued, X509Certificate root, char[] password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(alias, issued.key, password, new Certificate[] {issued.certificate, root});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        write(file, bytes.toByteArray());
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path written = isPosix(file)
            ? Files.createTempFile(file.getParent(), ".new", null, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)))
            : Files.createTempFile(file.getParent(), ".new", null);
        Files.write(written, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
