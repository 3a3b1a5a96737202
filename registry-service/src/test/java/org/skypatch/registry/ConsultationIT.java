package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Allocation;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.TraderId;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;

/** Informal consultations as the ozone units of two Parties hold them over REST. */
@QuarkusTest
@RegistryServers
class ConsultationIT {

    private static final String ROOT = "/consultations";

    @Inject
    Records records;

    @BeforeEach
    void theCatalogueIsRecorded() {
        Calls.awaitReady();
    }

    @Test
    void goes_through_question_reply_and_confirmation() {
        String path = ask("MY", "VN", "5000");

        Response asked = post("VN", path + "/ask", "{\"words\": \"Which cylinders?\"}");
        Response early = post("VN", path + "/confirm", "{}");
        Response replied = post("MY", path + "/reply", "{\"words\": \"Refillable ones\"}");
        Response confirmed = post("VN", path + "/confirm", "{\"conditions\": [\"in refillable cylinders\"]}");
        Response late = post("VN", path + "/not-supported", "{\"reason\": \"too late\"}");

        assertThat(asked.jsonPath().getString("state")).isEqualTo("information-asked");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.jsonPath().getString("detail"))
                .isEqualTo("the record is information-asked; allowed: not-supported");
        assertThat(replied.jsonPath().getString("state")).isEqualTo("requested");
        assertThat(confirmed.statusCode()).as(confirmed.asString()).isEqualTo(200);
        assertThat(confirmed.jsonPath().getString("state")).isEqualTo("with-conditions");
        assertThat(confirmed.jsonPath().getString("confirmedMassKg")).isEqualTo("5000");
        assertThat(late.statusCode()).isEqualTo(409);
        JsonPath history = get("MY", path + "/history").jsonPath();
        assertThat(history.getList("items.new.state"))
                .containsExactly("requested", "information-asked", "requested", "with-conditions");
        assertThat(history.getList("items.person")).containsExactly("my-nou", null, "my-nou", null);
    }

    @Test
    void lets_the_importing_party_ask_too_and_covers_blends_and_equipment() {
        Response asked = Calls.post(
                Tokens.nou("VN"),
                ROOT,
                request("MY", "VN", "r-410a", "120")
                        .replace("\"plannedOn\"", "\"form\": \"precharged-equipment\", \"plannedOn\""));

        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(201);
        assertThat(asked.jsonPath().getString("requestedBy")).isEqualTo("VN");
        assertThat(asked.jsonPath().getString("counterpart")).isEqualTo("MY");
        assertThat(get("MY", ROOT + "/" + asked.jsonPath().getString("id"))
                        .jsonPath()
                        .getList("allowedMoves"))
                .containsExactly("ask", "confirm", "not-supported");
    }

    @Test
    void makes_one_consultation_of_a_repeated_request() {
        String key = UUID.randomUUID().toString();

        Response first = keyed("MY", key, request("MY", "VN", "hcfc-22", "77"));
        Response second = keyed("MY", key, request("MY", "VN", "hcfc-22", "77"));
        Response other = keyed("MY", key, request("MY", "VN", "hcfc-22", "78"));
        Response others = keyed("JP", key, request("JP", "VN", "hcfc-22", "77"));

        assertThat(List.of(first.statusCode(), second.statusCode(), other.statusCode(), others.statusCode()))
                .containsExactly(201, 200, 409, 201);
        assertThat(second.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
        assertThat(other.jsonPath().getString("type")).isEqualTo("/problems/idempotency-key-reused");
        assertThat(keyed("MY", "k".repeat(201), request("MY", "VN", "hcfc-22", "77"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void makes_one_consultation_of_requests_repeated_at_the_same_time() {
        String key = UUID.randomUUID().toString();

        List<Response> answers = atOnce(8, () -> keyed("MY", key, request("MY", "VN", "hcfc-22", "99")));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(answers.stream()
                        .map(answer -> answer.jsonPath().getString("id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void loses_no_answer_to_another() {
        String path = ask("MY", "VN", "10");
        String tag = get("VN", path).header("ETag");
        String stale = "\"9\"";

        Response outdated =
                Calls.as(Tokens.nou("VN")).header("If-Match", stale).body("{}").post("/v1" + path + "/confirm");
        List<Response> answers = atOnce(6, () -> Calls.as(Tokens.nou("VN"))
                .header("If-Match", tag)
                .body("{\"reason\": \"no\"}")
                .post("/v1" + path + "/not-supported"));

        assertThat(outdated.statusCode()).isEqualTo(412);
        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 412);
    }

    @Test
    void shows_each_party_what_is_left_on_its_own_side_only() {
        quota("ID", "C-I", "40000", "ID-1", "30000");
        String earlier = ask("KR", "ID", "12000", "ID-1");
        post("ID", earlier + "/confirm", "{\"massKg\": \"10000\"}");
        Calls.put(Tokens.nou("ID"), "/licences/ID/CONS-L1", licence("ID-1", "KR", "ID", "15000"));
        String path = ask("KR", "ID", "8000", "ID-1");

        JsonPath asked = get("ID", path).jsonPath();
        Response asking = get("KR", path);

        assertThat(asked.getString("exporter.name")).isEqualTo("Exporter of KR");
        assertThat(asked.getString("massKg")).isEqualTo("8000");
        assertThat(asked.getString("plannedOn")).isEqualTo(plannedOn());
        Map<String, Object> quota = asked.getMap("remaining.quotas[0]");
        assertThat(quota)
                .containsEntry("quota", "ID/" + year() + "/C-I")
                .containsEntry("unit", "kg")
                .containsEntry("granted", "40000")
                .containsEntry("drawn", "unknown")
                .containsEntry("reserved", "10000")
                .containsEntry("left", "unknown")
                .containsEntry("asked", "8000");
        assertThat(asked.getMap("remaining.quotas[0].allocation"))
                .containsEntry("granted", "30000")
                .containsEntry("licensed", "15000")
                .containsEntry("reserved", "10000")
                .containsEntry("left", "5000");
        assertThat(asked.getList("remaining.licences.licence")).containsExactly("ID/CONS-L1");
        assertThat(asking.jsonPath().getString("remaining.party")).isEqualTo("KR");
        assertThat(asking.jsonPath().getList("remaining.quotas")).isEmpty();
        assertThat(asking.asString()).doesNotContain("40000", "30000", "CONS-L1");
    }

    @Test
    void becomes_the_licence_it_was_about_once_and_reserves_no_longer() {
        quota("PH", "C-I", "9000", "PH-1", "9000");
        String path = ask("KR", "PH", "4000", "PH-1");
        Response early = post("PH", path + "/licence", "{\"number\": \"PH-C-1\"}");
        post("PH", path + "/confirm", "{\"massKg\": \"3000\", \"conditions\": [\"one consignment\"]}");
        Calls.put(Tokens.nou("PH"), "/licences/PH/PH-TAKEN", licence("PH-2", "KR", "PH", "1"));

        Response taken = post("PH", path + "/licence", "{\"number\": \"PH-TAKEN\"}");
        Response more = post("PH", path + "/licence", "{\"number\": \"PH-C-1\", \"massKg\": \"3001\"}");
        Response stillOpen = get("PH", path);
        Response issued = post("PH", path + "/licence", "{\"number\": \"PH-C-1\", \"use\": \"single\"}");
        Response again = post("PH", path + "/licence", "{\"number\": \"PH-C-2\"}");

        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(List.of(taken.statusCode(), more.statusCode())).containsExactly(422, 422);
        assertThat(taken.jsonPath().getString("errors[0].pointer")).isEqualTo("/number");
        assertThat(more.jsonPath().getString("errors[0].pointer")).isEqualTo("/massKg");
        assertThat(stillOpen.jsonPath().getString("licence")).isNull();
        assertThat(issued.statusCode()).as(issued.asString()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(409);
        JsonPath licence = get("KR", "/licences/PH/PH-C-1").jsonPath();
        assertThat(licence.getString("kind")).isEqualTo("import");
        assertThat(licence.getString("holder")).isEqualTo("PH-1");
        assertThat(licence.getString("massKg")).isEqualTo("3000");
        assertThat(issued.jsonPath().getString("consultation")).isEqualTo(path.substring(ROOT.length() + 1));
        assertThat(get("KR", path).jsonPath().getString("licence")).isEqualTo("PH/PH-C-1");
        JsonPath next = get("PH", ask("KR", "PH", "1", "PH-1")).jsonPath();
        assertThat(next.getMap("remaining.quotas[0].allocation"))
                .containsEntry("licensed", "3000")
                .containsEntry("reserved", "0")
                .containsEntry("left", "6000");
    }

    @Test
    void puts_a_new_consultation_in_the_place_of_an_unanswered_one() {
        String path = ask("MY", "VN", "400");

        Response elsewhere = post("MY", path + "/supersede", request("MY", "PH", "hcfc-22", "300"));
        Response superseded = post("MY", path + "/supersede", request("MY", "VN", "hcfc-22", "300"));

        assertThat(elsewhere.statusCode()).isEqualTo(422);
        assertThat(superseded.statusCode()).as(superseded.asString()).isEqualTo(201);
        JsonPath old = get("VN", path).jsonPath();
        assertThat(old.getString("state")).isEqualTo("superseded");
        assertThat(old.getString("supersededBy"))
                .isEqualTo(superseded.jsonPath().getString("id"));
        assertThat(superseded.jsonPath().getString("state")).isEqualTo("requested");
        assertThat(post("MY", path + "/withdraw", "{}").statusCode()).isEqualTo(409);
    }

    @Test
    void finds_the_consultations_of_a_party_by_side_state_counterpart_and_commodity() {
        String mine = ask("LK", "NP", "1");
        String theirs = ask("NP", "LK", "2");
        String other = ask("LK", "IN", "3");
        post("LK", mine + "/withdraw", "{\"reason\": \"no longer wanted\"}");

        assertThat(ids("LK", "")).containsExactly(id(mine), id(theirs), id(other));
        assertThat(ids("LK", "?side=mine")).containsExactly(id(mine), id(other));
        assertThat(ids("LK", "?side=theirs")).containsExactly(id(theirs));
        assertThat(ids("LK", "?counterpart=NP")).containsExactly(id(mine), id(theirs));
        assertThat(ids("LK", "?state=withdrawn&commodity=hcfc-22")).containsExactly(id(mine));
        assertThat(ids("LK", "?commodity=r-410a")).isEmpty();
        JsonPath first = get("LK", ROOT + "?limit=2").jsonPath();
        assertThat(first.getList("items.id")).containsExactly(id(mine), id(theirs));
        assertThat(ids("LK", "?limit=2&cursor=" + first.getString("next"))).containsExactly(id(other));
        assertThat(ids("GR", "?counterpart=LK")).isEmpty();
        assertThat(get("LK", ROOT + "?side=ours").statusCode()).isEqualTo(400);
    }

    @Test
    void names_every_field_that_is_wrong() {
        Response unreadable = Calls.post(Tokens.nou("MY"), ROOT, """
                {"exporterCountry": "XX", "importerCountry": "VN", "exporter": {"id": "MY-1"}, "importer": "x",
                 "commodity": "hcfc-22", "massKg": "-1", "condition": "fresh", "plannedOn": "soon", "colour": "red"}""");
        Response impossible = Calls.post(
                Tokens.nou("MY"), ROOT, request("KR", "KR", "unobtainium", "0").replace(plannedOn(), "2020-01-01"));

        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(unreadable.jsonPath().getList("errors.pointer"))
                .contains(
                        "/exporterCountry",
                        "/exporter/name",
                        "/importer",
                        "/massKg",
                        "/condition",
                        "/plannedOn",
                        "/colour");
        assertThat(impossible.statusCode()).as(impossible.asString()).isEqualTo(422);
        assertThat(impossible.jsonPath().getList("errors.pointer"))
                .contains("/commodity", "/massKg", "/importerCountry", "/exporterCountry", "/plannedOn");
    }

    @ParameterizedTest
    @CsvSource({
        // route, asking NOU (KR), asked NOU (TH), CA of TH, customs of TH, NOU of JP, admin, operator, analyst
        "GET,                    200, 200, 200, 403, 404, 403, 403, 403",
        "GET /history,           200, 200, 200, 403, 404, 403, 403, 403",
        "POST /confirm,          403, 409, 403, 403, 404, 403, 403, 403",
        "POST /not-supported,    403, 409, 403, 403, 404, 403, 403, 403",
        "POST /ask,              403, 409, 403, 403, 404, 403, 403, 403",
        "POST /reply,            409, 403, 403, 403, 404, 403, 403, 403",
        "POST /withdraw,         409, 403, 403, 403, 404, 403, 403, 403",
        "POST /supersede,        409, 403, 403, 403, 404, 403, 403, 403",
        "POST /licence,          409, 409, 403, 403, 404, 403, 403, 403",
    })
    void answers_each_caller_as_it_may(
            String route,
            int asking,
            int asked,
            int competentAuthority,
            int customs,
            int stranger,
            int admin,
            int operator,
            int analyst) {
        String path = ask("KR", "TH", "1");
        post("KR", path + "/withdraw", "{}");

        assertThat(Stream.of(
                                Tokens.nou("KR"),
                                Tokens.nou("TH"),
                                Tokens.competentAuthority("TH"),
                                Tokens.customs("TH"),
                                Tokens.nou("JP"),
                                Tokens.admin(),
                                Tokens.operator(),
                                Tokens.analyst())
                        .map(token -> call(token, route, path).statusCode()))
                .containsExactly(asking, asked, competentAuthority, customs, stranger, admin, operator, analyst);
    }

    @ParameterizedTest
    @CsvSource({
        "GET",
        "GET /history",
        "POST /confirm",
        "POST /not-supported",
        "POST /ask",
        "POST /reply",
        "POST /withdraw",
        "POST /supersede",
        "POST /licence"
    })
    void answers_an_invisible_consultation_exactly_as_a_missing_one(String route) {
        String invisible = ask("KR", "TH", "1");
        String missing = ROOT + "/" + UUID.randomUUID();

        for (String match : List.of("", "\"1\"", "\"7\"", "*")) {
            Response one = call(Tokens.nou("JP"), route, invisible, match);
            Response other = call(Tokens.nou("JP"), route, missing, match);
            assertThat(one.statusCode()).isEqualTo(404).isEqualTo(other.statusCode());
            assertThat(withoutCorrelation(one)).isEqualTo(withoutCorrelation(other));
            assertThat(one.headers().asList())
                    .extracting(header -> header.getName())
                    .isEqualTo(other.headers().asList().stream()
                            .map(header -> header.getName())
                            .toList());
        }
        assertThat(get("JP", ROOT).asString()).doesNotContain(id(invisible));
    }

    @Test
    void lets_only_a_competent_authority_of_one_of_the_two_parties_ask() {
        String body = request("KR", "TH", "hcfc-22", "1");

        assertThat(Stream.of(
                                Tokens.competentAuthority("KR"),
                                Tokens.customs("KR"),
                                Tokens.nou("JP"),
                                Tokens.admin(),
                                Tokens.operator(),
                                Tokens.analyst())
                        .map(token -> Calls.post(token, ROOT, body).statusCode()))
                .containsExactly(403, 403, 422, 403, 403, 403);
        assertThat(io.restassured.RestAssured.given().get("/v1" + ROOT).statusCode())
                .isEqualTo(401);
    }

    private Response call(String token, String route, String path, String... match) {
        String[] parts = (route + " ").split(" ", 2);
        String whole = "/v1" + path + parts[1].strip();
        var request = Calls.as(token);
        if (match.length > 0 && !match[0].isEmpty()) {
            request.header("If-Match", match[0]);
        }
        return parts[0].equals("GET")
                ? request.get(whole)
                : request.body(body(parts[1].strip())).post(whole);
    }

    private static String body(String action) {
        return switch (action) {
            case "/not-supported" -> "{\"reason\": \"the quota is used\"}";
            case "/ask", "/reply" -> "{\"words\": \"Which?\"}";
            case "/supersede" -> request("KR", "TH", "hcfc-22", "1");
            case "/licence" -> "{\"number\": \"WHO-C\"}";
            default -> "{}";
        };
    }

    private static String ask(String exporter, String importer, String massKg) {
        return ask(exporter, importer, massKg, importer + "-1");
    }

    private static String ask(String exporter, String importer, String massKg, String importerId) {
        Response asked = Calls.post(
                Tokens.nou(exporter),
                ROOT,
                request(exporter, importer, "hcfc-22", massKg).replace(importer + "-1", importerId));
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(201);
        return ROOT + "/" + asked.jsonPath().getString("id");
    }

    private static String request(String exporter, String importer, String commodity, String massKg) {
        return """
                {"exporterCountry": "%1$s", "importerCountry": "%2$s",
                 "exporter": {"id": "%1$s-1", "name": "Exporter of %1$s"},
                 "importer": {"id": "%2$s-1", "name": "Importer of %2$s"},
                 "commodity": "%3$s", "massKg": "%4$s", "plannedOn": "%5$s"}""".formatted(exporter, importer, commodity, massKg, plannedOn());
    }

    private static String licence(String holder, String exporter, String importer, String massKg) {
        return """
                {"kind": "import", "holder": "%s", "commodity": "hcfc-22", "massKg": "%s",
                 "validFrom": "%s-01-01", "validUntil": "%s-12-31", "use": "multiple",
                 "exporterCountry": "%s", "importerCountry": "%s"}""".formatted(holder, massKg, year(), year(), exporter, importer);
    }

    private static int year() {
        return java.time.LocalDate.now(java.time.ZoneOffset.UTC).getYear() + 1;
    }

    private static String plannedOn() {
        return year() + "-06-01";
    }

    private void quota(String country, String group, String massKg, String trader, String share) {
        CountryCode party = CountryCode.of(country);
        QuotaFact quota = new QuotaFact(
                party,
                year(),
                group,
                null,
                "import",
                Mass.ofKilograms(massKg),
                null,
                null,
                null,
                "import",
                List.of(new Allocation(TraderId.of(trader), Mass.ofKilograms(share), null, null)),
                null);
        records.write(
                RecordKind.QUOTA,
                country + "/" + year() + "/" + group,
                new Author(AdministrationId.of(country + "-nou"), null),
                new Precondition.None(),
                null,
                present -> new Decision.Become<>(quota));
    }

    private static Response post(String country, String path, String body) {
        return Calls.post(Tokens.nou(country), path, body);
    }

    private static Response get(String country, String path) {
        return Calls.get(Tokens.nou(country), path);
    }

    private static Response keyed(String country, String key, String body) {
        return Calls.as(Tokens.nou(country))
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1" + ROOT);
    }

    private static List<Response> atOnce(int times, java.util.function.Supplier<Response> call) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(call)).limit(times).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static List<String> ids(String country, String query) {
        return get(country, ROOT + query).jsonPath().getList("items.id");
    }

    private static String id(String path) {
        return path.substring(ROOT.length() + 1);
    }

    private static Map<String, Object> withoutCorrelation(Response answer) {
        Map<String, Object> body = answer.jsonPath().getMap("");
        body.remove("correlationId");
        return body;
    }
}
