package org.skypatch.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.skypatch.local.realm.Accounts;

/** Tokens got as a user's script gets them. */
record Tokens(HttpClient client, URI origin) {

    String machine(String name) throws IOException, InterruptedException {
        return token("grant_type=client_credentials&client_id=" + name + "&client_secret=" + Accounts.SECRET);
    }

    String person(String name) throws IOException, InterruptedException {
        return token(
                "grant_type=password&client_id=skypatch-console&username=" + name + "&password=" + Accounts.SECRET);
    }

    private String token(String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        origin.resolve("/auth/realms/skypatch/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String answer =
                client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(answer).contains("access_token");
        return new JsonObject(answer).getString("access_token");
    }

    static JsonObject header(String token) {
        return part(token, 0);
    }

    static JsonObject claims(String token) {
        return part(token, 1);
    }

    private static JsonObject part(String token, int index) {
        return new JsonObject(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[index]), StandardCharsets.UTF_8));
    }
}
