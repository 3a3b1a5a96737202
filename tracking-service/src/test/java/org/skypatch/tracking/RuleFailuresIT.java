package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.finding.rule.FragileRule;
import org.skypatch.tracking.finding.rule.FragileRule.Mood;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

/** A rule that throws is recorded and shown to operators; the others judge, and it judges again once it can. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class RuleFailuresIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String EVENT = """
            {"eventId": "%1$s", "type": "export-declared", "occurredAt": "2026-03-02T09:30:00+09:00",
             "references": {"ucr": "FRAGILE-%1$s"}, "route": {"dispatch": "KR", "destination": "TH"},
             "traders": {"exporter": {"id": "KR-%1$s", "name": "hanbit fits"}},
             "goods": [{"commodity": "hcfc-22", "hsCode": "2903.45", "netMassKg": "1500"}]}
            """;

    private static boolean registryHasSpoken;

    private final MeterRegistry meters;

    @Inject
    RuleFailuresIT(MeterRegistry meters) {
        this.meters = meters;
    }

    @BeforeEach
    void registrySpeaks() {
        if (!registryHasSpoken) {
            try (RegistryTopic registry = new RegistryTopic()) {
                registry.catalogue();
            }
            registryHasSpoken = true;
        }
    }

    @AfterEach
    void calmDown() {
        FragileRule.MOOD.set(Mood.HOLDS);
        again();
        await().atMost(SOON).untilAsserted(() -> failures().body("items.rule", not(hasItem(FragileRule.CODE))));
    }

    private static String report(String eventId) {
        String id = given().auth()
                .oauth2(Tokens.officer("KR"))
                .contentType("application/json")
                .body(EVENT.formatted(eventId))
                .post("/v1/customs-events")
                .then()
                .statusCode(202)
                .extract()
                .path("receipts[0].id");
        await().atMost(SOON).untilAsserted(() -> movement(id).statusCode(200));
        return id;
    }

    private static ValidatableResponse movement(String id) {
        return given().auth()
                .oauth2(Tokens.officer("KR"))
                .get("/v1/movements/{id}", id)
                .then();
    }

    private static ValidatableResponse failures() {
        return given().auth().oauth2(Tokens.operator()).get("/v1/rule-failures").then();
    }

    private static ValidatableResponse again() {
        return given().auth()
                .oauth2(Tokens.operator())
                .post("/v1/rule-failures/{rule}/rejudgements", FragileRule.CODE)
                .then();
    }

    private double counted() {
        return meters.counter("skypatch.rule.failed", "rule", FragileRule.CODE).count();
    }

    @Test
    void shows_operators_what_failed_and_lets_the_others_judge() {
        double before = counted();
        FragileRule.MOOD.set(Mood.THROWS);
        String id = report("fragile-1");

        movement(id)
                .body("findings.rule", hasItem("code-mismatch"))
                .body("verdict.transport.because", hasItem(FragileRule.CODE));
        String shown = failures()
                .statusCode(200)
                .body("items.rule", equalTo(List.of(FragileRule.CODE)))
                .body("items[0].newest", equalTo(id))
                .body("items[0].exception", equalTo("java.lang.IllegalStateException"))
                .body("items[0].place", org.hamcrest.Matchers.startsWith("FragileRule.assess:"))
                .body("items[0].message", org.hamcrest.Matchers.startsWith("nothing *** *** of "))
                .extract()
                .asString();
        assertThat(shown).doesNotContain("hanbit", "FRAGILE-", "KR-fragile");
        assertThat(counted()).isGreaterThan(before);
    }

    @Test
    void keeps_what_was_found_before_and_judges_again_when_asked() {
        FragileRule.MOOD.set(Mood.FINDS);
        String id = report("fragile-2");
        movement(id).body("findings.rule", hasItem(FragileRule.CODE));

        FragileRule.MOOD.set(Mood.GOES_TOO_DEEP);
        String other = report("fragile-3");
        given().auth()
                .oauth2(Tokens.officer("KR"))
                .contentType("application/json")
                .body(EVENT.formatted("fragile-2").replace("\"fragile-2\"", "\"fragile-2b\""))
                .post("/v1/customs-events")
                .then()
                .statusCode(202);
        await().atMost(SOON).untilAsserted(() -> failures().body("items[0].count", equalTo(2)));
        movement(id)
                .body("findings.find { it.rule == 'fragile' }.state", equalTo("open"))
                .body("findings.findAll { it.rule == 'fragile' }.size()", equalTo(1));

        FragileRule.MOOD.set(Mood.HOLDS);
        again().statusCode(202).body("movements", equalTo(2));
        await().atMost(SOON).untilAsserted(() -> failures().body("items.rule", not(hasItem(FragileRule.CODE))));
        movement(id).body("findings.find { it.rule == 'fragile' }.state", equalTo("cleared"));
        movement(other).body("findings.rule", not(hasItem(FragileRule.CODE)));
    }

    @Test
    void judges_again_by_itself_once_the_rule_has_changed() {
        FragileRule.MOOD.set(Mood.THROWS);
        String id = report("fragile-4");
        failures().body("items.newest", hasItems(id));

        FragileRule.MOOD.set(Mood.FINDS);
        FragileRule.VERSION.incrementAndGet();

        await().atMost(SOON).untilAsserted(() -> movement(id).body("findings.rule", hasItem(FragileRule.CODE)));
        failures().body("items.rule", not(hasItem(FragileRule.CODE)));
    }

    @Test
    void is_for_operators() {
        given().auth()
                .oauth2(Tokens.officer("KR"))
                .get("/v1/rule-failures")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.operator())
                .post("/v1/rule-failures/{rule}/rejudgements", "no-such-rule")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }
}
