package org.skypatch.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * A local system that {@code deploy/run.sh} has started: its one address for callers, and the ports behind it for the raw
 * limits.
 */
final class RunningSystem {

    private static final String SECRET = "skypatch-local";
    private static final String JSON = "application/json";
    private static final int POSTGRES = 5;
    private static final int KAFKA = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /**
     * @param port the first port of the system; the others follow it
     */
    RunningSystem(int port) {
        this.port = port;
    }

    /** An answer: its status and body. */
    record Answer(int status, JsonNode body) {}

    String bootstrapServers() {
        return "127.0.0.1:" + (port + KAFKA);
    }

    Connection trackingDatabase() throws SQLException {
        return database("tracking");
    }

    Connection registryDatabase() throws SQLException {
        return database("registry");
    }

    private Connection database(String service) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + (port + POSTGRES) + "/" + service, service, SECRET);
    }

    Answer post(String caller, String path, byte[] body) {
        return post(caller, path, JSON, body);
    }

    Answer post(String caller, String path, String contentType, byte[] body) {
        return send(
                caller,
                request(path).header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** The status of the answer, when it has come whole. */
    CompletionStage<Integer> postLater(String caller, String path, String body) {
        return sendLater(
                caller, request(path).header("Content-Type", JSON).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The status of the answer, when it has come whole. */
    CompletionStage<Integer> getLater(String caller, String path) {
        return sendLater(caller, request(path).GET());
    }

    private CompletionStage<Integer> sendLater(String caller, HttpRequest.Builder request) {
        return client.sendAsync(
                        request.header("Authorization", "Bearer " + token(caller))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(HttpResponse::statusCode);
    }

    /** Has a token at hand for each of these callers. */
    void signIn(Iterable<String> callers) {
        callers.forEach(this::token);
    }

    void put(String caller, String path, String body) {
        Answer answer = send(
                caller,
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("PUT " + path + " answered " + answer);
        }
    }

    Answer get(String caller, String path) {
        return send(caller, request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(PATIENCE);
    }

    private Answer send(String caller, HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(
                    request.header("Authorization", "Bearer " + token(caller)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), json.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Forgets the tokens, so that the next request asks for new ones. */
    void renewTokens() {
        tokens.clear();
    }

    private String token(String caller) {
        return tokens.computeIfAbsent(caller, this::newToken);
    }

    private String newToken(String caller) {
        Map<String, String> form = caller.startsWith("customs-")
                ? Map.of("grant_type", "client_credentials", "client_id", caller, "client_secret", SECRET)
                : Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "skypatch-console",
                        "username",
                        caller,
                        "password",
                        SECRET);
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = request("/auth/realms/skypatch/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return json.readTree(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .body())
                    .path("access_token")
                    .asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
