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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

/** "Seen?" asked and answered, against a real database. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class EnquiriesIT {

    private static boolean registryHasSpoken;

    @Inject
    CustomsEventProcessing processing;

    @Inject
    Registers registers;

    @BeforeEach
    void registrySpeaks() {
        if (!registryHasSpoken) {
            try (RegistryTopic registry = new RegistryTopic()) {
                registry.catalogue();
                registry.covers("KR-customs");
                registry.covers("TH-customs");
            }
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> registers.current().isComplete());
            registryHasSpoken = true;
        }
    }

    /** A consignment that was due yesterday: within the grace, and nothing is heard. */
    private UUID dueYesterday(String name) {
        Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
        var departure = export("KR")
                .named(name)
                .ucr(name)
                .through("VN")
                .at(yesterday.minus(20, ChronoUnit.DAYS).toString())
                .expectedOn(yesterday.toString().substring(0, 10))
                .recorded();
        processing.apply(List.of(departure));
        return departure.id();
    }

    private static Response post(String token, String body, String path, Object... values) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(path, values);
    }

    private static Response movement(String token, UUID id) {
        return given().auth().oauth2(token).get("/v1/movements/{id}", id);
    }

    @Test
    void asks_tells_the_asked_country_and_turns_red_on_no_record() {
        UUID id = dueYesterday("seen-1");
        String enquiry = post(
                        Tokens.officer("KR"),
                        "{\"words\": \"Two drums are missing.\"}",
                        "/v1/movements/{id}/enquiries",
                        id)
                .then()
                .statusCode(201)
                .body("to", equalTo("TH"))
                .body("state", equalTo("asked"))
                .extract()
                .path("id");
        post(Tokens.officer("KR"), "{}", "/v1/movements/{id}/enquiries", id)
                .then()
                .statusCode(200)
                .body("id", equalTo(enquiry));
        movement(Tokens.officer("TH"), id)
                .then()
                .body("enquiries", hasSize(1))
                .body("enquiries[0].words", equalTo("Two drums are missing."))
                .body("findings.rule", hasItem("enquiry-open"));
        movement(Tokens.officer("VN"), id)
                .then()
                .body("enquiries", hasSize(0))
                .body("findings.rule", org.hamcrest.Matchers.not(hasItem("enquiry-open")));

        post(
                        Tokens.officer("TH"),
                        "{\"answer\": \"no-record\"}",
                        "/v1/movements/{id}/enquiries/{e}/answer",
                        id,
                        enquiry)
                .then()
                .statusCode(201)
                .body("state", equalTo("no-record"));
        movement(Tokens.officer("KR"), id)
                .then()
                .body("status", equalTo("overdue"))
                .body("findings.find { it.rule == 'not-arrived' }.severity", equalTo("high"))
                .body("findings.find { it.rule == 'enquiry-open' }.state", equalTo("cleared"));
        post(Tokens.officer("TH"), "{\"answer\": \"checking\"}", "/v1/movements/{id}/enquiries/{e}/answer", id, enquiry)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("allowed: arrived"));
    }

    @Test
    void lets_the_exporting_side_ask_and_the_asked_country_answer_and_nobody_else() {
        UUID id = dueYesterday("seen-2");
        post(Tokens.officer("FR"), "{}", "/v1/movements/{id}/enquiries", id)
                .then()
                .statusCode(404);
        post(Tokens.officer("TH"), "{}", "/v1/movements/{id}/enquiries", id)
                .then()
                .statusCode(403);
        post(Tokens.reporter("KR"), "{}", "/v1/movements/{id}/enquiries", id)
                .then()
                .statusCode(403);
        post(Tokens.officer("KR"), "{\"to\": \"FR\"}", "/v1/movements/{id}/enquiries", id)
                .then()
                .statusCode(422);
        post(Tokens.officer("KR"), "{\"to\": \"Siam\"}", "/v1/movements/{id}/enquiries", id)
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/to")));

        String enquiry = post(Tokens.officer("KR"), "{\"to\": \"VN\"}", "/v1/movements/{id}/enquiries", id)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/v1/movements/{id}/enquiries/{e}/answer";
        post(Tokens.officer("TH"), "{\"answer\": \"arrived\"}", path, id, enquiry)
                .then()
                .statusCode(403);
        post(Tokens.officer("FR"), "{\"answer\": \"arrived\"}", path, id, enquiry)
                .then()
                .statusCode(404);
        post(Tokens.officer("VN"), "{\"answer\": \"perhaps\"}", path, id, enquiry)
                .then()
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of("/answer")));
        post(Tokens.officer("VN"), "{\"answer\": \"checking\"}", path, id, enquiry)
                .then()
                .statusCode(201);
    }

    @Test
    void lets_the_analyst_of_the_region_ask_without_showing_words() {
        UUID id = dueYesterday("seen-3");
        post(Tokens.analyst("Europe"), "{}", "/v1/movements/{id}/enquiries", id)
                .then()
                .statusCode(404);
        post(Tokens.analyst("Asia/Pacific"), "{\"words\": \"For KR-1.\"}", "/v1/movements/{id}/enquiries", id)
                .then()
                .statusCode(201)
                .body("from", equalTo("region:Asia/Pacific"));
        movement(Tokens.analyst("Asia/Pacific"), id)
                .then()
                .body("enquiries", hasSize(1))
                .body("enquiries[0].words", nullValue());
        assertThat(movement(Tokens.officer("KR"), id).<String>path("enquiries[0].words"))
                .isEqualTo("For KR-1.");
    }
}
