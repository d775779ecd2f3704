package app.entente.document;

import app.entente.kernel.Sha256;
import app.entente.tenant.PlatformUseCases;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The public check: is this document genuine? Outside every workspace, through the one directory function that tells a document's kind, the
 * practice's name and the seal, and nothing of a person. An unknown code and an erased one are answered alike.
 */
@Stateless
@PlatformUseCases
public class Checks {

    @PersistenceContext(unitName = "entente")
    EntityManager em;
    @Inject
    SealCheck seals;

    /** What is known of the document with this code, however it was typed; nothing where none was. */
    @PermitAll
    public Checked byCode(String typed) {
        return Optional.ofNullable(typed).flatMap(CheckCode::read).flatMap(code -> find(code.digest().hex(), "")).orElse(Checked.UNKNOWN);
    }

    /**
     * Whether these bytes are a document of ours, unchanged. They are looked at in memory and not kept.
     *
     * @param typed the code printed on it; empty when only the file is asked about
     */
    @PermitAll
    public Checked byFile(byte[] file, String typed) {
        Optional<Checked> known = find("", Sha256.of(file).hex());
        Checked expected = typed == null || typed.isBlank() ? Checked.UNKNOWN : byCode(typed);
        if (known.isPresent()) {
            boolean another = expected.verdict() != Checked.Verdict.UNKNOWN && !expected.sha256().equals(known.get().sha256());
            return another ? expected.as(Checked.Verdict.ALTERED) : known.get();
        }
        if (expected.verdict() != Checked.Verdict.UNKNOWN) {
            return expected.as(Checked.Verdict.ALTERED);
        }
        return seals.check(file).state() == SealVerdict.State.ALTERED ? Checked.UNKNOWN.as(Checked.Verdict.ALTERED) : Checked.UNKNOWN;
    }

    private Optional<Checked> find(String codeHash, String fileHash) {
        List<?> rows = em.createNativeQuery("select kind, practice, cast(floor(extract(epoch from sealed_at)) as bigint), state, sha256, "
                + "certificate_fingerprint from seal_of(?, ?)")
            .setParameter(1, codeHash).setParameter(2, fileHash).setHint("eclipselink.jdbc.allow-native-sql-query", "true").getResultList();
        return rows.stream().findFirst().map(Object[].class::cast).map(row -> new Checked(Checked.Verdict.GENUINE, (String) row[0], (String) row[1],
            Instant.ofEpochSecond(((Number) row[2]).longValue()), (String) row[3], (String) row[4], (String) row[5]));
    }
}
