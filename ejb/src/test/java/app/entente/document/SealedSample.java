package app.entente.document;

import app.entente.config.SealKeys;
import app.entente.config.TimeStampAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Seals samples as an installation would, with keys made for it once. */
public final class SealedSample {

    private static final String PASSWORD = "correct horse";

    private static Seal seal;

    private SealedSample() { }

    /** The sealed bytes. */
    public static synchronized byte[] seal(byte[] rendered) throws Exception {
        if (seal == null) {
            SealKeys keys = SealKeys.ensure(Files.createDirectories(Path.of("target", "samples").toAbsolutePath()).resolve("keys"), PASSWORD);
            TimeStampAuthority authority = TimeStampAuthority.start(keys.tsa(), PASSWORD, 0);
            SealKeyring keyring = new SealKeyring(keys.seal().toString(), PASSWORD, keys.trust().toString());
            seal = new Seal(keyring, new TimeStamps(authority.address(), Optional.empty(), keyring));
        }
        return seal.seal(rendered).pdf();
    }
}
