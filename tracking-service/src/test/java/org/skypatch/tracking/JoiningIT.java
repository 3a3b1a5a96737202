package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

/** Joins without a reference, and chains of movements, over REST, Kafka and PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class JoiningIT {

    private static final Duration SOON = Duration.ofSeconds(90);

    @BeforeEach
    void registrySpeaks() {
        try (RegistryTopic registry = new RegistryTopic()) {
            registry.catalogue();
        }
    }

    private static String event(
            String id, String type, String at, String references, String from, String to, String kg, String importer) {
        return """
                {"eventId": "%s", "type": "%s", "occurredAt": "%s", "references": {%s},
                 "route": {"dispatch": "%s", "destination": "%s"},
                 "traders": {"exporter": {"name": "Hanbit Gas Co., Ltd."}, "importer": {"name": "%s"}},
                 "goods": [{"commodity": "hcfc-22", "netMassKg": "%s"}]}
                """.formatted(id, type, at, references, from, to, importer, kg);
    }

    private static String accepted(String country, String body) {
        return given().auth()
                .oauth2(Tokens.officer(country))
                .contentType("application/json")
                .body(body)
                .post("/v1/customs-events")
                .then()
                .statusCode(202)
                .extract()
                .path("receipts[0].id");
    }

    private static String movementOf(String country, String event) {
        return await().atMost(SOON)
                .until(
                        () -> given().auth()
                                .oauth2(Tokens.officer(country))
                                .get("/v1/customs-events/{id}", event)
                                .jsonPath()
                                .getString("movement"),
                        movement -> movement != null);
    }

    private static JsonPath read(String country, String movement) {
        return given().auth()
                .oauth2(Tokens.officer(country))
                .get("/v1/movements/{id}", movement)
                .jsonPath();
    }

    @Test
    void joins_what_is_alike_says_why_and_parts_it_when_a_reference_shows_better() {
        String out = accepted(
                "KR",
                event(
                        "like-out",
                        "export-declared",
                        "2026-04-01T00:00:00Z",
                        "\"exportDeclaration\": \"LIKE-1\"",
                        "KR",
                        "TH",
                        "7771.5",
                        "Siam Cooling Public Company Limited"));
        String in = accepted(
                "TH",
                event(
                        "like-in",
                        "import-confirmed",
                        "2026-04-15T00:00:00Z",
                        "",
                        "KR",
                        "TH",
                        "7771.5",
                        "SIAM COOLING PUBLIC CO LTD"));

        await().atMost(SOON)
                .until(() -> "probable".equals(read("TH", movementOf("TH", in)).getString("joined")));
        String joined = movementOf("TH", in);
        assertThat(movementOf("KR", out)).isEqualTo(joined);
        JsonPath movement = read("KR", joined);
        assertThat(movement.getString("status")).isEqualTo("arrived");
        assertThat(movement.getDouble("likeness.score")).isGreaterThanOrEqualTo(0.85);
        assertThat(movement.getList("likeness.reasons.of")).containsExactly("commodity", "mass", "traders", "dates");

        String better = accepted(
                "TH",
                event(
                        "like-true",
                        "import-confirmed",
                        "2026-04-16T00:00:00Z",
                        "\"exportDeclaration\": \"LIKE-1\"",
                        "KR",
                        "TH",
                        "7771.5",
                        "Siam Cooling"));

        await().atMost(SOON)
                .until(() -> movementOf("KR", out).equals(movementOf("TH", better))
                        && !movementOf("TH", in).equals(movementOf("TH", better)));
        assertThat(read("KR", movementOf("KR", out)).getString("joined")).isEqualTo("decisive");
        assertThat(read("TH", movementOf("TH", in)).getString("status")).isEqualTo("arrived-unmatched");
    }

    @Test
    void only_proposes_two_that_are_equally_like() {
        String out = accepted(
                "KR",
                event("tie-out", "export-declared", "2026-04-01T00:00:00Z", "", "KR", "TH", "5551", "Tie Trading"));
        String one = accepted(
                "TH",
                event("tie-1", "import-confirmed", "2026-04-15T00:00:00Z", "", "KR", "TH", "5551", "Tie Trading"));
        String two = accepted(
                "TH",
                event("tie-2", "import-confirmed", "2026-04-15T00:00:00Z", "", "KR", "TH", "5551", "Tie Trading"));

        await().atMost(SOON).until(() -> {
            List<String> proposed = read("KR", movementOf("KR", out)).getList("proposals.movement");
            return proposed.size() == 2 && proposed.containsAll(List.of(movementOf("TH", one), movementOf("TH", two)));
        });
        assertThat(read("KR", movementOf("KR", out)).getString("joined")).isEqualTo("decisive");
    }

    @Test
    void shows_the_chain_of_a_re_export_to_those_who_may_see_each_part_of_it() {
        String out = accepted(
                "KR",
                event(
                        "chain-out",
                        "export-declared",
                        "2026-04-01T00:00:00Z",
                        "\"ucr\": \"CHAIN-1\"",
                        "KR",
                        "TH",
                        "900",
                        "Siam"));
        String in = accepted(
                "TH",
                event(
                        "chain-in",
                        "import-confirmed",
                        "2026-04-10T00:00:00Z",
                        "\"ucr\": \"CHAIN-1\", \"importDeclaration\": \"TH-IMP 77\"",
                        "KR",
                        "TH",
                        "900",
                        "Siam"));
        String again = accepted(
                "TH",
                event(
                        "chain-again",
                        "re-export-declared",
                        "2026-05-01T00:00:00Z",
                        "\"ucr\": \"CHAIN-2\", \"previousMovement\": \"th-imp77\"",
                        "TH",
                        "SG",
                        "400",
                        "Lion"));

        await().atMost(SOON).until(() -> movementOf("KR", out).equals(movementOf("TH", in)));
        String first = movementOf("TH", in);
        String second = movementOf("TH", again);
        assertThat(read("TH", first).getList("chain.downstream")).containsExactly(second);
        assertThat(read("TH", second).getList("chain.upstream")).containsExactly(first);
        assertThat(read("KR", first).getList("chain.downstream")).isEmpty();
        assertThat(read("SG", second).getList("chain.upstream")).isEmpty();
    }
}
