package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secret addresses for calendar programs: what they show, to whom, and that they end when they are taken back. */
@QuarkusTest
@RegistryServers
class CalendarFeedIT {

    private static final String CA = Tokens.competentAuthority("MG");
    private static final String OTHER_COMPETENCE = Tokens.nou("MG");

    @Inject
    DataSource database;

    @BeforeEach
    void aNotificationRunsOut() {
        Calls.awaitReady();
        Calls.post(CA, "/notifications", """
                {"number": "MG FEED 1", "kind": "general", "exporter": "MG-1", "facility": "KR-1", "importCountry": "KR",
                 "wasteCodes": ["A1160"], "operation": "R4", "totalMassKg": "60000", "shipments": 3,
                 "periodFrom": "2090-02-01", "periodUntil": "2090-07-31", "contract": "C-1"}""");
    }

    @AfterEach
    void theClockIsRightAgain() {
        Calls.put(Tokens.admin(), "/clock", "{\"now\": \"" + Instant.now() + "\"}");
    }

    @Test
    void shows_without_a_token_what_its_owner_must_do_and_no_names_unless_wished() {
        String masked = address(CA, "person", "{}");
        String named = address(CA, "administration", "{\"names\": true}");

        Response feed = open(masked);

        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.contentType()).startsWith("text/calendar");
        assertThat(feed.header("Cache-Control")).contains("no-store");
        assertThat(unfolded(feed))
                .contains("DTSTART;VALUE=DATE:20900731")
                .contains("The period of notification *** of MG ends.")
                .contains("DESCRIPTION:notification\n")
                .doesNotContain("MG FEED 1");
        assertThat(unfolded(open(named)))
                .contains("The period of notification MG FEED 1 of MG ends.")
                .contains("DESCRIPTION:notification:MG/MG FEED 1\n");
        assertThat(unfolded(open(address(OTHER_COMPETENCE, "person", "{}"))))
                .as("of another competence")
                .doesNotContain("VEVENT");
    }

    @Test
    void tells_the_address_once_and_keeps_nothing_of_the_secret_but_its_digest() throws SQLException {
        String address = address(CA, "person", "{}");
        String secret = address.substring(address.lastIndexOf('/') + 1).replace(".ics", "");

        Map<String, Object> read =
                Calls.get(CA, "/calendar-feeds/person").jsonPath().getMap("");

        assertThat(read).containsKeys("createdAt", "expiresAt").doesNotContainKey("address");
        assertThat(secret).hasSize(43);
        assertThat(rows("select row_to_json(calendar_feed)::text from calendar_feed where administration = 'MG-ca'"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(secret));
    }

    @Test
    void ends_the_address_before_when_a_new_one_is_made_and_each_when_it_is_taken_back() {
        String first = address(CA, "administration", "{}");
        String second = address(CA, "administration", "{}");
        String persons = address(CA, "person", "{}");

        assertThat(List.of(
                        open(first).statusCode(),
                        open(second).statusCode(),
                        open(persons).statusCode()))
                .containsExactly(404, 200, 200);
        assertThat(Calls.as(CA).delete("/v1/calendar-feeds/administration").statusCode())
                .isEqualTo(204);
        assertThat(List.of(open(second).statusCode(), open(persons).statusCode()))
                .containsExactly(404, 200);
        String successor = Tokens.token("MG-ca", "MG", List.of("officer", "authority"), List.of("basel"));
        assertThat(Calls.as(OTHER_COMPETENCE)
                        .delete("/v1/calendar-feeds/person/mg-ca")
                        .statusCode())
                .as("of another administration")
                .isEqualTo(404);
        assertThat(Calls.as(successor).delete("/v1/calendar-feeds/person/mg-ca").statusCode())
                .isEqualTo(204);
        assertThat(open(persons).statusCode()).isEqualTo(404);
        assertThat(Calls.get(CA, "/calendar-feeds/person").statusCode()).isEqualTo(404);
    }

    @Test
    void answers_whatever_does_not_fit_alike() {
        String right = address(CA, "person", "{}");
        String id = right.substring(0, right.lastIndexOf('/'));
        String secret = right.substring(right.lastIndexOf('/') + 1);

        Response wrongSecret = open(id + "/" + "A".repeat(43) + ".ics");
        Response noSuchId = open("/calendar-feeds/018f6f1e-0000-7000-8000-000000000001/" + secret);
        Response noId = open("/calendar-feeds/none/" + secret);

        for (Response answer : List.of(wrongSecret, noSuchId, noId)) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(withoutCorrelation(answer)).isEqualTo(withoutCorrelation(wrongSecret));
        }
    }

    @Test
    void shows_nothing_after_its_time_and_no_more_than_its_administration_is_still_competent_for() {
        String address = address(CA, "person", "{\"names\": true}");
        assertThat(Calls.put(Tokens.admin(), "/administrations/MG-ca", """
                        {"name": "Competent authority", "country": "MG", "competences": ["pic"], "timeZone": "UTC"}""").statusCode())
                .isIn(200, 201);

        assertThat(unfolded(open(address))).doesNotContain("VEVENT");

        Calls.put(Tokens.admin(), "/administrations/MG-ca", """
                        {"name": "Competent authority", "country": "MG", "competences": ["basel"], "timeZone": "UTC"}""");
        assertThat(unfolded(open(address))).contains("MG FEED 1");
        Instant inAYear = Instant.now().plusSeconds(366L * 86_400);
        Calls.put(Tokens.admin(), "/clock", "{\"now\": \"" + inAYear + "\"}");
        assertThat(open(address).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customs", "admin", "operator", "analyst"})
    void makes_none_for_whom_no_clock_runs(String role) {
        String token =
                switch (role) {
                    case "customs" -> Tokens.customs("MG");
                    case "admin" -> Tokens.admin();
                    case "operator" -> Tokens.operator();
                    default -> Tokens.analyst();
                };

        assertThat(Calls.post(token, "/calendar-feeds/person", "{}").statusCode())
                .isEqualTo(403);
        assertThat(Calls.get(token, "/calendar-feeds/person").statusCode()).isEqualTo(403);
        assertThat(Calls.as(token).delete("/v1/calendar-feeds/person").statusCode())
                .isEqualTo(403);
        assertThat(RestAssured.given().post("/v1/calendar-feeds/person").statusCode())
                .isIn(401, 415);
    }

    private static String address(String token, String owner, String body) {
        Response made = Calls.post(token, "/calendar-feeds/" + owner, body);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.jsonPath().getString("address").replace("/registry/v1", "");
    }

    private static Response open(String address) {
        return RestAssured.given().get("/v1" + address);
    }

    /** The text of a feed, its long lines in one piece. */
    private static String unfolded(Response feed) {
        assertThat(feed.statusCode()).as(feed.asString()).isEqualTo(200);
        return feed.asString().replace("\r\n ", "").replace("\r\n", "\n");
    }

    private static Map<String, Object> withoutCorrelation(Response answer) {
        Map<String, Object> body = answer.jsonPath().getMap("");
        body.remove("correlationId");
        return body;
    }

    private List<String> rows(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            List<String> all = new java.util.ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
