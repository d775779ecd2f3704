package app.entente.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void without_settings_the_usual_ports_are_meant() {
        assertThat(Ports.of(Map.of())).isEqualTo(new Ports(8080, 8180, 9000, 5433, 1025, 8025, 8318));
    }

    @Test
    void one_port_can_be_chosen_and_an_empty_choice_is_none() {
        Ports ports = Ports.of(Map.of("entente.port.keycloak-management", "19000", "entente.port.http", ""));

        assertThat(ports.keycloakManagement()).isEqualTo(19000);
        assertThat(ports.http()).isEqualTo(8080);
    }

    @Test
    void what_is_no_port_number_is_refused_by_name() {
        for (String wrong : new String[] { "0", "65536", "eighty", "-1", "8080 " }) {
            assertThatThrownBy(() -> Ports.of(Map.of("entente.port.http", wrong))).isInstanceOf(StartFailure.class)
                    .hasMessageContaining("entente.port.http").hasMessageContaining("\"" + wrong + "\"");
        }
    }

    @Test
    void a_taken_port_is_named_in_one_line() throws IOException {
        Ports free = Ports.free();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(free.http(), free.keycloak(), free.keycloakManagement(), taken.getLocalPort(), free.smtp(), free.mail(),
                    free.tsa());

            assertThatThrownBy(ports::mustBeFree).isInstanceOf(StartFailure.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " (postgres) already in use")
                    .hasMessageContaining("-Dentente.port.postgres=").hasMessageNotContaining("\n");
        }
    }

    @Test
    void a_port_taken_on_every_address_is_taken_on_ours() throws IOException {
        Ports free = Ports.free();
        try (ServerSocket everywhere = new ServerSocket(free.mail())) {
            assertThat(everywhere.isBound()).isTrue();
            assertThatThrownBy(free::mustBeFree).hasMessageContaining("(mail)");
        }
    }

    @Test
    void free_ports_are_free_and_all_different() throws IOException {
        Ports ports = Ports.free();

        ports.mustBeFree();
        assertThat(new HashSet<>(ports.byName().values())).hasSize(7);
    }
}
