package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Route by role by country: who may read and who may write. */
@QuarkusTest
@RegistryServers
class WhoMayIT {

    private static final Map<String, String> BODIES = Map.of(
            "licences", Samples.licence("10"),
            "traders", Samples.trader("Siam Cool"),
            "coverage", Samples.coverage(),
            "requirements", Samples.requirement("C-I"));

    @BeforeEach
    void recordsOfThailandStand() {
        Calls.awaitReady();
        assertThat(Calls.put(Tokens.nou("TH"), "/licences/TH/WHO-1", Samples.licence("10"))
                        .statusCode())
                .isIn(200, 201);
        assertThat(Calls.put(Tokens.nou("TH"), "/traders/TH/WHO-1", Samples.trader("Siam Cool"))
                        .statusCode())
                .isIn(200, 201);
        assertThat(Calls.put(Tokens.admin(), "/coverage/TH-nou", Samples.coverage())
                        .statusCode())
                .isIn(200, 201);
        assertThat(Calls.put(Tokens.admin(), "/requirements/TH/WHO-1", Samples.requirement("C-I"))
                        .statusCode())
                .isIn(200, 201);
    }

    @ParameterizedTest
    @CsvSource({
        // route, NOU of TH, CA of TH, customs of TH, customs of KR (exporter), NOU of JP, admin, operator, analyst
        "GET licences/TH/WHO-1,      200, 200, 200, 200, 404, 403, 403, 403",
        "GET licences/TH/WHO-1/history,   200, 200, 200, 200, 404, 403, 403, 403",
        "GET licences/TH/WHO-1/qr,        200, 200, 200, 200, 404, 403, 403, 403",
        "GET licences/TH/WHO-1/sheet.pdf, 200, 200, 200, 200, 404, 403, 403, 403",
        "GET keys,                   200, 200, 200, 200, 200, 200, 200, 200",
        "GET licences,               200, 200, 200, 200, 200, 403, 403, 403",
        "PUT licences/TH/WHO-1,      200, 403, 403, 403, 403, 403, 403, 403",
        "GET traders/TH/WHO-1,       200, 200, 200, 404, 404, 403, 403, 403",
        "GET traders,                200, 200, 200, 200, 200, 403, 403, 403",
        "PUT traders/TH/WHO-1,       200, 200, 403, 403, 403, 403, 403, 403",
        "GET coverage/TH-nou,        200, 200, 200, 200, 200, 200, 200, 200",
        "GET coverage,               200, 200, 200, 200, 200, 200, 200, 200",
        "PUT coverage/TH-nou,        200, 403, 403, 403, 403, 200, 403, 403",
        "GET requirements/TH/WHO-1,  200, 200, 200, 200, 200, 200, 200, 200",
        "GET requirements,           200, 200, 200, 200, 200, 200, 200, 200",
        "PUT requirements/TH/WHO-1,  200, 403, 403, 403, 403, 200, 403, 403",
        "GET catalogue,              200, 200, 200, 200, 200, 200, 200, 200",
        "GET catalogue/hcfc-22,      200, 200, 200, 200, 200, 200, 200, 200",
        "GET parties/TH,             200, 200, 200, 200, 200, 200, 200, 200",
        "GET parties,                200, 200, 200, 200, 200, 200, 200, 200",
        "GET catalogue/editions,     200, 200, 200, 200, 200, 200, 200, 200",
        "GET ports,                  200, 200, 200, 200, 200, 200, 200, 200",
        "GET ports/THBKK,            200, 200, 200, 200, 200, 200, 200, 200",
        "GET operations,             200, 200, 200, 200, 200, 200, 200, 200",
        "GET hazards,                200, 200, 200, 200, 200, 200, 200, 200",
        "GET form-codes,             200, 200, 200, 200, 200, 200, 200, 200",
        "GET phase-out-steps,        200, 200, 200, 200, 200, 200, 200, 200",
        "GET hs-lines,               200, 200, 200, 200, 200, 200, 200, 200",
    })
    void answers_each_caller_as_it_may(
            String route,
            int nou,
            int competentAuthority,
            int customs,
            int exporter,
            int stranger,
            int admin,
            int operator,
            int analyst) {
        assertThat(List.of(
                        status(route, Tokens.nou("TH")),
                        status(route, Tokens.competentAuthority("TH")),
                        status(route, Tokens.customs("TH")),
                        status(route, Tokens.customs("KR")),
                        status(route, Tokens.nou("JP")),
                        status(route, Tokens.admin()),
                        status(route, Tokens.operator()),
                        status(route, Tokens.analyst())))
                .containsExactly(nou, competentAuthority, customs, exporter, stranger, admin, operator, analyst);
    }

