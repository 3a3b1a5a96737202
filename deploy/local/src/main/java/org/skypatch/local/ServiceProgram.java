package org.skypatch.local;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.skypatch.embedded.EmbeddedPostgres;
import org.skypatch.embedded.JavaProgram;
import org.skypatch.embedded.ServerFailure;
import org.skypatch.embedded.ServerProcess;
import org.skypatch.embedded.StopSignal;

/** How a service is started here, and what it is told about its surroundings. */
record ServiceProgram(Service service, Path checkout, DataDirectory data, Ports ports) {

    private static final Duration PATIENCE_TO_START = Duration.ofSeconds(120);
    private static final Duration PATIENCE_PER_REQUEST = Duration.ofSeconds(5);
    private static final int OK = 200;

    /** Few arenas keep the C library from hoarding memory for each thread. */
    private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    /** Starts it and waits until it says that it is ready. */
    ServerProcess start(Path log) {
        ServerProcess process = ServerProcess.start(
                service.module(), command(), ENVIRONMENT, log, data.pidFile(service), StopSignal.TERMINATE);
        try (HttpClient client = HttpClient.newHttpClient()) {
            process.awaitReady(
                    PATIENCE_TO_START,
                    () -> client.send(
                                            HttpRequest.newBuilder(readiness())
                                                    .timeout(PATIENCE_PER_REQUEST)
                                                    .build(),
                                            HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == OK);
            return process;
        } catch (ServerFailure e) {
            process.close();
            throw e;
        }
    }

    private URI readiness() {
        return URI.create("http://127.0.0.1:" + ports.service(service) + "/" + service.prefix() + "/q/health/ready");
    }

    List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                JavaProgram.launcher(),
                "-Xms32m",
                "-Xmx" + service.largestHeap(),
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:+UseCompactObjectHeaders",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:TrimNativeHeapInterval=10000", // gives 20 MB back that the compiler needed at the start
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        surroundings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", service.program(checkout).toString()));
        return command;
    }

    private Map<String, String> surroundings() {
        String realm = "/auth/realms/skypatch";
        URI issuer = ports.originAddress().resolve(realm);
        return Map.ofEntries(
                Map.entry("quarkus.profile", "local"), // production refuses a clock that can be set
                Map.entry("quarkus.http.host", "127.0.0.1"),
                Map.entry("quarkus.http.port", Integer.toString(ports.service(service))),
                Map.entry(
                        "quarkus.datasource.jdbc.url",
                        "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + service.prefix()),
                Map.entry("quarkus.datasource.username", service.prefix()),
                Map.entry("quarkus.datasource.password", EmbeddedPostgres.PASSWORD),
                Map.entry("kafka.bootstrap.servers", "127.0.0.1:" + ports.kafka()),
                Map.entry("skypatch.clock.settable", "true"),
                Map.entry("skypatch.webhooks.origin", ports.originAddress().toString()),
                Map.entry("quarkus.oidc.auth-server-url", issuer.toString()),
                Map.entry("quarkus.oidc.token.issuer", issuer.toString()),
                Map.entry(
                        "quarkus.oidc.jwks-path",
                        "http://127.0.0.1:" + ports.keycloak() + realm + "/protocol/openid-connect/certs"));
    }
}
