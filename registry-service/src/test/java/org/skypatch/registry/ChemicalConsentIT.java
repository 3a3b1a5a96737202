package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.registry.clock.Clocks;

/** Rotterdam import responses and export notifications, Stockholm exemptions and certifications: route by role by country. */
@QuarkusTest
@RegistryServers
class ChemicalConsentIT {

    private static final String RESPONSE = """
            {"response": "interim", "decision": "consent-with-conditions", "conditions": ["for research"], "on": "2026-01-05"}""";
    private static final String EXEMPTION = """
            {"commodity": "lindane", "kind": "specific-exemption", "purpose": "head lice and scabies", "from": "2026-01-01"}""";
    private static final int YEAR = 2090;

    @Inject
    Clocks clocks;

    @BeforeEach
    void recordsOfThailandStand() {
        Calls.awaitReady();
        String ca = Tokens.competentAuthority("TH");
        assertThat(Calls.put(ca, "/import-responses/TH/alachlor", RESPONSE).statusCode())
                .isIn(200, 201);
        assertThat(Calls.put(ca, "/exemptions/TH/LINDANE-1", EXEMPTION).statusCode())
                .isIn(200, 201);
        assertThat(send("TH", "KR", "aldicarb").statusCode()).isIn(201, 409);
        assertThat(certify("TH", "US", "ddt").statusCode()).isIn(201, 409);
    }

    @ParameterizedTest
    @CsvSource({
        // route, NOU of TH, CA of TH, customs of TH, CA of KR (counterpart), CA of JP, admin, operator, analyst
        "GET import-responses/TH/alachlor,                    200, 200, 200, 200, 200, 200, 200, 200",
        "GET import-responses/TH/alachlor/history,            200, 200, 200, 200, 200, 200, 200, 200",
        "GET import-responses,                                200, 200, 200, 200, 200, 200, 200, 200",
        "PUT import-responses/TH/alachlor,                    403, 200, 403, 403, 403, 403, 403, 403",
        "GET exemptions/TH/LINDANE-1,                         200, 200, 200, 200, 200, 200, 200, 200",
        "GET exemptions/TH/LINDANE-1/history,                 200, 200, 200, 200, 200, 200, 200, 200",
        "GET exemptions,                                      200, 200, 200, 200, 200, 200, 200, 200",
        "PUT exemptions/TH/LINDANE-1,                         403, 200, 403, 403, 403, 403, 403, 403",
        "GET export-notifications/TH-KR-aldicarb-2090,        200, 200, 200, 200, 404, 403, 403, 403",
        "GET export-notifications/TH-KR-aldicarb-2090/history, 200, 200, 200, 200, 404, 403, 403, 403",
        "GET export-notifications,                            200, 200, 200, 200, 200, 403, 403, 403",
        "POST export-notifications/TH-KR-aldicarb-2090/waive, 403, 409, 403, 200, 404, 403, 403, 403",
        "POST export-notifications/NONE/acknowledge,          404, 404, 403, 404, 404, 403, 403, 403",
        "GET certifications/TH-US-ddt-2090,                   200, 200, 200, 404, 404, 403, 403, 403",
        "GET certifications,                                  200, 200, 200, 200, 200, 403, 403, 403",
        "POST certifications/TH-US-ddt-2090/transmit,         403, 200, 403, 404, 404, 403, 403, 403",
    })
    void answers_each_caller_as_it_may(
            String route,
            int nou,
            int competentAuthority,
            int customs,
            int counterpart,
            int stranger,
            int admin,
            int operator,
            int analyst) {
        assertThat(List.of(
                        status(route, Tokens.nou("TH")),
                        status(route, Tokens.competentAuthority("TH")),
                        status(route, Tokens.customs("TH")),
                        status(route, Tokens.competentAuthority("KR")),
                        status(route, Tokens.competentAuthority("JP")),
                        status(route, Tokens.admin()),
                        status(route, Tokens.operator()),
                        status(route, Tokens.analyst())))
                .containsExactly(nou, competentAuthority, customs, counterpart, stranger, admin, operator, analyst);
    }

    @Test
    void finds_nothing_of_others_in_lists() {
        String stranger = Tokens.competentAuthority("JP");
        assertThat(Calls.get(stranger, "/export-notifications").jsonPath().getList("items.id"))
                .doesNotContain("TH-KR-aldicarb-2090");
        assertThat(Calls.get(stranger, "/certifications").jsonPath().getList("items"))
                .isEmpty();
        assertThat(Calls.get(Tokens.customs("KR"), "/export-notifications?exportCountry=TH&commodity=aldicarb")
                        .jsonPath()
                        .getList("items.id"))
                .contains("TH-KR-aldicarb-2090");
    }

