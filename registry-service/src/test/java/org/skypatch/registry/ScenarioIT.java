package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry's side of the stories, put through the API exactly as it stands. */
@QuarkusTest
@RegistryServers
class ScenarioIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void theCatalogueIsRecorded() {
        Calls.awaitReady();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01-silent-arrival",
                "02-late-but-honest",
                "03-short-landed",
                "04-forged-licence",
                "05-relabelled",
                "06-notification-drawn-down",
                "07-diverted",
                "08-clean-corridor"
            })
    void takes_every_record_of_a_story_as_it_stands(String story) throws IOException {
        JsonNode registry = read(story);
        for (JsonNode coverage : registry.path("coverage")) {
            String path = "/coverage/" + coverage.get("administration").asText();
            accepted(Calls.put(Tokens.admin(), path, coverage.toString()));
            says(Calls.get(Tokens.customs("NL"), path), coverage);
        }
        for (JsonNode trader : registry.path("traders")) {
            String country = trader.get("country").asText();
            String path =
                    "/traders/" + country + "/" + Calls.encoded(trader.get("id").asText());
            accepted(Calls.put(Tokens.nou(country), path, trader.toString()));
            says(Calls.get(Tokens.customs(country), path), trader);
        }
        for (JsonNode licence : registry.path("licences")) {
            String issuer = licence.get("issuer").asText();
            String path = "/licences/" + issuer + "/"
                    + Calls.encoded(licence.get("number").asText());
            accepted(Calls.put(Tokens.nou(issuer), path, licence.toString()));
            for (String reader : new String[] {"issuer", "exporterCountry", "importerCountry"}) {
                Response read = Calls.get(Tokens.customs(licence.get(reader).asText()), path);
                says(read, licence);
                // Those of stories long past have expired by the day on which this runs, as soon as the clock is looked
                // at.
                assertThat(read.jsonPath().getString("state")).isIn("issued", "expired");
            }
        }
    }

    private static void accepted(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
    }

    /** Every field that was put and is not empty reads the same. */
    private static void says(Response answer, JsonNode put) throws IOException {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        JsonNode read = JSON.readTree(answer.asString());
        put.properties().stream()
                .filter(field ->
                        !field.getValue().isArray() || !field.getValue().isEmpty())
                .forEach(field -> assertThat(read.get(field.getKey())).isEqualTo(field.getValue()));
    }

    private static JsonNode read(String story) throws IOException {
        try (InputStream in = ScenarioIT.class.getResourceAsStream("/scenarios/" + story + "/registry.json")) {
            return JSON.readTree(Objects.requireNonNull(in));
        }
    }
}
