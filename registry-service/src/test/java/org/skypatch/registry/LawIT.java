package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.imports.LawAtStart;

/** Dated law, administrations and watch lists: what can be said, who may say it, and who sees it. */
@QuarkusTest
@RegistryServers
class LawIT {

    private static final String PROHIBITION = """
            {"kind": "ban", "direction": "import", "group": "C-I", "from": "2026-01-01", "legalBasis": "Ozone Act, s. 6",
             "scope": {"forms": ["precharged-equipment"], "exceptUses": ["laboratory"], "packageKinds": ["non-refillable"]}}""";
    private static final String QUOTA = """
            {"direction": "import", "odpTonnes": "10.5", "counts": {"conditions": ["virgin"], "forms": ["bulk"]},
             "allocations": [{"trader": "TH-01", "odpTonnes": "6"}, {"trader": "TH-02", "odpTonnes": "4.5"}]}""";
    private static final String AGREEMENT = """
            {"title": "Arrangement with a neighbour", "exportStates": ["TH"], "importStates": ["MY"],
             "wasteCodes": ["A1160"], "operations": ["R4"], "tacitConsentDays": 30, "from": "2020-01-01",
             "legalBasis": "Basel Convention, Article 11"}""";
    private static final String TERRITORY = """
            {"kind": "territory", "name": "A territory", "representedBy": "TH", "from": "2000-01-01",
             "legalBasis": "a treaty"}""";
    private static final String LIMIT = """
            {"startsWith": "consultation-requested", "number": 10, "unit": "working-days", "direction": "after",
             "duty": "asked-party", "effect": "unanswered", "source": "Notification 12/2569"}""";
    private static final String ADMINISTRATION = """
            {"name": "National Ozone Unit", "country": "TH", "competences": ["ozone"], "region": "Asia/Pacific",
             "contacts": [{"name": "Duty desk", "email": "ozone@example.org"}], "deputies": ["TH-ca"],
             "workingDays": ["monday", "tuesday"], "holidays": ["2026-12-05", "2026-04-13"],
             "timeZone": "Asia/Bangkok", "languages": ["th", "en"]}""";
    private static final String ENTRY = """
            {"kind": "container", "value": "MSKU1234565", "reason": "seen with a broken seal", "until": "2027-12-31",
             "sharedWith": ["KR"]}""";

    private static final Map<String, String> BODIES = Map.of(
            "prohibitions", PROHIBITION,
            "quotas", QUOTA,
            "agreements", AGREEMENT,
            "territories", TERRITORY,
            "limits", LIMIT,
            "administrations", ADMINISTRATION,
            "watchlist", ENTRY);

    @Inject
    Limits limits;

    @Inject
    LawAtStart law;

    @BeforeEach
    void recordsOfThailandStand() {
        Calls.awaitReady();
        put(Tokens.nou("TH"), "/prohibitions/TH/LAW-1", PROHIBITION);
        put(Tokens.nou("TH"), "/quotas/TH/2026/C-I", QUOTA);
        put(Tokens.competentAuthority("TH"), "/agreements/th-my", AGREEMENT);
        put(Tokens.admin(), "/territories/AX", TERRITORY);
        put(Tokens.nou("TH"), "/limits/TH/ipic-answer/2026-01-01", LIMIT);
        put(Tokens.nou("TH"), "/administrations/TH-nou", ADMINISTRATION);
        put(Tokens.customs("TH"), "/watchlist/TH/LAW-1", ENTRY);
    }

    private static void put(String token, String path, String body) {
        assertThat(Calls.put(token, path, body).statusCode()).as(path).isIn(200, 201);
    }

