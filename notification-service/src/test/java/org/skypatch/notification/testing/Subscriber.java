package org.skypatch.notification.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An administration that keeps subscriptions, deletes them in the end, and reads what was sent to them. */
public final class Subscriber implements AutoCloseable {

    private final String token;
    private final List<String> names = new ArrayList<>();

    private Subscriber(String token) {
        this.token = token;
    }

    /** The customs administration of this country. */
    public static Subscriber of(String country) {
        return new Subscriber(Tokens.officer(country));
    }

    /** Whoever has this token. */
    public static Subscriber with(String token) {
        return new Subscriber(token);
    }

    /** A subscription as it was made, with its secret. */
    public record Made(String name, String secret) {}

    /** Subscribes this address with the usual interest. */
    public Made subscribe(String url) {
        return subscribe(url, "{\"minSeverity\":\"low\"}");
    }

    /** Subscribes this address with this interest. */
    public Made subscribe(String url, String interest) {
        String name = "hook-" + UUID.randomUUID();
        Response answer = put(name, body(url, interest, true), "If-None-Match", "*");
        answer.then().statusCode(201);
        return new Made(name, answer.jsonPath().getString("secret"));
    }

    public static String body(String url, String interest, boolean active) {
        return "{\"interest\":" + interest + ",\"channel\":{\"webhook\":{\"url\":\"" + url + "\"}},\"active\":" + active
                + "}";
    }

    /** Puts a subscription under a condition. */
    public Response put(String name, String body, String condition, String tag) {
        names.add(name);
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header(condition, tag)
                .body(body)
                .put("v1/subscriptions/" + name);
    }

    public Response get(String path) {
        return given().auth().oauth2(token).get(path);
    }

    public Response post(String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    public Response delete(String name, String tag) {
        return given().auth().oauth2(token).header("If-Match", tag).delete("v1/subscriptions/" + name);
    }

    /** What was sent to the subscription, newest first. */
    public JsonPath deliveries(Made subscription, String... filter) {
        return get("v1/deliveries?limit=500&subscription=" + subscription.name() + String.join("", filter))
                .jsonPath();
    }

    @Override
    public void close() {
        names.forEach(name -> delete(name, "*"));
    }
}
