package org.skypatch.stories;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The running system, as its callers see it: one origin, each call with the token of the account that makes it. */
public final class Skypatch {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> CLOCKS = List.of("registry", "tracking", "notification");
    private static final int CONNECT_SECONDS = 10;

    private final URI origin;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(CONNECT_SECONDS))
            .build();
    private final Tokens tokens;

    /** The system at this address, such as {@code http://localhost:8080}. */
    public Skypatch(URI origin) {
        this.origin = origin;
        this.tokens = new Tokens(http, origin);
    }

    public URI origin() {
        return origin;
    }

    /** Reads; the path is encoded already. */
    public Answer get(Account account, String path) {
        return send(account, path, HttpRequest.newBuilder().GET(), "GET");
    }

    /** Sends JSON. */
    public Answer post(Account account, String path, String body) {
        return post(account, path, "application/json", body);
    }

    /** Sends a body of this media type. */
    public Answer post(Account account, String path, String mediaType, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", mediaType);
        return send(account, path, request, "POST");
    }

    /** Puts a record in its place. One that is there already is replaced, whatever it was. */
    public Answer put(Account account, String path, String body) {
        Answer answer = put(account, path, body, null);
        if (answer.status() != 412 && answer.status() != 428) {
            return answer;
        }
        String version = get(account, path).header("ETag").orElse("*");
        return put(account, path, body, version);
    }

    private Answer put(Account account, String path, String body, @Nullable String version) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (version != null) {
            request.header("If-Match", version);
        }
        return send(account, path, request, "PUT");
    }

    /** Sets the business clock of every service. */
    public void setClock(Instant now) {
        for (String service : CLOCKS) {
            put(Account.ADMIN, "/" + service + "/v1/clock", "{\"now\":\"" + now + "\"}")
                    .orFail();
        }
    }

    /** A request with the account's token, for what this class does not wrap. */
    public HttpRequest.Builder request(Account account, String path) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", "Bearer " + tokens.of(account));
    }

    /** The connections that the calls go through. */
    public HttpClient http() {
        return http;
    }

    private Answer send(Account account, String path, HttpRequest.Builder request, String method) {
        String described = method + " " + path + " as " + account;
        request.uri(URI.create(origin + path))
                .timeout(PATIENCE)
                .setHeader("Accept", "application/json")
                .setHeader("Authorization", "Bearer " + tokens.of(account));
        try {
            HttpResponse<String> response =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(described, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new Failure(described + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    /** A path segment or query value, percent-encoded: numbers may hold slashes, blanks and any script. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
