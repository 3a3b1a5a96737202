package org.skypatch.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServiceProgramTest {

    private final ServiceProgram program = new ServiceProgram(
            Service.TRACKING, Path.of("/checkout"), new DataDirectory(Path.of("/data")), new Ports(18000));

    @Test
    void believes_tokens_of_the_public_origin_and_fetches_the_keys_directly() {
        assertThat(program.command())
                .contains(
                        "-Dquarkus.oidc.token.issuer=http://localhost:18000/auth/realms/skypatch",
                        "-Dquarkus.oidc.auth-server-url=http://localhost:18000/auth/realms/skypatch",
                        "-Dquarkus.oidc.jwks-path=http://127.0.0.1:18004/auth/realms/skypatch/protocol/openid-connect/certs");
    }

    @Test
    void has_a_port_and_a_database_of_its_own() {
        assertThat(program.command())
                .contains(
                        "-Dquarkus.http.port=18002",
                        "-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:18005/tracking",
                        "-Dquarkus.datasource.username=tracking",
                        "-Dkafka.bootstrap.servers=127.0.0.1:18006")
                .endsWith("-jar", "/checkout/tracking-service/target/quarkus-app/quarkus-run.jar");
    }

    @Test
    void may_set_the_clock_and_is_therefore_not_in_production() {
        assertThat(program.command()).contains("-Dskypatch.clock.settable=true", "-Dquarkus.profile=local");
    }
}
