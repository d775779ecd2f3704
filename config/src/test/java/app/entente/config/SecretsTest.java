package app.entente.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    private static final List<String> NAMES = List.of("entente.db.superuser.password", "entente.db.owner.password", "entente.db.app.password",
            "entente.db.operator.password", "entente.db.auditor.password", "entente.db.keycloak.password", "entente.oidc.client-secret", "entente.provisioner.client-secret",
            "entente.keycloak.admin.password", "entente.seal.password", "entente.storage.master-key", "entente.demo.password",
            "entente.demo.otp.maude", "entente.demo.otp.omar");

    @TempDir
    Path folder;

    @Test
    void a_second_start_finds_the_same_secrets() throws IOException {
        Secrets first = Secrets.in(folder);
        Secrets second = Secrets.in(folder);

        assertThat(NAMES).allSatisfy(name -> assertThat(second.get(name)).isEqualTo(first.get(name)));
    }

    @Test
    void two_installations_share_no_secret_and_one_repeats_none() throws IOException {
        Secrets here = Secrets.in(folder.resolve("here"));
        Secrets there = Secrets.in(folder.resolve("there"));

        assertThat(NAMES).allSatisfy(name -> assertThat(here.get(name)).isNotEqualTo(there.get(name)).hasSizeGreaterThanOrEqualTo(16));
        assertThat(NAMES.stream().map(here::get)).doesNotHaveDuplicates();
    }

    @Test
    void only_the_owner_reads_them() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "this file system knows no owner-only files");
        Path data = folder.resolve("data");

        Secrets.in(data);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("secrets.properties")))).isEqualTo("rw-------");
    }

    @Test
    void the_master_key_is_32_bytes() throws IOException {
        assertThat(Base64.getDecoder().decode(Secrets.in(folder).get("entente.storage.master-key"))).hasSize(32);
    }

    @Test
    void a_secret_that_came_with_a_later_version_is_added_to_the_old_ones() throws IOException {
        Files.writeString(folder.resolve("secrets.properties"), "entente.demo.password=kept-as-it-was\n");

        Secrets secrets = Secrets.in(folder);

        assertThat(secrets.get("entente.demo.password")).isEqualTo("kept-as-it-was");
        assertThat(secrets.get("entente.seal.password")).isNotEmpty();
    }

    @Test
    void an_unknown_name_is_refused() throws IOException {
        Secrets secrets = Secrets.in(folder);

        assertThatThrownBy(() -> secrets.get("entente.db.password")).isInstanceOf(IllegalArgumentException.class);
    }
}
