package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class CustomsEventsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String EVENT = """
            {"eventId": "%1$s", "type": "%2$s", "occurredAt": "2026-03-02T09:30:00+09:00", "references": {"ucr": "UCR-%3$s"},
             "route": {"dispatch": "KR", "destination": "TH"}, "licences": [{"number": "TH/26/%3$s", "issuedBy": "TH"}],
             "traders": {"exporter": {"id": "KR-EXP-%3$s", "name": "Hanbit %3$s"}},
             "goods": [{"commodity": "hcfc-22", "netMassKg": "%4$s"}]}
            """;

    private static boolean registryHasSpoken;

    @BeforeEach
    void registrySpeaks() {
        if (!registryHasSpoken) {
            try (RegistryTopic registry = new RegistryTopic()) {
                registry.catalogue();
                registry.covers("KR-customs");
                registry.covers("TH-customs");
            }
            registryHasSpoken = true;
        }
    }

    private static String event(String eventId, String type, String consignment, String kg) {
        return EVENT.formatted(eventId, type, consignment, kg);
    }

    private static ValidatableResponse post(String country, String body, String query) {
        return given().auth()
                .oauth2(Tokens.officer(country))
                .contentType("application/json")
                .body(body)
                .post("/v1/customs-events" + query)
                .then();
    }

    private static ValidatableResponse post(String country, String body) {
        return post(country, body, "");
    }

    private static Response get(String token, String path, Object... parameters) {
        return given().auth().oauth2(token).get(path, parameters);
    }

    private static void awaitApplied(String country, String id) {
        await().atMost(SOON)
                .until(() -> get(Tokens.officer(country), "/v1/customs-events/{id}", id)
                                .statusCode()
                        == 200);
    }

    private static String accepted(String country, String body) {
        return post(country, body)
                .statusCode(202)
                .body("receipts[0].status", equalTo("accepted"))
                .extract()
                .path("receipts[0].id");
    }

    @Test
    void joins_both_borders_and_shows_the_movement_to_both() {
        String out = accepted("KR", event("out-1", "export-declared", "joined", "18000"));
        String in = accepted("TH", event("in-1", "import-confirmed", "joined", "15500"));
        awaitApplied("KR", out);
        awaitApplied("TH", in);

        get(Tokens.officer("TH"), "/v1/movements?reference={r}", "ucr-JOINED")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("arrived"))
                .body("items[0].findings.rule", equalTo(List.of("short-landed")))
                .body("items[0].findings[0].sentence", containsString("2500 kg less"))
                .body("items[0].verdict.use.judgement", equalTo("unknown"))
                .body("items[0].traders.exporter.name", equalTo("Hanbit joined"));
        get(Tokens.officer("KR"), "/v1/movements/{id}", out)
                .then()
                .statusCode(200)
                .body("events.type", equalTo(List.of("export-declared", "import-confirmed")))
                .body("events[0].report.eventId", equalTo("out-1"));
    }

    @Test
    void shows_a_third_country_nothing_even_if_it_guesses_the_reference() {
        String out = accepted("KR", event("out-2", "export-declared", "guessed", "100"));
        awaitApplied("KR", out);
        String guess = accepted("FR", event("guess-2", "import-confirmed", "guessed", "100"));
        String free = accepted("FR", event("guess-3", "import-confirmed", "not-taken", "100"));
        awaitApplied("FR", guess);
        awaitApplied("FR", free);

        String token = Tokens.officer("FR");
        get(token, "/v1/movements/{id}", out).then().statusCode(404);
        get(token, "/v1/customs-events/{id}", out).then().statusCode(404);
        get(token, "/v1/movements?reference={r}", "UCR-guessed")
                .then()
                .body("items.id", equalTo(List.of(guess)))
                .body("items[0].joined", equalTo("decisive"));
        get(token, "/v1/movements/{id}", guess)
                .then()
                .body("events.id", equalTo(List.of(guess)))
                .body("route.destination", equalTo("TH"));
        String blind = get(token, "/v1/movements/{id}", guess).asString();
        assertThat(blind).doesNotContain("out-2", out);
    }

    @Test
    void shows_a_region_the_movement_without_names_and_numbers() {
        String out = accepted("KR", event("out-4", "export-declared", "masked", "100"));
        awaitApplied("KR", out);

        String seen = get(Tokens.analyst("Asia/Pacific"), "/v1/movements/{id}", out)
                .then()
                .statusCode(200)
                .body("route.dispatch", equalTo("KR"))
                .extract()
                .asString();
        assertThat(seen).doesNotContain("UCR-masked", "KR-EXP-masked", "Hanbit", "TH/26/masked", "out-4");
        get(Tokens.analyst("Asia/Pacific"), "/v1/movements?reference=UCR-masked")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        get(Tokens.analyst("Europe"), "/v1/movements/{id}", out).then().statusCode(404);
    }

    @Test
    void gives_a_resend_the_same_receipt_and_applies_it_once() {
        String id = accepted("KR", event("out-5", "export-declared", "resent", "100"));
        awaitApplied("KR", id);

        post("KR", event("out-5", "export-declared", "resent", "100.0"))
                .statusCode(202)
                .body("receipts[0].status", equalTo("duplicate"))
                .body("receipts[0].id", equalTo(id));
        post("KR", event("out-5", "export-declared", "resent", "999"))
                .statusCode(202)
                .body("receipts[0].status", equalTo("conflict"));
        await().atMost(SOON).untilAsserted(() -> get(Tokens.officer("KR"), "/v1/customs-events/{id}", id)
                .then()
                .body("state", equalTo("applied"))
                .body("event.goods[0].netMassKg", equalTo("100"))
                .body(
                        "conflicts.event.goods[0].netMassKg",
                        hasItem(List.of("999").getFirst())));
        get(Tokens.officer("KR"), "/v1/movements/{id}", id)
                .then()
                .body("events", hasSize(1))
                .body("massKg", equalTo("100"));
    }

    @Test
    void lets_one_of_many_racing_contents_win() throws Exception {
        int callers = 32;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> statuses = IntStream.range(0, callers)
                    .mapToObj(i -> threads.submit(
                            () -> post("KR", event("race-1", "export-declared", "raced", Integer.toString(100 + i)))
                                    .statusCode(202)
                                    .body("receipts[0].id", notNullValue())
                                    .extract()
                                    .<String>path("receipts[0].status")))
                    .toList();
            for (Future<String> status : statuses) {
                assertThat(status.get()).isIn("accepted", "conflict");
            }
        }
        String id = post("KR", event("race-1", "export-declared", "raced", "1"))
                .extract()
                .path("receipts[0].id");
        await().atMost(SOON).untilAsserted(() -> get(Tokens.officer("KR"), "/v1/customs-events/{id}", id)
                .then()
                .statusCode(200)
                .body("conflicts", hasSize(callers)));
        get(Tokens.officer("KR"), "/v1/movements/{id}", id).then().body("events", hasSize(1));
    }

    @Test
    void takes_the_good_members_of_an_array_and_names_what_is_wrong_with_the_bad_one() {
        String body = "[" + event("arr-1", "export-declared", "array-1", "100") + ","
                + event("arr-2", "export-declared", "array-2", "-1") + "]";
        post("KR", body)
                .statusCode(202)
                .body("receipts.status", equalTo(List.of("accepted", "invalid")))
                .body("receipts[1].problems[0].pointer", equalTo("/goods/0/netMassKg"));
        post("KR", body.replace("arr-", "all-"), "?mode=all-or-nothing")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-events"))
                .body("errors.pointer", equalTo(List.of("/1/goods/0/netMassKg")));
    }

    @Test
    void takes_lines() {
        given().auth()
                .oauth2(Tokens.officer("KR"))
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType("application/x-ndjson")
                .body(event("line-1", "export-declared", "lines", "100").replace("\n", " ") + "\n"
                        + event("line-2", "export-declared", "lines", "x").replace("\n", " ") + "\n")
                .post("/v1/customs-events")
                .then()
                .statusCode(202)
                .body("receipts.status", equalTo(List.of("accepted", "invalid")));
    }

    @Test
    void refuses_what_cannot_be_read_or_attributed_and_names_the_field() {
        String good = event("bad-1", "export-declared", "bad", "100");
        refused(good.replace("\"TH\"", "\"QQ\""), 400, "/route/destination");
        refused(good.replace("2026-03-02", "2099-03-02"), 400, "/occurredAt");
        refused(good.replace("{\"eventId\"", "{\"reportedBy\": \"TH-customs\", \"eventId\""), 400, "/reportedBy");
        refused(good.replace("\"100\"", "\"1,5\""), 400, "/goods/0/netMassKg");
        refused("{\"eventId\": ", 400, "");
        refused("", 400, "");
        refused("[".repeat(1_000) + "]".repeat(1_000), 400, "");
        refused("\"" + "x".repeat(6 * 1024 * 1024) + "\"", 413, "");
        post("KR", "[" + "1,".repeat(1_000) + "1]").statusCode(413).contentType("application/problem+json");
        get(Tokens.officer("KR"), "/v1/movements?reference=UCR-bad").then().body("items", hasSize(0));
    }

    private static void refused(String body, int status, String pointer) {
        post("KR", body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", startsWith("/problems/"))
                .body("correlationId", notNullValue())
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void wants_a_token_and_the_role() {
        given().contentType("application/json")
                .body("{}")
                .post("/v1/customs-events")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.analyst("Asia/Pacific"))
                .contentType("application/json")
                .body("{}")
                .post("/v1/customs-events")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
    }

    @Test
    void warns_of_what_is_odd_and_takes_it() {
        String odd = event("odd-1", "export-declared", "odd", "100")
                .replace("\"goods\"", "\"transport\": {\"containers\": [\"KRSU5012349\"]}, \"mood\": 1, \"goods\"");
        post("KR", odd)
                .statusCode(202)
                .body("receipts[0].status", equalTo("accepted"))
                .body("receipts[0].warnings.pointer", hasItems("/transport/containers/0", "/mood"));
    }

    @Test
    void parks_poison_and_goes_on() {
        try (RegistryTopic hostile = new RegistryTopic()) {
            IntStream.range(0, 20).forEach(i -> hostile.send(Topic.CUSTOMS_EVENTS, "k" + i, "{\"poison\": " + i));
            hostile.send(Topic.CUSTOMS_EVENTS, "k", "{\"id\": \"4f491084-8d19-5dce-8ef4-d9a155b9f565\"}");
        }
        String id = accepted("KR", event("after-poison", "export-declared", "after-poison", "100"));
        awaitApplied("KR", id);
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        count("select count(*) from parked_record where record_key ~ '^k[0-9]*$'"))
                .isEqualTo(21));
    }

    private static int count(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        PostgresAndKafka.jdbcUrl("tracking"), "tracking", "skypatch-local");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void draws_on_a_licence_and_shows_its_balance_to_the_countries_that_it_names() {
        try (RegistryTopic registry = new RegistryTopic()) {
            registry.licence(Judged.licence("TH", "TH/26/drawn", "hcfc-22", "60000"), 1);
        }
        String out = accepted("KR", event("out-6", "export-declared", "drawn", "13600"));
        awaitApplied("KR", out);

        await().atMost(SOON).untilAsserted(() -> get(Tokens.officer("TH"), "/v1/balances?licence={l}", "TH/TH/26/drawn")
                .then()
                .statusCode(200)
                .body("pending.kg", equalTo("13600"))
                .body("left.kg", equalTo("46400"))
                .body("granted.odpTonnes", equalTo("3.3")));
        String in = accepted("TH", event("in-6", "import-confirmed", "drawn", "13600"));
        awaitApplied("TH", in);
        get(Tokens.officer("KR"), "/v1/balances?licence={l}", "TH/TH/26/drawn")
                .then()
                .body("drawn.kg", equalTo("13600"))
                .body("pending.kg", equalTo("0"));
        get(Tokens.officer("FR"), "/v1/balances?licence={l}", "TH/TH/26/drawn")
                .then()
                .statusCode(404);
    }

    @Test
    void never_says_taken_while_the_broker_is_away() {
        PostgresAndKafka.stopBroker();
        try {
            post("KR", event("down-1", "export-declared", "down", "100"))
                    .statusCode(503)
                    .header("Retry-After", not(equalTo("")))
                    .contentType("application/problem+json");
        } finally {
            PostgresAndKafka.startBroker();
        }
        await().atMost(SOON).untilAsserted(() -> post("KR", event("down-1", "export-declared", "down", "100"))
                .statusCode(202));
        String id = post("KR", event("down-2", "export-declared", "down-2", "100"))
                .extract()
                .path("receipts[0].id");
        awaitApplied("KR", id);
    }

    @Test
    void waits_while_the_database_is_away_and_goes_on_by_itself() {
        PostgresAndKafka.stopDatabase();
        String id;
        try {
            id = post("KR", event("dark-1", "export-declared", "dark", "100"))
                    .statusCode(202)
                    .extract()
                    .path("receipts[0].id");
        } finally {
            PostgresAndKafka.startDatabase();
        }
        awaitApplied("KR", id);
    }

    @Test
    void pages_through_its_list_without_loss_or_repetition() {
        String token = Tokens.officer("KR");
        String body = IntStream.range(0, 7)
                .mapToObj(i -> event("page-" + i, "export-declared", "page-" + i, "100")
                        .replace("KR-EXP-page-" + i, "KR-PAGER"))
                .collect(java.util.stream.Collectors.joining(",", "[", "]"));
        List<String> ids = post("KR", body).statusCode(202).extract().path("receipts.id");
        awaitApplied("KR", ids.getLast());
        ids.forEach(id -> awaitApplied("KR", id));

        java.util.List<String> seen = new java.util.ArrayList<>();
        String cursor = "";
        do {
            Response page = get(token, "/v1/movements?trader=KR-PAGER&limit=3" + cursor);
            seen.addAll(page.path("items.id"));
            String next = page.path("next");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
    }
}
