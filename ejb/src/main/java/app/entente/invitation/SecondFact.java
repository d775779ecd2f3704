package app.entente.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** What both know, kept as a salted, slow hash (rule 3). */
@Embeddable
public class SecondFact {

    /** The person's birth date. */
    public static final String BIRTH_DATE = "birth_date";
    /** A word that the two have agreed on. */
    public static final String WORD = "word";
    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Column(name = "fact_kind")
    private String kind;
    @Column(name = "fact_salt")
    private byte[] salt;
    @Column(name = "fact_hash")
    private byte[] hash;

    protected SecondFact() {
    }

    private SecondFact(String kind, String said) {
        this.kind = kind;
        this.salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        this.hash = derive(said, salt);
    }

    static SecondFact birthDate(LocalDate day) {
        return new SecondFact(BIRTH_DATE, day.toString());
    }

    static SecondFact word(String word) {
        return new SecondFact(WORD, plain(word));
    }

    /** A fact that no answer meets, to take as long for an unknown link as for a known one (rule 5). */
    static SecondFact nobodys() {
        byte[] noise = new byte[SALT_BYTES];
        RANDOM.nextBytes(noise);
        return new SecondFact(BIRTH_DATE, Arrays.toString(noise));
    }

    /** The same fact, for another invitation. */
    SecondFact copy() {
        SecondFact copy = new SecondFact();
        copy.kind = kind;
        copy.salt = salt.clone();
        copy.hash = hash.clone();
        return copy;
    }

    /** Whether the answer is the fact; takes the same time for every answer. */
    boolean is(String answer) {
        return MessageDigest.isEqual(hash, derive(plain(answer), salt));
    }

    /** The letters and figures that count: without accents, case and spaces. */
    static String plain(String text) {
        String letters = Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
        return letters.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Z}’']+", "");
    }

    private static byte[] derive(String text, byte[] salt) {
        PBEKeySpec spec = new PBEKeySpec(text.toCharArray(), salt, ITERATIONS, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform of ours has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    String getKind() {
        return kind;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SecondFact that && kind.equals(that.kind) && MessageDigest.isEqual(hash, that.hash) && Arrays.equals(salt, that.salt);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(hash);
    }
}