    @Test
    void acknowledges_once_and_says_what_is_allowed() {
        assertThat(send("CL", "GH", "alachlor").statusCode()).isEqualTo(201);
        String path = "/export-notifications/CL-GH-alachlor-2090";

        Response byTheExporter = Calls.post(Tokens.competentAuthority("CL"), path + "/acknowledge", "{}");
        Response acknowledged = Calls.post(Tokens.competentAuthority("GH"), path + "/acknowledge", "{}");
        Response again = Calls.post(Tokens.competentAuthority("GH"), path + "/acknowledge", "{}");

        assertThat(byTheExporter.statusCode()).isEqualTo(409);
        assertThat(byTheExporter.jsonPath().getString("detail"))
                .contains("sent")
                .contains("cease");
        assertThat(acknowledged.jsonPath().getString("state")).isEqualTo("acknowledged");
        assertThat(acknowledged.jsonPath().getString("acknowledgedOn")).isNotNull();
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.jsonPath().getString("detail")).contains("acknowledged");
        assertThat(send("CL", "GH", "alachlor").statusCode()).isEqualTo(409);
    }

    @Test
    void sends_again_after_thirty_days_without_acknowledgement_and_then_gives_up() {
        assertThat(send("CL", "GB", "alachlor").statusCode()).isEqualTo(201);
        String path = "/export-notifications/CL-GB-alachlor-2090";
        Clocks.Due first = new Clocks.Due("export-notification", "CL-GB-alachlor-2090", "acknowledgement");
        Clocks.Due second = new Clocks.Due("export-notification", "CL-GB-alachlor-2090", "second-acknowledgement");
        Instant now = Instant.now();

        clocks.fire(first, now.plus(29, ChronoUnit.DAYS));
        assertThat(Calls.get(Tokens.customs("GB"), path).jsonPath().getString("state"))
                .as("people may be reminded, nothing is sent early")
                .isEqualTo("sent");
        Instant month = now.plus(32, ChronoUnit.DAYS);
        assertThat(clocks.fire(first, month)).isTrue();
        assertThat(Calls.get(Tokens.customs("GB"), path).jsonPath().getString("state"))
                .isEqualTo("second-sent");

        Instant twoMonths = month.plus(32, ChronoUnit.DAYS);
        assertThat(clocks.fire(second, twoMonths)).isTrue();
        assertThat(Calls.get(Tokens.customs("GB"), path).jsonPath().getString("state"))
                .isEqualTo("unacknowledged");
        assertThat(Calls.get(Tokens.customs("GB"), path + "/history").jsonPath().getList("items.by"))
                .containsExactly("CL-ca", "system-clock", "system-clock");
    }

    @Test
    void keeps_a_final_response_final() {
        String ca = Tokens.competentAuthority("PH");
        String response = "/import-responses/PH/aldicarb";
        String last = "{\"response\": \"final\", \"decision\": \"no-consent\", \"on\": \"2026-02-01\"}";

        assertThat(Calls.put(ca, response, RESPONSE).statusCode()).isEqualTo(201);
        assertThat(Calls.put(ca, response, last).statusCode()).isEqualTo(200);
        Response back = Calls.put(ca, response, RESPONSE);
        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.jsonPath().getString("detail")).contains("final");
        assertThat(Calls.put(ca, response, last.replace("no-consent", "consent"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Calls.put(ca, "/import-responses/PH/hcfc-22", last).statusCode())
                .isEqualTo(422);
        Response without =
                Calls.put(ca, "/import-responses/PH/alachlor", "{\"response\": \"final\", \"on\": \"2026-02-01\"}");
        assertThat(without.jsonPath().getString("errors[0].pointer")).isEqualTo("/decision");
    }

    @Test
    void lets_an_exemption_end_for_good() {
        String ca = Tokens.competentAuthority("MX");
        String ended =
                EXEMPTION.replace("\"from\": \"2026-01-01\"", "\"from\": \"2020-01-01\", \"until\": \"2021-01-01\"");

        assertThat(Calls.put(ca, "/exemptions/MX/E-1", ended).statusCode()).isEqualTo(201);
        Response revived = Calls.put(ca, "/exemptions/MX/E-1", ended.replace("2021-01-01", "2099-01-01"));
        assertThat(revived.statusCode()).isEqualTo(409);
        assertThat(Calls.put(ca, "/exemptions/MX/E-2", EXEMPTION.replace("lindane", "alachlor"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void takes_certifications_only_of_states_that_are_no_party() {
        Response ofAParty = certify("TH", "KR", "ddt");
        assertThat(ofAParty.statusCode()).isEqualTo(422);
        assertThat(ofAParty.jsonPath().getString("errors[0].pointer")).isEqualTo("/importCountry");
        Response byAStranger =
                Calls.post(Tokens.competentAuthority("JP"), "/certifications", certification("TH", "US", "mirex"));
        assertThat(byAStranger.statusCode()).isEqualTo(403);
    }

    private static Response send(String exporting, String importing, String commodity) {
        return Calls.post(Tokens.competentAuthority(exporting), "/export-notifications", """
                {"importCountry": "%s", "commodity": "%s", "year": %d, "expectedExportOn": "%d-06-01",
                 "intendedUse": "weed control"}""".formatted(
                        importing, commodity, YEAR, YEAR));
    }

    private static Response certify(String exporting, String importing, String commodity) {
        return Calls.post(
                Tokens.competentAuthority(exporting),
                "/certifications",
                certification(exporting, importing, commodity));
    }

    private static String certification(String exporting, String importing, String commodity) {
        return """
                {"exportCountry": "%s", "importCountry": "%s", "commodity": "%s", "year": %d, "intendedUse": "vectors",
                 "on": "2026-02-01"}""".formatted(exporting, importing, commodity, YEAR);
    }

    private static int status(String route, String token) {
        String[] parts = route.split(" ");
        String path = "/" + parts[1];
        return switch (parts[0]) {
            case "GET" -> Calls.get(token, path).statusCode();
            case "PUT" ->
                Calls.put(token, path, parts[1].startsWith("exemptions") ? EXEMPTION : RESPONSE)
                        .statusCode();
            default -> Calls.post(token, path, "{}").statusCode();
        };
    }
}
