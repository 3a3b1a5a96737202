package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.process.CustomsEventProcessing;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

/** Movements joined and parted by hand, against a real database. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class LinksIT {

    @Inject
    CustomsEventProcessing processing;

    @Inject
    Registers registers;

    @BeforeEach
    void registrySpeaks() {
        try (RegistryTopic registry = new RegistryTopic()) {
            registry.catalogue();
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> registers.current().isComplete());
    }

    private record Ends(UUID out, UUID in) {}

    /** A departure and an arrival under different references, with masses that are not alike. */
    private Ends twoEnds(String name, String kg) {
        var out = export("KR")
                .named(name + "-out")
                .ucr(name + "-A")
                .through("VN")
                .at("2026-03-01T00:00:00Z")
                .kg(kg, "hcfc-22")
                .recorded();
        var in = imported("TH")
                .named(name + "-in")
                .ucr(name + "-B")
                .through("VN")
                .at("2026-03-20T00:00:00Z")
                .kg("3" + kg, "hcfc-22")
                .recorded();
        processing.apply(List.of(out, in));
        return new Ends(out.id(), in.id());
    }

    private static Response link(String token, UUID movement, UUID other, String more) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"movement\": \"%s\", \"reason\": \"the same drums\"%s}".formatted(other, more))
                .post("/v1/movements/{id}/links", movement);
    }

    private static Response part(String token, UUID movement, String link) {
        return given().auth()
                .oauth2(token)
                .queryParam("reason", "other drums after all")
                .delete("/v1/movements/{id}/links/{link}", movement, link);
    }

    private static Response movement(String country, UUID id) {
        return given().auth().oauth2(Tokens.officer(country)).get("/v1/movements/{id}", id);
    }

    @Test
    void joins_when_both_countries_say_so_and_parts_when_one_takes_it_back() {
        Ends ends = twoEnds("hand-1", "811");
        String id = link(Tokens.officer("KR"), ends.out(), ends.in(), "")
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"))
                .extract()
                .path("id");
        link(Tokens.officer("KR"), ends.out(), ends.in(), "").then().statusCode(200);
        movement("TH", ends.in())
                .then()
                .body("status", equalTo("arrived-unmatched"))
                .body("links", hasSize(1))
                .body("links[0].id", equalTo(id))
                .body("links[0].movement", equalTo(ends.out().toString()))
                .body("links[0].state", equalTo("proposed"))
                .body("links[0].statements[0].by", equalTo("KR-customs"))
                .body("links[0].statements[0].reason", equalTo("the same drums"));

        link(Tokens.officer("TH"), ends.in(), ends.out(), "")
                .then()
                .statusCode(201)
                .body("state", equalTo("agreed"));
        movement("KR", ends.out())
                .then()
                .body("status", equalTo("arrived"))
                .body("joined", equalTo("decisive"))
                .body(
                        "events.id",
                        equalTo(List.of(ends.out().toString(), ends.in().toString())))
                .body("findings.rule", hasItem("references-contradict"))
                .body("links[0].state", equalTo("agreed"));
        movement("TH", ends.in()).then().body("mergedInto", equalTo(ends.out().toString()));

        part(Tokens.officer("TH"), ends.out(), id).then().statusCode(201).body("state", equalTo("refused"));
        movement("TH", ends.in()).then().body("status", equalTo("arrived-unmatched"));
        assertThat(movement("KR", ends.out()).<String>path("status")).isNotEqualTo("arrived");
    }

    @Test
    void lets_an_operator_stand_in_for_one_side_without_showing_words() {
        Ends ends = twoEnds("hand-2", "821");
        link(Tokens.operator(), ends.out(), ends.in(), "")
                .then()
                .statusCode(201)
                .body("state", equalTo("proposed"));
        link(Tokens.officer("TH"), ends.in(), ends.out(), "")
                .then()
                .statusCode(201)
                .body("state", equalTo("agreed"));
        given().auth()
                .oauth2(Tokens.operator())
                .get("/v1/movements/{id}", ends.out())
                .then()
                .body("status", equalTo("arrived"))
                .body("links[0].statements[0].reason", nullValue());
    }

    @Test
    void links_nothing_that_the_caller_does_not_see_or_did_not_report() {
        Ends ends = twoEnds("hand-3", "831");
        link(Tokens.officer("FR"), ends.out(), ends.in(), "").then().statusCode(404);
        link(Tokens.analyst("Asia/Pacific"), ends.out(), ends.in(), "").then().statusCode(403);
        link(Tokens.reporter("KR"), ends.out(), ends.in(), "").then().statusCode(403);
        link(Tokens.officer("VN"), ends.out(), ends.in(), "").then().statusCode(403);
        link(Tokens.officer("KR"), ends.out(), UUID.randomUUID(), "").then().statusCode(404);

        var others = imported("FR")
                .named("hand-3-fr")
                .between("DE", "FR")
                .ucr("hand-3-fr")
                .recorded();
        processing.apply(List.of(others));
        link(Tokens.officer("KR"), ends.out(), others.id(), "").then().statusCode(404);

        String id = link(Tokens.officer("KR"), ends.out(), ends.in(), "").path("id");
        part(Tokens.officer("FR"), ends.out(), id).then().statusCode(404);
        part(Tokens.officer("VN"), ends.out(), id).then().statusCode(404);
        part(Tokens.officer("KR"), ends.out(), UUID.randomUUID().toString())
                .then()
                .statusCode(404);
    }

    @Test
    void refuses_what_cannot_be_one_and_says_why() {
        Ends ends = twoEnds("hand-4", "841");
        var elsewhere = export("KR")
                .named("hand-4-sg")
                .between("KR", "SG")
                .ucr("hand-4-sg")
                .recorded();
        processing.apply(List.of(elsewhere));
        link(Tokens.officer("KR"), ends.out(), elsewhere.id(), "")
                .then()
                .statusCode(409)
                .body("detail", containsString("not from and to the same countries"));
        link(Tokens.officer("KR"), ends.out(), ends.out(), "").then().statusCode(409);
        given().auth()
                .oauth2(Tokens.officer("KR"))
                .contentType("application/json")
                .body("{\"movement\": \"x\"}")
                .post("/v1/movements/{id}/links", ends.out())
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/reason", "/movement")));
    }
}
