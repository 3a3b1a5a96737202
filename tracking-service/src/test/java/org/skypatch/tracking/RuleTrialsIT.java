package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.movement.EventIds;
import org.skypatch.tracking.process.CustomsEventProcessing;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.testing.Lot;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

/** Numbers of policy are tried on what was, then published with a day, and count from it on. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class RuleTrialsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int MANY = 230;
    private static final String PERIOD = "\"from\": \"2019-05-01\", \"to\": \"2019-05-31\"";

    private static boolean hasBegun;

    private final CustomsEventProcessing processing;
    private final Registers registers;

    @Inject
    RuleTrialsIT(CustomsEventProcessing processing, Registers registers) {
        this.processing = processing;
        this.registers = registers;
    }

    @BeforeEach
    void begin() {
        if (!hasBegun) {
            try (RegistryTopic registry = new RegistryTopic()) {
                registry.catalogue();
                registry.covers("KR-customs");
                registry.covers("TH-customs");
            }
            await().atMost(SOON).until(() -> registers.current().isComplete());
            await().atMost(SOON)
                    .until(() -> number("select count(*) from registry_record where kind = 'coverage'") >= 2);
            processing.apply(IntStream.range(0, MANY)
                    .boxed()
                    .flatMap(i -> List.of(
                            tried(export("KR"), "tried-out-" + i, i)
                                    .at("2019-05-%02dT00:00:00Z".formatted(1 + i % 31))
                                    .kg("1000", "hcfc-22"),
                            tried(imported("TH"), "tried-in-" + i, i)
                                    .at("2019-06-15T00:00:00Z")
                                    .kg("970", "hcfc-22"))
                            .stream())
                    .map(Reports::recorded)
                    .toList());
            hasBegun = true;
        }
    }

    private static Reports tried(Reports report, String name, int i) {
        return report.named(name).ucr("TRIED-" + i);
    }

    private static long number(String sql) throws SQLException {
        try (Connection connection = database();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static int execute(String sql) throws SQLException {
        try (Connection connection = database();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static Connection database() throws SQLException {
        return DriverManager.getConnection(PostgresAndKafka.jdbcUrl("tracking"), "tracking", "skypatch-local");
    }

    private static ValidatableResponse post(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static String ask(String token, String thresholds) {
        return post(token, "/v1/rule-trials", "{" + PERIOD + ", \"thresholds\": " + thresholds + "}")
                .statusCode(202)
                .body("state", equalTo("waiting"))
                .extract()
                .path("id");
    }

    private static ValidatableResponse find(String token, String id) {
        return given().auth().oauth2(token).get("/v1/rule-trials/{id}", id).then();
    }

    private static ValidatableResponse done(String token, String id) {
        await().atMost(SOON).untilAsserted(() -> find(token, id).statusCode(200).body("state", equalTo("done")));
        return find(token, id);
    }

    @Test
    void counts_what_would_be_lost_and_gained_and_writes_nothing_else() throws Exception {
        String own = "select count(*) from finding f join movement m on m.id = f.movement_id"
                + " where m.started_at between '2019-05-01Z' and '2019-06-01Z'";
        long findings = number(own);

        String id = ask(Tokens.officer("TH"), "{\"tolerancePercent\": 5}");
        done(Tokens.officer("TH"), id)
                .body("looked", equalTo(MANY))
                .body("rules.find { it.rule == 'short-landed' }.before", equalTo(MANY))
                .body("rules.find { it.rule == 'short-landed' }.after", equalTo(0))
                .body("rules.find { it.rule == 'short-landed' }.lost", equalTo(MANY))
                .body("rules.find { it.rule == 'short-landed' }.gained", equalTo(0))
                .body("rules.find { it.rule == 'short-landed' }.lostExamples.size()", equalTo(20));
        String stricter = ask(Tokens.operator(), "{\"tolerancePercent\": 5, \"seaDays\": \"45\"}");
        done(Tokens.operator(), stricter).body("rules.rule", hasItem("short-landed"));

        assertThat(number(own)).isEqualTo(findings);
    }

    @Test
    void looks_only_at_what_the_caller_sees_and_shows_it_to_nobody_else() {
        String others = ask(Tokens.officer("FR"), "{\"tolerancePercent\": 5}");
        done(Tokens.officer("FR"), others).body("looked", equalTo(0)).body("rules", equalTo(List.of()));
        find(Tokens.officer("TH"), others).statusCode(404).contentType("application/problem+json");
        find(Tokens.operator(), others).statusCode(404);
    }

    @Test
    void goes_on_where_a_dead_instance_left_it() throws Exception {
        String whole = ask(Tokens.officer("KR"), "{\"tolerancePercent\": 5}");
        done(Tokens.officer("KR"), whole);
        // As if an instance had died after its first page: its lease is still running, then it runs out.
        String half = UUID.randomUUID().toString();
        execute(
                "insert into rule_trial(id, asked_by, asked_at, audience, from_day, until_day, thresholds, state, looked,"
                        + " after_at, after_id, outcome, attempts, lease, leased_until)"
                        + " select '" + half
                        + "'::uuid, asked_by, asked_at, audience, from_day, until_day, thresholds, 'running', 100,"
                        + " a.started_at, a.movement_id, convert_to('{\"rules\":{\"short-landed\":{\"before\":100,\"after\":0,\"gained\":0,"
                        + "\"lost\":100,\"regraded\":0}}}', 'UTF8'), 1, gen_random_uuid(), now() + interval '2 seconds'"
                        + " from rule_trial t cross join lateral (select started_at, movement_id from movement_audience"
                        + " where audience = 'KR' and started_at between '2019-05-01Z' and '2019-06-01Z'"
                        + " order by started_at, movement_id offset 99 limit 1) a where t.id = '" + whole + "'");

        done(Tokens.officer("KR"), half)
                .body("looked", equalTo(MANY))
                .body("rules.find { it.rule == 'short-landed' }.lost", equalTo(MANY));
    }

    @Test
    void gives_up_what_kills_every_instance() throws Exception {
        String id = ask(Tokens.officer("KR"), "{\"tolerancePercent\": 7}");
        done(Tokens.officer("KR"), id);
        execute("update rule_trial set state = 'running', finished_at = null, attempts = 5,"
                + " leased_until = now() - interval '1 second' where id = '" + id + "'");

        await().atMost(SOON).untilAsserted(() -> find(Tokens.officer("KR"), id)
                .body("state", equalTo("failed"))
                .body("failure", equalTo("given up")));
    }

    @Test
    void names_what_is_wrong_and_lets_nobody_pile_up_trials() throws Exception {
        String token = Tokens.officer("TH");
        wrong(token, "{" + PERIOD + ", \"thresholds\": {\"tolerancePercent\": 99}}", "/thresholds/tolerancePercent");
        wrong(token, "{" + PERIOD + ", \"thresholds\": {\"mood\": 1}}", "/thresholds/mood");
        wrong(token, "{" + PERIOD + "}", "/thresholds");
        wrong(token, "{\"from\": \"x\", \"to\": \"2019-05-01\", \"thresholds\": {\"seaDays\": 1}}", "/from");
        wrong(token, "{\"from\": \"2019-06-01\", \"to\": \"2019-05-01\", \"thresholds\": {\"seaDays\": 1}}", "/to");
        post(token, "/v1/rule-trials", "{" + PERIOD + ", \"thresholds\": {\"redGraceDays\": 1}}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/thresholds"));
        post(Tokens.reporter("TH"), "/v1/rule-trials", "{}").statusCode(403);

        // Three that somebody else works on, for as long as this test runs.
        for (int i = 0; i < 3; i++) {
            execute("insert into rule_trial(id, asked_by, asked_at, from_day, until_day, thresholds, state, outcome,"
                    + " leased_until) values (gen_random_uuid(), 'ZA-customs', now(), '2019-01-01', '2019-01-01',"
                    + " '{\"values\":{}}', 'running', '{\"rules\":{}}', now() + interval '1 hour')");
        }
        post(Tokens.officer("ZA"), "/v1/rule-trials", "{" + PERIOD + ", \"thresholds\": {\"seaDays\": 1}}")
                .statusCode(429)
                .header("Retry-After", not(equalTo("")));
        execute("delete from rule_trial where asked_by = 'ZA-customs'");
    }

    private static void wrong(String token, String body, String pointer) {
        post(token, "/v1/rule-trials", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void publishes_from_a_day_on_and_judges_again_what_left_since() {
        LocalDate today = OffsetDateTime.parse(
                        given().auth().oauth2(Tokens.admin()).get("/v1/clock").<String>path("now"))
                .toLocalDate();
        String yesterday = today.minusDays(1) + "T00:00:00Z";
        String now = today + "T00:30:00Z";
        Reports[] old = published("published-old", yesterday);
        Reports[] fresh = published("published-new", now);
        processing.apply(List.of(old[0].recorded(), old[1].recorded(), fresh[0].recorded(), fresh[1].recorded()));
        findings(old[0]).body("findings.findAll { it.state == 'open' }.rule", hasItem("empty-not-empty"));
        findings(fresh[0]).body("findings.findAll { it.state == 'open' }.rule", hasItem("empty-not-empty"));

        post(Tokens.operator(), "/v1/admin/thresholds", "{}").statusCode(403);
        post(
                        Tokens.admin(),
                        "/v1/admin/thresholds",
                        "{\"from\": \"2019-01-01\", \"values\": {\"emptyResidueKg\": 9}, \"reason\": \"x\"}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/from"));
        post(Tokens.admin(), "/v1/admin/thresholds", "{\"values\": {\"emptyResidueKg\": 11}}")
                .statusCode(400)
                .body("errors.pointer", hasItems("/from", "/values/emptyResidueKg", "/reason"));
        post(
                        Tokens.admin(),
                        "/v1/admin/thresholds",
                        "{\"from\": \"" + today + "\", \"values\": {\"emptyResidueKg\": 9}, \"reason\": \"tried\"}")
                .statusCode(201)
                .body("publishedBy", equalTo("SP-admin"));

        await().atMost(SOON).untilAsserted(() -> findings(fresh[0])
                .body("findings.findAll { it.state == 'open' }.rule", not(hasItem("empty-not-empty"))));
        findings(old[0]).body("findings.findAll { it.state == 'open' }.rule", hasItem("empty-not-empty"));
        given().auth()
                .oauth2(Tokens.officer("KR"))
                .get("/v1/thresholds")
                .then()
                .statusCode(200)
                .body("items[0].values.emptyResidueKg", equalTo(9))
                .body("items[0].reason", equalTo("tried"));
    }

    private static Reports[] published(String name, String day) {
        return new Reports[] {
            export("KR").named(name).ucr(name).at(day).of(emptyCylinders()),
            imported("TH")
                    .named(name + "-in")
                    .ucr(name)
                    .at(day)
                    .recordedAfter(Duration.ofHours(5))
                    .of(emptyCylinders())
        };
    }

    private static Lot emptyCylinders() {
        return Lot.of("500", "hcfc-22").form("empty-container").packed(100, "cylinder", null);
    }

    private static ValidatableResponse findings(Reports report) {
        var event = report.recorded().event();
        return given().auth()
                .oauth2(Tokens.officer("KR"))
                .get("/v1/movements/{id}", EventIds.of(event.reportedBy(), event.eventId()))
                .then()
                .statusCode(200);
    }
}
