package org.skypatch.registry;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Calls of the registry as its users make them: raw paths, bearer tokens, JSON. */
final class Calls {

    private Calls() {}

    static RequestSpecification as(String token) {
        return given().urlEncodingEnabled(false).auth().oauth2(token).contentType("application/json");
    }

    static Response put(String token, String path, String body) {
        return as(token).body(body).put("/registry/v1" + path);
    }

    static Response post(String token, String path, String body) {
        return as(token).body(body).post("/registry/v1" + path);
    }

    static Response get(String token, String path) {
        return as(token).get("/registry/v1" + path);
    }

    /** A part of a path, percent-encoded whole. */
    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Waits until the packaged catalogue is recorded. */
    static void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/registry/q/health/ready").statusCode() == 200);
    }
}
