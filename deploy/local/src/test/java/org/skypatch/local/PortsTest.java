package org.skypatch.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    private final Ports ports = new Ports(20000);

    @Test
    void are_different_and_follow_one_another() {
        IntStream services = Stream.of(Service.values()).mapToInt(ports::service);
        IntStream others = IntStream.of(
                ports.origin(), ports.keycloak(), ports.postgres(), ports.kafka(), ports.kafkaController());

        assertThat(IntStream.concat(services, others).sorted())
                .containsExactly(20000, 20001, 20002, 20003, 20004, 20005, 20006, 20007);
    }

    @Test
    void name_those_that_somebody_else_uses() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new Ports(other.getLocalPort() - 3).taken()).contains(other.getLocalPort());
        }
    }
}