    /** Malawi shares its licences and quotas with Zambia, and everything with nobody else. */
    private static void malawiShares() {
        assertThat(Calls.put(Tokens.nou("MW"), "/licences/MW/WHO-SHARED-1", Samples.licence("ZA", "MW", "hcfc-22"))
                        .statusCode())
                .isIn(200, 201);
        assertThat(Calls.put(
                                Tokens.nou("MW"),
                                "/quotas/MW/2026/C-I",
                                "{\"direction\": \"import\", \"odpTonnes\": \"10.5\"}")
                        .statusCode())
                .isIn(200, 201);
        assertThat(Calls.put(Tokens.nou("MW"), "/traders/MW/WHO-SHARED-1", Samples.trader("Lilongwe Cool"))
                        .statusCode())
                .isIn(200, 201);
        shares(
                "{\"shares\": [{\"list\": \"licences\", \"with\": [\"ZM\"]}, {\"list\": \"quotas\", \"with\": [\"ZM\"]}]}");
    }

    private static void shares(String setting) {
        assertThat(Calls.put(Tokens.nou("MW"), "/sharing/MW", setting).statusCode())
                .isIn(200, 201);
    }

    @ParameterizedTest
    @CsvSource({
        // route, NOU of MW (owner), customs of ZA (named), NOU of ZM (shared with), CA of ZM, NOU of ZW, admin, analyst
        "licences/MW/WHO-SHARED-1,           200, 200, 200, 200, 404, 403, 403",
        "licences/MW/WHO-SHARED-1/history,   200, 200, 200, 200, 404, 403, 403",
        "licences/MW/WHO-SHARED-1/qr,        200, 200, 200, 200, 404, 403, 403",
        "licences/MW/WHO-SHARED-1/sheet.pdf, 200, 200, 200, 200, 404, 403, 403",
        "quotas/MW/2026/C-I,                 200, 404, 200, 200, 404, 403, 403",
        "quotas/MW/2026/C-I/history,         200, 404, 200, 200, 404, 403, 403",
        "traders/MW/WHO-SHARED-1,            200, 404, 404, 404, 404, 403, 403",
        "sharing/MW,                         200, 404, 404, 404, 404, 403, 403",
    })
    void lets_those_read_with_whom_a_party_shares(
            String route, int owner, int named, int shared, int otherCompetence, int stranger, int admin, int analyst) {
        malawiShares();

        assertThat(List.of(
                        status("GET " + route, Tokens.nou("MW")),
                        status("GET " + route, Tokens.customs("ZA")),
                        status("GET " + route, Tokens.nou("ZM")),
                        status("GET " + route, Tokens.competentAuthority("ZM")),
                        status("GET " + route, Tokens.nou("ZW")),
                        status("GET " + route, Tokens.admin()),
                        status("GET " + route, Tokens.analyst())))
                .containsExactly(owner, named, shared, otherCompetence, stranger, admin, analyst);
        if (stranger == 404) {
            String missing = route.replace("WHO-SHARED-1", "NONE-1").replace("2026", "2027");
            assertThat(withoutCorrelation(Calls.get(Tokens.nou("ZW"), "/" + route)))
                    .isEqualTo(withoutCorrelation(Calls.get(Tokens.nou("ZW"), "/" + missing)));
        }
    }

