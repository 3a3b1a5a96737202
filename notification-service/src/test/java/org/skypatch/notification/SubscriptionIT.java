package org.skypatch.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.notification.testing.SigningKey;
import org.skypatch.notification.testing.Subscriber;
import org.skypatch.notification.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(SigningKey.class)
class SubscriptionIT {

    private static final String URL = "https://hooks.example.org/skypatch";

    private final DataSource database;
    private final Subscriber bhutan = Subscriber.of("BT");
    private final Subscriber nauru = Subscriber.of("NR");

    SubscriptionIT(DataSource database) {
        this.database = database;
    }

    @AfterEach
    void close() {
        bhutan.close();
        nauru.close();
    }

    private static String name() {
        return "sub-" + UUID.randomUUID();
    }

    @Test
    void keeps_a_subscription_with_the_usual_interest_and_shows_its_secret_once() throws SQLException {
        String name = name();

        Response made = bhutan.put(name, "{\"channel\":{\"webhook\":{\"url\":\"" + URL + "\"}}}", "If-None-Match", "*");

        made.then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("id", equalTo(name))
                .body("owner", equalTo("BT-customs"))
                .body("active", equalTo(true))
                .body("interest.minSeverity", equalTo("medium"))
                .body("interest.departureNotices", equalTo(true))
                .body("interest.countries", hasSize(0))
                .body("channel.webhook.url", equalTo(URL))
                .body("secret", matchesPattern("whsec_[A-Za-z0-9+/]{43}="))
                .body("secrets", hasSize(1));
        bhutan.get("v1/subscriptions/" + name)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("secret", nullValue());
        String kept = text("select encode(wrapped, 'escape') from subscription_secret s join subscription b"
                + " on b.id = s.subscription where b.name = '" + name + "'");
        assertThat(kept).doesNotContain(made.jsonPath().getString("secret").substring(6, 20));
    }

    private String text(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql);
                var rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void changes_only_the_version_that_the_caller_has_read() {
        String name = name();
        String first = Subscriber.body(URL, "{\"roles\":[\"destination\"]}", true);
        String second = Subscriber.body(URL, "{\"groups\":[\"F\"],\"kinds\":[\"breach\"]}", false);
        bhutan.put(name, first, "X-None", "").then().statusCode(201);

        bhutan.put(name, first, "X-None", "").then().statusCode(200).header("ETag", equalTo("\"1\""));
        bhutan.put(name, second, "X-None", "").then().statusCode(428);
        bhutan.put(name, second, "If-None-Match", "*").then().statusCode(412);
        bhutan.put(name, second, "If-Match", "\"7\"").then().statusCode(412);
        bhutan.put(name, second, "If-Match", "\"1\"")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("secret", nullValue())
                .body("active", equalTo(false))
                .body("interest.groups", hasItem("F"))
                .body("interest.kinds", hasItem("breach"))
                .body("interest.roles", hasSize(0));
        bhutan.put(name(), second, "If-Match", "\"1\"").then().statusCode(412);
        bhutan.delete(name, "\"1\"").then().statusCode(412);
        given().auth()
                .oauth2(Tokens.officer("BT"))
                .delete("v1/subscriptions/" + name)
                .then()
                .statusCode(428);
        bhutan.delete(name, "\"2\"").then().statusCode(204);
        bhutan.get("v1/subscriptions/" + name).then().statusCode(404);
    }

    @Test
    void belongs_to_its_administration_alone() {
        Subscriber.Made mine = bhutan.subscribe(URL);

        for (Subscriber other : new Subscriber[] {
            nauru,
            Subscriber.with(Tokens.authority("BT-nou", "BT", "ozone")),
            Subscriber.with(Tokens.analyst("Asia/Pacific"))
        }) {
            other.get("v1/subscriptions/" + mine.name()).then().statusCode(404);
            other.get("v1/subscriptions?limit=500").then().body("items.id", not(hasItem(mine.name())));
            other.delete(mine.name(), "*").then().statusCode(404);
            other.post("v1/subscriptions/" + mine.name() + "/test", "").then().statusCode(404);
            other.post("v1/subscriptions/" + mine.name() + "/secret/rotate", "")
                    .then()
                    .statusCode(404);
            other.post("v1/subscriptions/" + mine.name() + "/replay", "{\"from\":\"2026-01-01T00:00:00Z\"}")
                    .then()
                    .statusCode(404);
            other.get("v1/deliveries?subscription=" + mine.name()).then().body("items", hasSize(0));
        }
        nauru.put(mine.name(), Subscriber.body(URL, "{}", true), "If-None-Match", "*")
                .then()
                .statusCode(201);
        bhutan.get("v1/subscriptions/" + mine.name()).then().statusCode(200).body("owner", equalTo("BT-customs"));
    }

