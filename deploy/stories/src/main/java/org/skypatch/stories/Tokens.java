package org.skypatch.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Bearer tokens from the identity provider, kept until shortly before they expire. */
final class Tokens {

    /** Of every account of the local realm, and of no other. */
    private static final String SECRET = "skypatch-local";

    private static final String CONSOLE = "skypatch-console";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration EARLY = Duration.ofSeconds(30);

    private final HttpClient http;
    private final URI endpoint;
    private final Map<Account, Token> known = new ConcurrentHashMap<>();

    private record Token(String value, Instant renewAt) {}

    Tokens(HttpClient http, URI origin) {
        this.http = http;
        this.endpoint = origin.resolve("/auth/realms/skypatch/protocol/openid-connect/token");
    }

    /** A token that is good for a while. */
    String of(Account account) {
        return known.compute(
                        account,
                        (same, token) -> token != null && Instant.now().isBefore(token.renewAt) ? token : fetch(same))
                .value;
    }

    private Token fetch(Account account) {
        Map<String, String> form =
                switch (account) {
                    case Account.Machine machine ->
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                machine.clientId(),
                                "client_secret",
                                SECRET);
                    case Account.Person person ->
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                CONSOLE,
                                "username",
                                person.userName(),
                                "password",
                                SECRET);
                };
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new Failure("no token for " + account + ": " + response.statusCode() + " " + response.body());
            }
            JsonNode body = Json.read(response.body(), endpoint.toString());
            Duration life = Duration.ofSeconds(body.path("expires_in").asLong(60));
            return new Token(
                    Json.text(body, "access_token"), Instant.now().plus(life).minus(EARLY));
        } catch (IOException e) {
            throw new Failure("no answer from " + endpoint + ": is the system running? " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