    @ParameterizedTest
    @CsvSource({
        // route, NOU of TH, CA of TH, customs of TH, customs of KR, NOU of JP, admin, operator, analyst
        "GET prohibitions/TH/LAW-1,              200, 200, 200, 200, 200, 200, 200, 200",
        "GET prohibitions,                       200, 200, 200, 200, 200, 200, 200, 200",
        "GET prohibitions/TH/LAW-1/history,      200, 200, 200, 200, 200, 200, 200, 200",
        "PUT prohibitions/TH/LAW-1,              200, 403, 403, 403, 403, 200, 403, 403",
        "GET quotas/TH/2026/C-I,                 200, 200, 200, 404, 404, 403, 403, 403",
        "GET quotas,                             200, 200, 200, 200, 200, 403, 403, 403",
        "GET quotas/TH/2026/C-I/history,         200, 200, 200, 404, 404, 403, 403, 403",
        "PUT quotas/TH/2026/C-I,                 200, 403, 403, 403, 403, 403, 403, 403",
        "GET agreements/th-my,                   200, 200, 200, 200, 200, 200, 200, 200",
        "GET agreements,                         200, 200, 200, 200, 200, 200, 200, 200",
        "PUT agreements/th-my,                   403, 200, 403, 403, 403, 200, 403, 403",
        "GET territories/AX,                     200, 200, 200, 200, 200, 200, 200, 200",
        "GET territories,                        200, 200, 200, 200, 200, 200, 200, 200",
        "PUT territories/AX,                     200, 200, 403, 403, 403, 200, 403, 403",
        "GET limits/TH/ipic-answer/2026-01-01,   200, 200, 200, 200, 200, 200, 200, 200",
        "GET limits,                             200, 200, 200, 200, 200, 200, 200, 200",
        "PUT limits/TH/ipic-answer/2026-01-01,   200, 200, 403, 403, 403, 200, 403, 403",
        "PUT limits/policy/ipic-test/2026-01-01, 403, 403, 403, 403, 403, 2xx, 403, 403",
        "GET administrations/TH-nou,             200, 200, 200, 200, 200, 200, 200, 200",
        "GET administrations,                    200, 200, 200, 200, 200, 200, 200, 200",
        "PUT administrations/TH-nou,             200, 403, 403, 403, 403, 200, 403, 403",
        "GET watchlist/TH/LAW-1,                 200, 200, 200, 200, 404, 403, 403, 403",
        "GET watchlist,                          200, 200, 200, 200, 200, 403, 403, 403",
        "GET watchlist/TH/LAW-1/history,         200, 200, 200, 200, 404, 403, 403, 403",
        "PUT watchlist/TH/LAW-1,                 200, 200, 200, 403, 403, 403, 403, 403",
    })
    void answers_each_caller_as_it_may(
            String route,
            String nou,
            String competentAuthority,
            String customs,
            String korea,
            String stranger,
            String admin,
            String operator,
            String analyst) {
        assertThat(List.of(
                        status(route, Tokens.nou("TH"), nou),
                        status(route, Tokens.competentAuthority("TH"), competentAuthority),
                        status(route, Tokens.customs("TH"), customs),
                        status(route, Tokens.customs("KR"), korea),
                        status(route, Tokens.nou("JP"), stranger),
                        status(route, Tokens.admin(), admin),
                        status(route, Tokens.operator(), operator),
                        status(route, Tokens.analyst(), analyst)))
                .containsExactly(nou, competentAuthority, customs, korea, stranger, admin, operator, analyst);
    }

