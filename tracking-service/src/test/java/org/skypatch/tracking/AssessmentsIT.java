package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.process.Transactions;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

/** The door for assessments: who is answered what, and that nothing stays behind but the log. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class AssessmentsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String LOG = "assessment_log";
    private static final String EVENT = """
            {"eventId": "%1$s", "type": "export-declared", "occurredAt": "2026-03-02T09:30:00+09:00",
             "references": {"ucr": "UCR-%1$s"}, "route": {"dispatch": "KR", "destination": "TH"},
             "licences": [{"number": "TH/26/asked", "issuedBy": "TH"}],
             "transport": {"containers": ["KRSU5012349"]},
             "goods": [{"commodity": "hcfc-22", "hsCode": "2903.45", "netMassKg": "1500"}]}
            """;

    private static boolean registryHasSpoken;

    private final Transactions transactions;

    @Inject
    AssessmentsIT(Transactions transactions) {
        this.transactions = transactions;
    }

    @BeforeEach
    void registrySpeaks() {
        if (!registryHasSpoken) {
            try (RegistryTopic registry = new RegistryTopic()) {
                registry.catalogue();
                registry.covers("KR-customs");
                registry.covers("TH-customs");
                registry.licence(Judged.licence("TH", "TH/26/asked", "hcfc-22", "1000"), 1);
            }
            await().atMost(SOON).untilAsserted(() -> ask("KR", EVENT.formatted("asked-0"))
                    .statusCode(200)
                    .body("balances", hasSize(1)));
            registryHasSpoken = true;
        }
    }

    private static ValidatableResponse ask(String country, String body) {
        return given().auth()
                .oauth2(Tokens.officer(country))
                .contentType("application/json")
                .body(body)
                .post("/v1/assessments")
                .then();
    }

    private static Map<String, Long> rows() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        PostgresAndKafka.jdbcUrl("tracking"), "tracking", "skypatch-local");
                var statement = connection.createStatement()) {
            Set<String> tables = new TreeSet<>();
            try (var names = statement.executeQuery(
                    "select relname from pg_class where relkind in ('r', 'p') and not relispartition"
                            + " and relnamespace = 'public'::regnamespace")) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            Map<String, Long> rows = new TreeMap<>();
            for (String table : tables) {
                try (var count = statement.executeQuery("select count(*) from " + table)) {
                    count.next();
                    rows.put(table, count.getLong(1));
                }
            }
            return rows;
        }
    }

    @Test
    void leaves_nothing_behind_but_a_line_in_the_log() throws SQLException {
        // Sweeps of what other tests left must have come to rest.
        AtomicReference<Map<String, Long>> last = new AtomicReference<>(Map.of());
        await().atMost(SOON).pollInterval(Duration.ofSeconds(2)).until(() -> {
            Map<String, Long> now = rows();
            return now.equals(last.getAndSet(now));
        });
        Map<String, Long> before = rows();
        assertThat(before).containsKeys("movement", "draw", "account", "outbox", "finding", LOG);

        ask("KR", EVENT.formatted("asked-1")).statusCode(200);
        ask("TH", EVENT.formatted("asked-1")).statusCode(200);

        Map<String, Long> after = rows();
        assertThat(after.get(LOG)).isEqualTo(before.get(LOG) + 2);
        before.put(LOG, after.get(LOG));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void cannot_write_even_by_mistake() {
        assertThatThrownBy(() -> transactions.read(records -> records.firstTime(Set.of(UUID.randomUUID()))))
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void finds_what_is_found_when_the_same_consignment_is_reported() {
        ValidatableResponse asked = ask("KR", EVENT.formatted("asked-2"))
                .statusCode(200)
                .body("findings.rule", hasItems("licence-overdrawn", "bad-identifier"))
                .body("balances[0].record", equalTo("licence:TH/TH/26/asked"))
                .body("balances[0].left.kg", equalTo("1000"))
                .body("balances[0].leftAfter.kg", equalTo("-500"))
                .body("verdict.transboundaryMovement.judgement", equalTo("unlawful"))
                .body("verdict.use.judgement", equalTo("unknown"))
                .body("notKnown.rule", hasItem("not-arrived"));
        List<String> sentences = asked.extract().path("findings.sentence");

        String id = given().auth()
                .oauth2(Tokens.officer("KR"))
                .contentType("application/json")
                .body(EVENT.formatted("asked-2"))
                .post("/v1/customs-events")
                .then()
                .statusCode(202)
                .extract()
                .path("receipts[0].id");
        await().atMost(SOON).untilAsserted(() -> {
            List<String> found = given().auth()
                    .oauth2(Tokens.officer("KR"))
                    .get("/v1/movements/{id}", id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("findings.sentence");
            assertThat(found).containsExactlyInAnyOrderElementsOf(sentences);
        });
    }

    @Test
    void answers_countries_on_the_route_alone_and_logs_who_tried() throws SQLException {
        long logged = rows().get(LOG);

        ask("FR", EVENT.formatted("asked-3"))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/route"));
        given().auth()
                .oauth2(Tokens.reporter("KR"))
                .contentType("application/json")
                .body(EVENT.formatted("asked-3"))
                .post("/v1/assessments")
                .then()
                .statusCode(403);

        assertThat(rows().get(LOG)).isEqualTo(logged + 1);
    }

    @Test
    void takes_a_plan_for_next_month_without_a_name() {
        String plan = EVENT.formatted("x")
                .replace("\"eventId\": \"x\", ", "")
                .replace(
                        "2026-03-02T09:30:00+09:00",
                        java.time.OffsetDateTime.now().plusDays(30).toString());
        ask("TH", plan).statusCode(200);
    }

    @Test
    void names_the_field_that_is_wrong() {
        String good = EVENT.formatted("asked-4");
        refused(good.replace("\"TH\"}", "\"QQ\"}"), "/route/destination");
        refused(good.replace("\"1500\"", "\"-1\""), "/goods/0/netMassKg");
        refused(good.replace("2026-03-02", "2099-03-02"), "/occurredAt");
        refused(good.replace("export-declared", "suspicion-reported"), "/type");
        refused(good.replace("{\"eventId\"", "{\"reportedBy\": \"FR-customs\", \"eventId\""), "/reportedBy");
        refused(
                good.replace("{\"commodity\": \"hcfc-22\", \"hsCode\": \"2903.45\", \"netMassKg\": \"1500\"}", ""),
                "/goods");
        ask("KR", "[").statusCode(400).contentType("application/problem+json");
        ask("KR", "").statusCode(400).contentType("application/problem+json");
        ask("KR", "\"" + "x".repeat(300_000) + "\"").statusCode(413);
    }

    private static void refused(String body, String pointer) {
        ask("KR", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void lets_nobody_ask_without_end() {
        int asked = 0;
        ValidatableResponse answer;
        do {
            answer = ask("ZA", "{}");
        } while (++asked <= 200 && answer.extract().statusCode() == 400);
        answer.statusCode(429).header("Retry-After", not(equalTo(""))).contentType("application/problem+json");
        ask("TH", EVENT.formatted("asked-5")).statusCode(200);
    }
}
