package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.process.CustomsEventProcessing;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

/** What goes wrong at borders, and what somebody may try: nothing is lost, nothing stops, nobody sees too much. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class HostileInputIT {

    private static final Duration SOON = Duration.ofSeconds(120);
    private static final int POISON = 10_000;
    private static final String EVENT = """
            {"eventId": "%1$s", "type": "%2$s", "occurredAt": "%3$s", "references": {%4$s},
             "route": {"dispatch": "KR", "destination": "TH"}, "filedAt": "2026-04-01T00:00:00Z",
             "goods": [{"commodity": "hcfc-22", "netMassKg": "%5$s"}]}
            """;

    private static boolean registryHasSpoken;

    private final CustomsEventProcessing processing;
    private final Registers registers;

    @Inject
    HostileInputIT(CustomsEventProcessing processing, Registers registers) {
        this.processing = processing;
        this.registers = registers;
    }

    @BeforeEach
    void registrySpeaks() {
        if (!registryHasSpoken) {
            try (RegistryTopic registry = new RegistryTopic()) {
                registry.catalogue();
                registry.covers("KR-customs");
                registry.covers("TH-customs");
            }
            await().atMost(SOON).until(() -> registers.current().isComplete());
            registryHasSpoken = true;
        }
    }

    private static String event(String id, String type, String at, String references, String kg) {
        return EVENT.formatted(id, type, at, references, kg);
    }

    private static String ucr(String number) {
        return "\"ucr\": \"" + number + "\"";
    }

    private static String report(String country, String body) {
        String id = given().auth()
                .oauth2(Tokens.officer(country))
                .contentType("application/json")
                .body(body)
                .post("/v1/customs-events")
                .then()
                .statusCode(202)
                .extract()
                .path("receipts[0].id");
        await().atMost(SOON).untilAsserted(() -> own(country, id).statusCode(200));
        return id;
    }

    private static ValidatableResponse own(String country, String id) {
        return given().auth()
                .oauth2(Tokens.officer(country))
                .get("/v1/customs-events/{id}", id)
                .then();
    }

    private static ValidatableResponse movement(String country, String id) {
        return given().auth()
                .oauth2(Tokens.officer(country))
                .get("/v1/movements/{id}", id)
                .then();
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        PostgresAndKafka.jdbcUrl("tracking"), "tracking", "skypatch-local");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void lets_an_amendment_wait_for_its_original_and_says_so() {
        String amendment = report(
                "KR",
                event(
                        "hostile-a1",
                        "declaration-amended",
                        "2026-03-02T00:00:00Z",
                        "\"corrects\": \"hostile-e1\"",
                        "900"));
        own("KR", amendment).body("state", equalTo("waiting")).body("movement", nullValue());

        String original =
                report("KR", event("hostile-e1", "export-declared", "2026-03-02T00:00:00Z", ucr("HOSTILE-1"), "100"));

        own("KR", amendment).body("state", equalTo("applied"));
        own("KR", original).body("state", equalTo("superseded"));
        movement("TH", original).statusCode(200).body("massKg", equalTo("900"));
    }

    @Test
    void tells_the_reporter_of_an_amendment_that_waits_in_vain() {
        Reports lonely = Reports.report(org.skypatch.contracts.customs.CustomsEventType.DECLARATION_AMENDED, "KR")
                .named("hostile-vain")
                .correcting("hostile-never-sent", "2020-03-02T00:00:00Z")
                .at("2020-03-01T00:00:00Z")
                .kg("1", "hcfc-22");
        processing.apply(List.of(lonely.recorded()));

        own("KR", lonely.recorded().id().toString())
                .statusCode(200)
                .body("state", equalTo("parked"))
                .body("reason", equalTo("the event that it corrects has not come within 30 days"));
        own("TH", lonely.recorded().id().toString()).statusCode(404);
    }

    @Test
    void leaves_an_event_alone_that_another_administration_amends_or_cancels() {
        String original =
                report("KR", event("hostile-e2", "export-declared", "2026-03-02T00:00:00Z", ucr("HOSTILE-2"), "100"));

        String foreign = report(
                "TH",
                event(
                        "hostile-c2",
                        "declaration-cancelled",
                        "2026-03-02T00:00:00Z",
                        ucr("HOSTILE-2") + ", \"corrects\": \"hostile-e2\"",
                        "100"));

        own("TH", foreign).body("state", equalTo("waiting"));
        own("KR", original).body("state", equalTo("applied"));
        movement("KR", original).body("status", not(equalTo("cancelled"))).body("massKg", equalTo("100"));
    }

    @Test
    void follows_an_amendment_of_an_amendment() {
        String original =
                report("KR", event("hostile-e3", "export-declared", "2026-03-02T00:00:00Z", ucr("HOSTILE-3"), "100"));
        report(
                "KR",
                event(
                        "hostile-a3",
                        "declaration-amended",
                        "2026-03-02T00:00:00Z",
                        "\"corrects\": \"hostile-e3\"",
                        "200"));
        report(
                "KR",
                event(
                                "hostile-a4",
                                "declaration-amended",
                                "2026-03-02T00:00:00Z",
                                "\"corrects\": \"hostile-a3\"",
                                "300")
                        .replace("2026-04-01", "2026-04-02"));

        movement("KR", original).body("massKg", equalTo("300")).body("events", hasSize(3));
    }

    @Test
    void leaves_the_import_standing_when_the_export_is_cancelled_after_arrival() {
        report("KR", event("hostile-e5", "export-declared", "2026-03-02T00:00:00Z", ucr("HOSTILE-5"), "100"));
        String in =
                report("TH", event("hostile-i5", "import-confirmed", "2026-03-20T00:00:00Z", ucr("HOSTILE-5"), "100"));
        report(
                "KR",
                event(
                        "hostile-c5",
                        "declaration-cancelled",
                        "2026-03-02T00:00:00Z",
                        "\"corrects\": \"hostile-e5\"",
                        "100"));

        String id = own("TH", in).extract().path("movement");
        movement("TH", id).body("status", equalTo("arrived-unmatched"));
    }

    @Test
    void keeps_both_of_two_events_that_claim_opposite_things() {
        String out =
                report("KR", event("hostile-e6", "export-declared", "2026-03-02T00:00:00Z", ucr("HOSTILE-6"), "100"));
        report("TH", event("hostile-i6", "import-confirmed", "2026-03-20T00:00:00Z", ucr("HOSTILE-6"), "100"));
        report("TH", event("hostile-r6", "import-refused", "2026-03-20T00:00:00Z", ucr("HOSTILE-6"), "100"));

        movement("KR", out).body("status", equalTo("refused")).body("events", hasSize(3));
    }

    @Test
    void shows_a_reporter_from_off_the_route_its_own_report_alone() {
        String out =
                report("KR", event("hostile-e7", "export-declared", "2026-03-02T00:00:00Z", ucr("HOSTILE-7"), "100"));
        String claimed =
                report("VN", event("hostile-v7", "import-confirmed", "2026-03-20T00:00:00Z", ucr("HOSTILE-7"), "100"));

        movement("VN", out).statusCode(404);
        movement("VN", claimed).statusCode(200).body("events", hasSize(1));
        movement("KR", out).body("status", not(equalTo("arrived"))).body("findings.rule", hasItem("diverted"));
    }

    @Test
    void makes_nothing_of_clocks_that_are_hours_apart() {
        String out =
                report("KR", event("hostile-e8", "export-declared", "2026-03-02T10:00:00Z", ucr("HOSTILE-8"), "100"));
        report("TH", event("hostile-i8", "import-confirmed", "2026-03-02T04:00:00Z", ucr("HOSTILE-8"), "100"));

        movement("KR", out)
                .body("status", equalTo("arrived"))
                .body("findings.rule", not(hasItem("implausible-journey")));
    }

    @Test
    void parks_ten_thousand_poison_records_and_applies_the_good_ones_between_them() {
        List<String> good = new ArrayList<>();
        try (RegistryTopic hostile = new RegistryTopic()) {
            for (int i = 0; i < 20; i++) {
                int block = i;
                IntStream.range(0, POISON / 20)
                        .forEach(n -> hostile.send(
                                Topic.CUSTOMS_EVENTS,
                                "poison-" + block + "-" + n,
                                n % 2 == 0 ? "{\"poison\": " + n + "}" : "{{{"));
                good.add(given().auth()
                        .oauth2(Tokens.officer("KR"))
                        .contentType("application/json")
                        .body(event(
                                "hostile-good-" + i,
                                "export-declared",
                                "2026-03-02T00:00:00Z",
                                ucr("HOSTILE-GOOD-" + i),
                                "100"))
                        .post("/v1/customs-events")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("receipts[0].id"));
            }
        }
        good.forEach(id -> await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> own("KR", id).statusCode(200).body("state", equalTo("applied"))));
        await().atMost(Duration.ofMinutes(5))
                .until(() -> number("select count(*) from parked_record where record_key like 'poison-%'") == POISON);
    }
}