    private static String status(String route, String token, String expected) {
        String[] parts = route.split(" ");
        String path = "/" + parts[1];
        int status = parts[0].equals("GET")
                ? Calls.get(token, path).statusCode()
                : Calls.put(token, path, BODIES.get(parts[1].split("/")[0])).statusCode();
        return expected.equals("2xx") && status / 100 == 2 ? "2xx" : Integer.toString(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/prohibitions",
                "/quotas",
                "/agreements",
                "/territories",
                "/limits",
                "/administrations",
                "/watchlist",
                "/clocks",
                "/clocks.ics"
            })
    void asks_for_a_token_first(String path) {
        assertThat(RestAssured.given().get("/v1" + path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/quotas/TH/2026/%s", "/watchlist/TH/%s"})
    void answers_an_invisible_record_exactly_as_a_missing_one(String path) {
        Response invisible = Calls.get(Tokens.nou("JP"), path.formatted(path.contains("quotas") ? "C-I" : "LAW-1"));
        Response missing = Calls.get(Tokens.nou("JP"), path.formatted(path.contains("quotas") ? "F-II" : "NONE"));

        assertThat(withoutCorrelation(invisible)).isEqualTo(withoutCorrelation(missing));
        assertThat(invisible.statusCode()).isEqualTo(404);
    }

    private static Map<String, Object> withoutCorrelation(Response answer) {
        Map<String, Object> body = answer.jsonPath().getMap("");
        body.remove("correlationId");
        return body;
    }

    @Test
    void keeps_the_scope_of_a_prohibition_and_of_a_requirement() {
        Response prohibition = Calls.get(Tokens.nou("JP"), "/prohibitions/TH/LAW-1");
        put(Tokens.nou("TH"), "/requirements/TH/LAW-1", """
                {"document": "import-licence", "direction": "import", "group": "F", "from": "2020-01-01",
                 "legalBasis": "Ozone Act", "scope": {"intendedUses": ["refrigeration"], "conditions": ["virgin"]}}""");
        Response requirement = Calls.get(Tokens.nou("JP"), "/requirements/TH/LAW-1");

        assertThat(prohibition.jsonPath().getList("scope.forms")).containsExactly("precharged-equipment");
        assertThat(prohibition.jsonPath().getList("scope.exceptUses")).containsExactly("laboratory");
        assertThat(requirement.jsonPath().getList("scope.intendedUses")).containsExactly("refrigeration");
    }

    @Test
    void lists_what_is_in_force_on_a_day_and_of_a_group() {
        put(Tokens.nou("TH"), "/prohibitions/TH/LAW-ENDED", """
                {"kind": "ban", "direction": "import", "group": "C-I", "from": "2010-01-01", "until": "2015-12-31",
                 "legalBasis": "an older act"}""");

        assertThat(ids("/prohibitions?state=TH&group=C-I&on=2015-12-31"))
                .contains("LAW-ENDED")
                .doesNotContain("LAW-1");
        assertThat(ids("/prohibitions?state=TH&group=C-I&on=2016-01-01")).doesNotContain("LAW-ENDED", "LAW-1");
        assertThat(ids("/prohibitions?state=TH&group=C-I&on=2026-01-01"))
                .contains("LAW-1")
                .doesNotContain("LAW-ENDED");
        assertThat(ids("/prohibitions?state=TH&group=F")).doesNotContain("LAW-1", "LAW-ENDED");
        assertThat(Calls.get(Tokens.nou("JP"), "/prohibitions?on=tomorrow").statusCode())
                .isEqualTo(400);
    }

    private static List<String> ids(String path) {
        return Calls.get(Tokens.nou("JP"), path).jsonPath().getList("items.id");
    }

    @Test
    void refuses_allocations_beyond_the_quota_or_in_another_unit_naming_each_field() {
        Response beyond = Calls.put(Tokens.nou("TH"), "/quotas/TH/2041/C-I", """
                {"direction": "import", "odpTonnes": "10", "allocations": [{"trader": "A", "odpTonnes": "6"},
                 {"trader": "B", "odpTonnes": "4.000001"}]}""");
        Response otherUnit = Calls.put(Tokens.nou("TH"), "/quotas/TH/2041/C-I", """
                {"direction": "import", "odpTonnes": "10", "allocations": [{"trader": "A", "massKg": "6"},
                 {"trader": "A", "odpTonnes": "1"}]}""");
        Response two = Calls.put(Tokens.nou("TH"), "/quotas/TH/2041/C-I", """
                {"direction": "import", "odpTonnes": "10", "massKg": "100"}""");

        assertThat(beyond.statusCode()).isEqualTo(422);
        assertThat(pointers(beyond)).containsExactly("/allocations");
        assertThat(pointers(otherUnit)).containsExactly("/allocations/0", "/allocations/1/trader");
        assertThat(pointers(two)).containsExactly("/massKg");
        assertThat(Calls.get(Tokens.nou("TH"), "/quotas/TH/2041/C-I").statusCode())
                .isEqualTo(404);
    }

    private static List<String> pointers(Response answer) {
        return answer.jsonPath().getList("errors.pointer");
    }

    @Test
    void keeps_quotas_of_import_and_export_and_of_a_commodity_apart() {
        put(Tokens.nou("TH"), "/quotas/TH/2028/F", """
                {"direction": "import", "co2eTonnes": "500000"}""");
        put(Tokens.nou("TH"), "/quotas/TH/2028/F", """
                {"direction": "export", "co2eTonnes": "9"}""");
        put(Tokens.nou("TH"), "/quotas/TH/2028/hcfc-22", """
                {"direction": "import", "massKg": 1000}""");

        assertThat(Calls.get(Tokens.nou("TH"), "/quotas/TH/2028/F").jsonPath().getString("co2eTonnes"))
                .isEqualTo("500000");
        Response export = Calls.get(Tokens.nou("TH"), "/quotas/TH/2028/F?direction=export");
        assertThat(export.jsonPath().getString("co2eTonnes")).isEqualTo("9");
        assertThat(export.jsonPath().getString("countsAt")).isEqualTo("export");
        assertThat(Calls.get(Tokens.nou("TH"), "/quotas?year=2028").jsonPath().getList("items"))
                .hasSize(3);
        assertThat(Calls.get(Tokens.nou("JP"), "/quotas?country=TH&year=2028")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void shows_the_edition_of_a_union_that_holds_on_a_day() {
        Response before = Calls.get(Tokens.customs("KR"), "/territories/EU?on=2020-12-31");
        Response after = Calls.get(Tokens.customs("KR"), "/territories/EU?on=2021-01-01");

        assertThat(before.jsonPath().getList("members")).contains("GB", "DE").hasSize(28);
        assertThat(after.jsonPath().getList("members")).doesNotContain("GB").hasSize(27);
        assertThat(after.jsonPath().getList("noTradeInside")).containsExactly("montreal");
        assertThat(Calls.get(Tokens.customs("KR"), "/territories/EU?on=1900-01-01")
                        .statusCode())
                .isEqualTo(404);
        assertThat(Calls.get(Tokens.customs("KR"), "/territories?member=GB&on=2026-01-01")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void puts_the_limit_of_a_party_before_that_of_policy() {
        LocalDate on = LocalDate.of(2026, 6, 1);

        assertThat(limits.inForce(List.of("TH", "policy"), "ipic-answer", on)
                        .orElseThrow()
                        .number())
                .isEqualTo(10);
        assertThat(limits.inForce(List.of("KR", "policy"), "ipic-answer", on)
                        .orElseThrow()
                        .number())
                .isEqualTo(5);
        assertThat(limits.inForce("EU", "receipt", LocalDate.of(2026, 5, 20))
                        .orElseThrow()
                        .unit())
                .isEqualTo("calendar-days");
        assertThat(limits.inForce("EU", "receipt", LocalDate.of(2026, 5, 21))
                        .orElseThrow()
                        .unit())
                .isEqualTo("working-days");
    }

    @Test
    void records_the_packaged_law_once_and_leaves_what_a_person_has_written() {
        put(Tokens.admin(), "/limits/policy/enquiry-answer/2006-01-01", LIMIT);

        assertThat(law.record()).isZero();
        assertThat(limits.inForce("policy", "enquiry-answer", LocalDate.of(2026, 1, 1))
                        .orElseThrow()
                        .number())
                .isEqualTo(10);
    }

    @Test
    void refuses_what_no_clock_could_count_naming_every_field() {
        Response refused = Calls.put(Tokens.nou("TH"), "/limits/TH/ipic-answer/2027-01-01", """
                {"startsWith": "Consultation requested", "number": "five", "unit": "fortnights", "direction": "around",
                 "duty": "somebody", "effect": "panic", "source": "a rumour"}""");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(pointers(refused))
                .containsExactly("/startsWith", "/number", "/unit", "/direction", "/duty", "/effect");
    }

    @Test
    void lets_an_administration_claim_neither_a_competence_nor_a_country_that_it_lacks() {
        Response refused = Calls.put(
                Tokens.nou("TH"),
                "/administrations/TH-nou",
                ADMINISTRATION.replace("[\"ozone\"]", "[\"ozone\", \"basel\"]").replace("\"TH\"", "\"KR\""));
        Response unknownZone = Calls.put(
                Tokens.nou("TH"), "/administrations/TH-nou", ADMINISTRATION.replace("Asia/Bangkok", "Asia/Atlantis"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(pointers(refused)).containsExactly("/country", "/competences/1");
        assertThat(pointers(unknownZone)).containsExactly("/timeZone");
        assertThat(Calls.get(Tokens.customs("KR"), "/administrations/TH-nou")
                        .jsonPath()
                        .getString("contacts[0].email"))
                .isEqualTo("ozone@example.org");
    }

    @Test
    void shows_a_watch_list_to_its_owner_and_those_it_is_shared_with_until_it_is_no_longer_shared() {
        assertThat(owners(Tokens.customs("KR"))).contains("TH");
        assertThat(owners(Tokens.nou("JP"))).doesNotContain("TH");

        put(Tokens.customs("TH"), "/watchlist/TH/LAW-1", ENTRY.replace("[\"KR\"]", "[]"));

        assertThat(owners(Tokens.customs("KR"))).doesNotContain("TH");
        assertThat(Calls.get(Tokens.customs("KR"), "/watchlist/TH/LAW-1").statusCode())
                .isEqualTo(404);
        assertThat(Calls.get(Tokens.customs("TH"), "/watchlist?on=2028-01-01")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    private static List<String> owners(String token) {
        return Calls.get(token, "/watchlist").jsonPath().getList("items.owner");
    }

    @Test
    void loses_no_update_of_a_law() {
        String tag = Calls.get(Tokens.nou("TH"), "/prohibitions/TH/LAW-1").header("ETag");
        put(
                Tokens.nou("TH"),
                "/prohibitions/TH/LAW-1",
                PROHIBITION.replace("\"from\"", "\"until\": \"2040-12-31\", \"from\""));

        Response late = Calls.as(Tokens.nou("TH"))
                .header("If-Match", tag)
                .body(PROHIBITION)
                .put("/v1/prohibitions/TH/LAW-1");

        assertThat(late.statusCode()).isEqualTo(412);
    }
}