    @Test
    void lists_them_by_name_page_by_page() {
        String prefix = name();
        for (String end : new String[] {"c", "a", "b"}) {
            nauru.put(prefix + end, Subscriber.body(URL, "{}", true), "If-None-Match", "*")
                    .then()
                    .statusCode(201);
        }

        Response first = nauru.get("v1/subscriptions?limit=2");
        Response second =
                nauru.get("v1/subscriptions?limit=2&cursor=" + first.jsonPath().getString("next"));

        first.then().body("items", hasSize(2));
        assertThat(first.jsonPath().getList("items.id", String.class))
                .doesNotContainAnyElementsOf(second.jsonPath().getList("items.id", String.class));
        nauru.get("v1/subscriptions").then().body("items.id", hasItems(prefix + "a", prefix + "b", prefix + "c"));
        nauru.get("v1/subscriptions?cursor=x").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://10.0.0.1/x | {}                            | /channel/webhook/url",
                "https://2130706433/ | {}                           | /channel/webhook/url",
                "https://[::ffff:7f00:1]/ | {}                      | /channel/webhook/url",
                "http://hooks.example.org/ | {}                     | /channel/webhook/url",
                "https://user@hooks.example.org/ | {}               | /channel/webhook/url",
                "https://hooks.example.org/ | {\"countries\":[\"BT\",\"Bhutan\"]} | /interest/countries/1",
                "https://hooks.example.org/ | {\"countries\":[null]} | /interest/countries/0",
                "https://hooks.example.org/ | {\"roles\":[\"exporter\"]} | /interest/roles/0",
                "https://hooks.example.org/ | {\"groups\":[\"G-I\"]} | /interest/groups/0",
                "https://hooks.example.org/ | {\"rules\":[\"NOT A RULE\"]} | /interest/rules/0",
                "https://hooks.example.org/ | {\"kinds\":[\"crime\"]} | /interest/kinds/0",
                "https://hooks.example.org/ | {\"minSeverity\":\"severe\"} | /interest/minSeverity",
            })
    void names_the_field_that_cannot_be_so_and_keeps_nothing(String url, String interest, String pointer) {
        String name = name();

        bhutan.put(name, Subscriber.body(url.strip(), interest.strip(), true), "If-None-Match", "*")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer.strip()));
        bhutan.get("v1/subscriptions/" + name).then().statusCode(404);
    }

    @Test
    void refuses_what_cannot_be_read_and_callers_that_may_not() {
        bhutan.put(name(), "{\"channel\":{}}", "If-None-Match", "*")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/channel"));
        bhutan.put(name(), "{\"chanel\":{}}", "If-None-Match", "*").then().statusCode(400);
        bhutan.put(name(), "", "If-None-Match", "*").then().statusCode(400);
        bhutan.put("..%2Fx", Subscriber.body(URL, "{}", true), "If-None-Match", "*")
                .then()
                .statusCode(400);
        bhutan.post("v1/subscriptions/x/replay", "{}").then().statusCode(400).body("errors.pointer", hasItem("/from"));
        Subscriber.with(Tokens.analyst("Asia/Pacific"))
                .put(name(), Subscriber.body(URL, "{\"roles\":[\"transit\"]}", true), "If-None-Match", "*")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/interest/countries"));
        Subscriber.with(Tokens.reporter("BT"))
                .put(name(), Subscriber.body(URL, "{}", true), "If-None-Match", "*")
                .then()
                .statusCode(403);
        Subscriber.with(Tokens.operator()).get("v1/subscriptions").then().statusCode(403);
        Subscriber.with("none").get("v1/deliveries").then().statusCode(401);
        bhutan.get("v1/deliveries?state=lost")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("pending"));
        bhutan.post("v1/deliveries/" + UUID.randomUUID() + "/replay", "").then().statusCode(404);
    }
}