    @Test
    void lists_and_exports_what_is_shared_for_as_long_as_it_is_shared() {
        malawiShares();

        assertThat(listed("ZM")).containsExactly("WHO-SHARED-1");
        assertThat(listed("ZA")).as("named").containsExactly("WHO-SHARED-1");
        assertThat(listed("ZW")).isEmpty();
        assertThat(exported("ZM", "licences")).contains("WHO-SHARED-1");
        assertThat(exported("ZM", "quotas")).contains("10.5");
        for (String list : List.of("licences", "quotas", "traders")) {
            assertThat(exported("ZW", list))
                    .as("%s of another Party, as of one that has none", list)
                    .isEqualTo(exported("ZW", list, "NR"))
                    .hasLineCount(1);
        }
        assertThat(exported("ZM", "traders")).hasLineCount(1);
        assertThat(exported("ZA", "licences"))
                .as("named in one, not shared all")
                .hasLineCount(1);
        assertThat(Calls.as(Tokens.nou("ZM"))
                        .accept("text/csv")
                        .get("/v1/licences?country=Malawi")
                        .statusCode())
                .isEqualTo(400);

        shares("{\"shares\": [{\"list\": \"licences\", \"everyone\": true}]}");
        assertThat(listed("ZW")).containsExactly("WHO-SHARED-1");
        assertThat(exported("ZM", "quotas")).hasLineCount(1);
        shares("{\"shares\": []}");
        assertThat(listed("ZM")).isEmpty();
        assertThat(exported("ZM", "licences")).hasLineCount(1);
    }

    private static List<String> listed(String country) {
        return Calls.get(Tokens.nou(country), "/licences?issuer=MW").jsonPath().getList("items.number");
    }

    private static String exported(String country, String list) {
        return exported(country, list, "MW");
    }

    private static String exported(String country, String list, String owner) {
        return Calls.as(Tokens.nou(country))
                .accept("text/csv")
                .get("/v1/" + list + "?country=" + owner)
                .asString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"issue", "refuse", "suspend", "reinstate", "revoke"})
    void lets_nobody_but_the_issuer_move_a_licence(String move) {
        for (String token : List.of(Tokens.customs("TH"), Tokens.nou("KR"), Tokens.nou("JP"), Tokens.admin())) {
            assertThat(Calls.post(token, "/licences/TH/WHO-1/" + move, Samples.reason())
                            .statusCode())
                    .isEqualTo(403);
            assertThat(Calls.post(token, "/licences/TH/NONE-1/" + move, Samples.reason())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/licences",
                "/licences/TH/WHO-1",
                "/licences/TH/WHO-1/history",
                "/licences/TH/WHO-1/qr",
                "/licences/TH/WHO-1/sheet.pdf",
                "/traders",
                "/traders/TH/WHO-1",
                "/coverage",
                "/coverage/TH-nou",
                "/requirements",
                "/requirements/TH/WHO-1",
                "/catalogue",
                "/catalogue/hcfc-22",
                "/parties/TH"
            })
    void asks_for_a_token_first(String path) {
        Response without = RestAssured.given().get("/v1" + path);
        Response forged = Calls.get(Tokens.nou("TH") + "x", path);

        assertThat(List.of(without.statusCode(), forged.statusCode())).containsExactly(401, 401);
        assertThat(without.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"licences", "traders"})
    void answers_an_invisible_record_exactly_as_a_missing_one(String records) {
        Response invisible = Calls.get(Tokens.nou("JP"), "/" + records + "/TH/WHO-1");
        Response missing = Calls.get(Tokens.nou("JP"), "/" + records + "/TH/NONE-1");

        assertThat(invisible.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
        assertThat(withoutCorrelation(invisible)).isEqualTo(withoutCorrelation(missing));
        assertThat(invisible.headers().asList())
                .extracting(header -> header.getName())
                .isEqualTo(missing.headers().asList().stream()
                        .map(header -> header.getName())
                        .toList());
    }

    @Test
    void finds_nothing_for_strangers_in_lists() {
        assertThat(Calls.get(Tokens.nou("JP"), "/licences?text=WHO").jsonPath().getList("items"))
                .isEmpty();
        assertThat(Calls.get(Tokens.nou("JP"), "/traders?country=TH").jsonPath().getList("items"))
                .isEmpty();
        assertThat(Calls.get(Tokens.nou("JP"), "/traders?text=Siam").jsonPath().getList("items"))
                .isEmpty();
    }

    private static int status(String route, String token) {
        String[] parts = route.split(" ");
        String path = "/" + parts[1];
        return parts[0].equals("GET")
                ? Calls.get(token, path).statusCode()
                : Calls.put(token, path, BODIES.get(parts[1].split("/")[0])).statusCode();
    }

    private static Map<String, Object> withoutCorrelation(Response answer) {
        Map<String, Object> body = answer.jsonPath().getMap("");
        body.remove("correlationId");
        return body;
    }
}
