package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.process.CustomsEventProcessing;
import org.skypatch.tracking.process.Registers;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

/** Movements released to others, whole or without names, and taken back. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class ReleasesIT {

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

    private UUID consignment(String name) {
        var out = export("KR")
                .named(name)
                .ucr(name)
                .through("VN")
                .naming(Part.EXPORTER, "REL-EXP", "Released Gas")
                .at("2026-03-01T00:00:00Z")
                .recorded();
        processing.apply(List.of(out));
        return out.id();
    }

    private static Response release(String token, UUID movement, String to, String extent) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"to\": \"%s\", \"extent\": \"%s\", \"reason\": \"asked by telephone\"}".formatted(to, extent))
                .post("/v1/movements/{id}/releases", movement);
    }

    private static Response revoke(String token, UUID movement, String release) {
        return given().auth()
                .oauth2(token)
                .queryParam("reason", "asked no more")
                .delete("/v1/movements/{id}/releases/{release}", movement, release);
    }

    private static Response get(String token, String path, Object... values) {
        return given().auth().oauth2(token).get(path, values);
    }

    private static long reads(String administration, UUID movement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        PostgresAndKafka.jdbcUrl("tracking"), "tracking", "skypatch-local");
                var statement = connection.prepareStatement(
                        "select count(*) from nominal_read where administration = ? and movements @> array[?]")) {
            statement.setString(1, administration);
            statement.setObject(2, movement);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Test
    void releases_to_another_country_without_names_then_whole_then_not_at_all() throws SQLException {
        UUID id = consignment("rel-1");
        String stranger = Tokens.officer("GR");
        get(stranger, "/v1/movements/{id}", id).then().statusCode(404);

        String release = release(Tokens.authority("KR"), id, "GR-customs", "non-nominal")
                .then()
                .statusCode(201)
                .body("to", equalTo("GR"))
                .extract()
                .path("id");
        Response masked = get(stranger, "/v1/movements/{id}", id);
        masked.then().statusCode(200).body("released", equalTo("non-nominal")).body("releases", hasSize(0));
        assertThat(masked.asString()).doesNotContain("Released Gas").doesNotContain("rel-1");
        get(stranger, "/v1/movements").then().body("items.id", equalTo(List.of(id.toString())));
        get(stranger, "/v1/movements?reference=rel-1").then().body("items", hasSize(0));
        get(stranger, "/v1/movements?country=GR").then().body("items", hasSize(0));
        assertThat(reads("GR-customs", id)).isZero();

        release(Tokens.authority("KR"), id, "GR", "whole")
                .then()
                .statusCode(201)
                .body("id", equalTo(release));
        get(stranger, "/v1/movements/{id}", id)
                .then()
                .body("released", equalTo("whole"))
                .body("traders.exporter.name", equalTo("Released Gas"));
        get(stranger, "/v1/movements?reference=rel-1").then().body("items", hasSize(1));
        assertThat(reads("GR-customs", id)).isEqualTo(2);
        get(Tokens.officer("TH"), "/v1/movements/{id}", id)
                .then()
                .body("released", nullValue())
                .body("releases.extent", equalTo(List.of("non-nominal", "whole")))
                .body("releases.reason[0]", equalTo("asked by telephone"));

        revoke(Tokens.authority("TH"), id, release).then().statusCode(403);
        revoke(stranger, id, release).then().statusCode(403);
        revoke(Tokens.authority("GR"), id, release).then().statusCode(404);
        revoke(Tokens.authority("KR"), id, release).then().statusCode(201).body("extent", equalTo("revoked"));
        get(stranger, "/v1/movements/{id}", id).then().statusCode(404);
        get(stranger, "/v1/movements").then().body("items", hasSize(0));
    }

    @Test
    void releases_whole_to_the_office_of_a_region() throws SQLException {
        UUID id = consignment("rel-2");
        String analyst = Tokens.analyst("Asia/Pacific");
        assertThat(get(analyst, "/v1/movements/{id}", id).asString()).doesNotContain("Released Gas");
        release(Tokens.authority("VN"), id, "region:Asia/Pacific", "non-nominal")
                .then()
                .statusCode(422);
        release(Tokens.authority("VN"), id, "region:Asia/Pacific", "whole")
                .then()
                .statusCode(201);
        get(analyst, "/v1/movements/{id}", id)
                .then()
                .body("traders.exporter.name", equalTo("Released Gas"))
                .body("released", nullValue());
        assertThat(reads("RILO-any", id)).isOne();
        get(analyst, "/v1/movements?reference=rel-2").then().statusCode(403);
    }

    @Test
    void keeps_a_release_when_the_movement_is_joined_and_shows_the_outside_reporter_the_whole() {
        UUID id = consignment("rel-3");
        var outside = imported("MX")
                .named("rel-3-mx")
                .ucr("rel-3")
                .at("2026-03-09T00:00:00Z")
                .recorded();
        processing.apply(List.of(outside));
        String reporter = Tokens.officer("MX");
        get(reporter, "/v1/movements/{id}", id).then().statusCode(404);
        release(Tokens.authority("TH"), id, "MX", "whole").then().statusCode(201);
        var in = imported("TH")
                .named("rel-3-th")
                .ucr("rel-3")
                .at("2026-03-20T00:00:00Z")
                .recorded();
        processing.apply(List.of(in));
        get(reporter, "/v1/movements/{id}", id)
                .then()
                .statusCode(200)
                .body(
                        "events.id",
                        equalTo(List.of(
                                id.toString(), outside.id().toString(), in.id().toString())));
        get(reporter, "/v1/customs-events/{id}", outside.id()).then().body("movement", equalTo(id.toString()));
    }

    @Test
    void lets_parties_release_and_nobody_else_and_names_what_is_wrong() {
        UUID id = consignment("rel-4");
        release(Tokens.authority("CL"), id, "CL", "whole").then().statusCode(404);
        release(Tokens.officer("KR"), id, "CL", "whole").then().statusCode(403);
        release(Tokens.authority("VN"), id, "CL", "whole").then().statusCode(403);
        release(Tokens.operator(), id, "CL", "whole").then().statusCode(403);
        release(Tokens.authority("KR"), UUID.randomUUID(), "CL", "whole").then().statusCode(404);
        release(Tokens.authority("KR"), id, "TH", "whole").then().statusCode(422);
        release(Tokens.authority("KR"), id, "region:Atlantis", "whole")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/to")));
        release(Tokens.authority("KR"), id, "Chile", "some")
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/to", "/extent")));
    }
}
