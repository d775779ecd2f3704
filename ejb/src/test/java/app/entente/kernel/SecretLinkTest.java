package app.entente.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretLinkTest {

    @Test
    void rule_2_a_link_holds_256_random_bits() {
        Set<String> tokens = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String token = SecretLink.random().token();
            assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
            tokens.add(token);
        }
        assertThat(tokens).hasSize(1000);
    }

    @Test
    void rule_2_a_token_that_comes_back_has_the_digest_that_was_kept() {
        SecretLink link = SecretLink.random();
        assertThat(SecretLink.digest(link.token())).isEqualTo(link.digest());
        assertThat(SecretLink.digest(link.token() + "A")).isNotEqualTo(link.digest());
        assertThat(SecretLink.digest(null)).isNotEqualTo(link.digest());
    }
}
