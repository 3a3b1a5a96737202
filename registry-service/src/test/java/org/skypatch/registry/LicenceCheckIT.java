package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Does this paper hold?", the registry's side of story 04 first. */
@QuarkusTest
@RegistryServers
class LicenceCheckIT {

    private static final String GENUINE = """
            {"kind": "import", "holder": "NL-EORI-8100001", "counterpart": "CN-91330000X-04", "commodity": "hcfc-22",
             "massKg": "20000", "validFrom": "2014-06-01", "validUntil": "2014-12-31", "use": "single",
             "exporterCountry": "CN", "importerCountry": "NL"}""";

    @Inject
    DataSource database;

    @BeforeEach
    void theGenuineLicenceStands() {
        Calls.awaitReady();
        assertThat(Calls.put(Tokens.nou("EU"), "/licences/EU/14IMP000123", GENUINE)
                        .statusCode())
                .isIn(200, 201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NL", "EU", "CN"})
    void names_the_genuine_licence_behind_a_forged_number_to_those_it_names(String country) {
        JsonPath answer = check(Tokens.customs(country), forged());

        assertThat(answer.getString("outcome")).isEqualTo("near-miss");
        assertThat(answer.getList("nearMisses.licence.number")).containsExactly("14IMP000123");
        assertThat(answer.getList("nearMisses.distance")).containsExactly(1);
        assertThat(answer.getList("nearMisses[0].because")).containsExactly("holder", "counterpart", "commodity");
    }

    @Test
    void gives_a_stranger_no_hint_of_a_genuine_number() {
        String noRoute = """
                {"number": "%s", "issuer": "EU", "holder": "NL-EORI-8100001", "commodity": "hcfc-22", "on": "2014-10-20"}""";

        JsonPath ofForged = check(Tokens.customs("DE"), noRoute.formatted("14IMP000128"));
        JsonPath ofGenuine = check(Tokens.customs("DE"), noRoute.formatted("14IMP000123"));
        JsonPath ofNothing = check(Tokens.customs("DE"), noRoute.formatted("99XXX999999"));

        assertThat(ofForged.getMap("")).isEqualTo(ofGenuine.getMap("")).isEqualTo(ofNothing.getMap(""));
        assertThat(ofGenuine.getString("outcome")).isEqualTo("unknown");
        assertThat(Calls.post(Tokens.customs("DE"), "/licence-checks", forged()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void confirms_the_genuine_licence_and_refuses_the_forged_amount_on_it() {
        JsonPath holds = check(Tokens.customs("NL"), cited("14IMP000123", "20000", "2014-10-20"));
        JsonPath tooMuch = check(Tokens.customs("NL"), cited("14IMP000123", "60000", "2014-10-20"));

        assertThat(holds.getString("outcome")).isEqualTo("holds");
        assertThat(holds.getString("licence.holder")).isEqualTo("NL-EORI-8100001");
        assertThat(tooMuch.getString("outcome")).isEqualTo("fails");
        assertThat(tooMuch.getList("reasons.code")).containsExactly("amount");
        assertThat(tooMuch.getString("reasons[0].licenceSays")).isEqualTo("20000 kg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"14IMP OO0123", "14imp000123", "141MP000123", " 14 IMP 000 123"})
    void reads_a_number_as_eyes_confuse_it(String written) {
        JsonPath answer = check(Tokens.customs("NL"), cited(written, "20000", "2014-10-20"));

        assertThat(answer.getString("outcome")).isEqualTo("holds");
        assertThat(answer.getString("licence.number")).isEqualTo("14IMP000123");
    }

    @Test
    void compares_a_mass_with_the_odp_tonnes_that_a_licence_grants_by_the_catalogue() {
        Calls.put(
                Tokens.nou("TH"),
                "/licences/TH/CHECK-ODP-1",
                Samples.licence("10").replace("\"massKg\": \"10\"", "\"odpTonnes\": \"1.1\""));
        String body = """
                {"number": "CHECK-ODP-1", "issuer": "TH", "massKg": "%s", "on": "2026-06-01"}""";

        assertThat(check(Tokens.customs("TH"), body.formatted("20000")).getString("outcome"))
                .isEqualTo("holds");
        JsonPath tooMuch = check(Tokens.customs("TH"), body.formatted("20000.1"));
        assertThat(tooMuch.getList("reasons.code")).containsExactly("amount");
        assertThat(tooMuch.getString("reasons[0].licenceSays")).isEqualTo("1.1 ODP-t");
        assertThat(tooMuch.getString("reasons[0].shown")).isEqualTo("20000.1 kg, 1.1000055 ODP-t");
        assertThat(Calls.post(Tokens.customs("TH"), "/licence-checks", """
                        {"number": "CHECK-ODP-1", "units": "some"}""").asString())
                .contains("/units");
    }

    @Test
    void judges_by_the_day_asked_about_and_by_the_state() {
        Calls.put(Tokens.nou("TH"), "/licences/TH/CHECK-STATE-1", Samples.licence("10"));
        String body = """
                {"number": "CHECK-STATE-1", "issuer": "TH", "on": "%s"}""";

        assertThat(check(Tokens.customs("TH"), body.formatted("2099-12-31")).getString("outcome"))
                .isEqualTo("holds");
        assertThat(check(Tokens.customs("TH"), body.formatted("2100-01-01")).getList("reasons.code"))
                .containsExactly("expired");
        Calls.post(Tokens.nou("TH"), "/licences/TH/CHECK-STATE-1/suspend", Samples.reason());
        assertThat(check(Tokens.customs("KR"), body.formatted("2099-12-31")).getList("reasons.code"))
                .containsExactly("suspended");
    }

    @Test
    void shows_the_unions_licence_to_its_members_at_the_border() {
        String path = "/licences/EU/CHECK-UNION-1";
        Calls.put(Tokens.nou("EU"), path, Samples.licence("CN", "EU", "hcfc-22"));
        String body = """
                {"number": "CHECK-UNION-1", "issuer": "EU", "dispatch": "CN", "destination": "NL", "on": "2026-06-01"}""";

        assertThat(check(Tokens.customs("NL"), body).getString("outcome")).isEqualTo("holds");
        assertThat(Calls.get(Tokens.customs("NL"), path).statusCode()).isEqualTo(200);
        assertThat(Calls.get(Tokens.customs("NL"), "/licences?text=CHECK-UNION")
                        .jsonPath()
                        .getList("items.number"))
                .containsExactly("CHECK-UNION-1");
        assertThat(Calls.get(Tokens.customs("GB"), path).statusCode()).isEqualTo(404);
        assertThat(check(Tokens.customs("GB"), """
                {"number": "CHECK-UNION-1", "on": "2014-06-01"}""").getString("outcome")).isEqualTo("unknown");
    }

    @Test
    void keeps_who_asked_what_and_lets_nobody_take_it_away() throws SQLException {
        check(Tokens.customs("NL"), forged());

        assertThat(count("""
                select count(*) from licence_check
                where asked_by = 'NL-customs' and person = 'nl-customs' and outcome = 'near-miss'
                  and question ->> 'number' = '14IMP000128' and disclosed = array['EU/14IMP000123']
                """)).isPositive();
        for (String forgetting : List.of(
                "delete from licence_check", "update licence_check set asked_by = 'x'", "truncate licence_check")) {
            assertThatThrownBy(() -> run(forgetting)).hasMessageContaining("only ever added to");
        }
    }

    @Test
    void asks_an_administration_that_asks_too_much_to_wait() {
        List<Integer> answers = new ArrayList<>();
        Response last = null;
        for (int i = 0; i < 200 && (last == null || last.statusCode() != 429); i++) {
            last = Calls.post(Tokens.customs("ZA"), "/licence-checks", "{\"number\": \"GUESS-" + i + "\"}");
            answers.add(last.statusCode());
        }

        assertThat(answers).hasSizeGreaterThanOrEqualTo(121).endsWith(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 60);
        assertThat(last.jsonPath().getString("type")).isEqualTo("/problems/too-many-requests");
        assertThat(Calls.post(Tokens.nou("ZA"), "/licence-checks", "{\"number\": \"1\"}")
                        .statusCode())
                .as("another administration of the country")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {}                                   | /number
                {"number": " "}                      | /number
                {"number": "1", "massKg": "-1"}      | /massKg
                {"number": "1", "on": "tomorrow"}    | /on
                {"number": "1", "dispatch": "kr"}    | /dispatch
                {"number": "1", "transit": ["x"]}    | /transit/0
                {"number": "1", "colour": "red"}     | /colour
                """)
    void names_the_field_that_is_wrong(String body, String pointer) {
        Response answer = Calls.post(Tokens.customs("TH"), "/licence-checks", body);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getList("errors.pointer", String.class)).contains(pointer);
    }

    @Test
    void is_for_officers_and_authorities_alone() {
        assertThat(List.of(
                        Calls.post(Tokens.admin(), "/licence-checks", forged()).statusCode(),
                        Calls.post(Tokens.operator(), "/licence-checks", forged())
                                .statusCode(),
                        Calls.post(Tokens.analyst(), "/licence-checks", forged())
                                .statusCode()))
                .containsExactly(403, 403, 403);
    }

    private static String forged() {
        return cited("14IMP000128", "60000", "2014-10-20");
    }

    private static String cited(String number, String massKg, String on) {
        return """
                {"number": "%s", "issuer": "EU", "holder": "NL-EORI-8100001", "counterpart": "CN-91330000X-04",
                 "commodity": "hcfc-22", "massKg": "%s", "on": "%s", "dispatch": "CN", "destination": "NL"}""".formatted(number, massKg, on);
    }

    private static JsonPath check(String token, String body) {
        Response answer = Calls.post(token, "/licence-checks", body);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
