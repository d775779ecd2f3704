package app.entente.config;

import static org.assertj.core.api.Assertions.assertThat;

import fish.payara.micro.PayaraMicro;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class ServerTest {

    @Test
    void the_jvm_options_are_those_of_the_manifest_of_this_payara_micro() throws Exception {
        Path micro = Path.of(PayaraMicro.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<String> asked = new ArrayList<>();
        try (JarFile jar = new JarFile(micro.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            for (String name : manifest.getValue("Add-Opens").trim().split("\\s+")) {
                asked.add("--add-opens=" + name + "=ALL-UNNAMED");
            }
            for (String name : manifest.getValue("Add-Exports").trim().split("\\s+")) {
                asked.add("--add-exports=" + name + "=ALL-UNNAMED");
            }
        }

        assertThat(Server.jvmOptions().stream().filter(option -> option.startsWith("--add-"))).containsExactlyInAnyOrderElementsOf(asked);
    }
}
