package org.skypatch.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Keycloak in a process of its own, with one realm, whose database the caller provides. */
public final class EmbeddedKeycloak implements AutoCloseable {

    /** The administrator of Keycloak itself, in its master realm. */
    public static final String ADMINISTRATOR = "admin";

    private static final String ADMINISTRATORS_PASSWORD = "skypatch-local";
    private static final Duration PATIENCE_TO_START = Duration.ofSeconds(180);
    private static final Duration PATIENCE_PER_REQUEST = Duration.ofSeconds(5);
    private static final int OK = 200;

    /** It spends its life starting: a quick compiler and a small heap suit it. */
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xms96m",
            "-Xmx384m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TieredStopAtLevel=1",
            "-XX:TrimNativeHeapInterval=10000",
            "-XX:+ExitOnOutOfMemoryError");

    private final int port;
    private final ServerProcess process;

    private EmbeddedKeycloak(int port, ServerProcess process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it and waits until it serves the realm's keys.
     *
     * @param home holds its own files and the pid file
     */
    public static EmbeddedKeycloak start(KeycloakProgram program, Path home, KeycloakSettings settings, Path log) {
        Path own = home.toAbsolutePath().resolve("home");
        prepare(own, program, settings.realm());
        List<String> command = program.command(
                own,
                JAVA_OPTIONS,
                List.of(
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + settings.port(),
                        "--hostname=" + settings.origin() + "/auth",
                        "--proxy-headers=xforwarded",
                        "--proxy-trusted-addresses=127.0.0.1",
                        "--db-url=" + settings.databaseUrl(),
                        "--db-username=" + settings.databaseOwner(),
                        "--db-pool-max-size=10"));
        Map<String, String> environment = Map.of(
                "KC_DB_PASSWORD",
                settings.databasePassword(),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                ADMINISTRATOR,
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                ADMINISTRATORS_PASSWORD,
                "SKYPATCH_ORIGIN",
                settings.origin().toString());
        ServerProcess process = ServerProcess.start(
                "Keycloak", command, environment, log, home.resolve("keycloak.pid"), StopSignal.TERMINATE);
        EmbeddedKeycloak keycloak = new EmbeddedKeycloak(settings.port(), process);
        try (HttpClient client = HttpClient.newHttpClient()) {
            process.awaitReady(PATIENCE_TO_START, () -> keycloak.servesKeys(client));
        } catch (ServerFailure e) {
            process.close();
            throw e;
        }
        return keycloak;
    }

    /** Its home is made of links to the program that all share, and of the realm to import. */
    private static void prepare(Path own, KeycloakProgram program, Path realm) {
        try {
            Path imports = Files.createDirectories(own.resolve("data/import"));
            Files.copy(realm, imports.resolve("skypatch-realm.json"), StandardCopyOption.REPLACE_EXISTING);
            for (String part : List.of("conf", "lib", "providers", "themes")) {
                Path link = own.resolve(part);
                if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(link);
                }
                Files.createSymbolicLink(link, program.directory().resolve(part));
            }
        } catch (IOException e) {
            throw new ServerFailure("cannot prepare " + own + ": " + e.getMessage(), e);
        }
    }

    private boolean servesKeys(HttpClient client) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(keys()).timeout(PATIENCE_PER_REQUEST).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
    }

    /** Where the realm's public keys are, on this machine. */
    public URI keys() {
        return URI.create("http://127.0.0.1:" + port + "/auth/realms/skypatch/protocol/openid-connect/certs");
    }

    public int port() {
        return port;
    }

    public ServerProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
