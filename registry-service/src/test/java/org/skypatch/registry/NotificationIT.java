package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.registry.Calls.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;

/** Basel notifications and shipments through the door: who may, what is refused, what silence does, what is printed. */
@QuarkusTest
@RegistryServers
class NotificationIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PH = "PH";
    private static final String KR = "KR";
    private static final String JP = "JP";
    private static final String CONFIRMED =
            "{\"receipt\": {\"capacity\": \"facility\", \"name\": \"Kim Min-jun\", \"on\": \"2026-03-10\"}}";

    @Inject
    Records records;

    @BeforeEach
    void theConventionSaysSixtyDays() {
        Calls.awaitReady();
        records.write(
                RecordKind.LIMIT,
                "basel/transit-silence/1992-05-05",
                new Author(AdministrationId.of("SKYPATCH-admin"), null),
                new Precondition.None(),
                null,
                present -> present.<Decision<LimitFact>>map(Decision.Become::new)
                        .orElseGet(() -> new Decision.Become<>(new LimitFact(
                                "basel",
                                "transit-silence",
                                "transit-receipt",
                                60,
                                "calendar-days",
                                "after",
                                "authority",
                                null,
                                "presumed-consent",
                                LocalDate.parse("1992-05-05"),
                                null,
                                "Article 6(4)"))));
    }

    @AfterEach
    void theClockIsRightAgain() {
        clock(Instant.now());
    }

    @Test
    void takes_the_registry_s_side_of_the_story_of_a_notification_drawn_down() throws IOException {
        ObjectNode notification =
                (ObjectNode) scenario("06-notification-drawn-down").at("/notifications/0");
        JsonNode decision = notification.remove("decisions").get(0);
        String at = "/notifications/" + encoded("PH 0000 000012");

        Response posted = Calls.post(ca(PH), "/notifications", notification.toString());
        assertThat(posted.statusCode()).as(posted.asString()).isEqualTo(201);
        assertThat(posted.jsonPath().getString("state")).isEqualTo("forwarded");
        assertThat(Calls.post(ca(PH), at + "/decisions", decision.toString()).statusCode())
                .as("nobody decides for Korea but Korea")
                .isEqualTo(403);
        Response decided = Calls.post(ca(KR), at + "/decisions", decision.toString());

        assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(200);
        assertThat(decided.jsonPath().getString("state")).isEqualTo("active");
        JsonNode read = JSON.readTree(Calls.get(Tokens.customs(KR), at).asString());
        notification.properties().forEach(field -> {
            if (!field.getValue().isArray() || !field.getValue().isEmpty()) {
                assertThat(read.get(field.getKey())).isEqualTo(field.getValue());
            }
        });
        assertThat(read.at("/decisions/1/on").asText()).isEqualTo("2026-01-20");
        assertThat(Calls.post(ca(PH), "/notifications", notification.toString()).statusCode())
                .as("said again")
                .isEqualTo(200);

        assertThat(announce(at, 1, "20000", "2026-02-03").statusCode()).isEqualTo(201);
        assertThat(announce(at, 2, "20000", "2026-02-06").statusCode()).isEqualTo(201);
        Response beyond = announce(at, 3, "26000", "2026-02-20");
        assertThat(beyond.statusCode()).isEqualTo(409);
        assertThat(beyond.jsonPath().getString("type")).isEqualTo("/problems/beyond-consent");
        assertThat(beyond.jsonPath().getString("detail"))
                .contains("26000 kg are more than the 20000 kg left")
                .contains("1 of 3 shipments");
        assertThat(Calls.get(ca(KR), at + "/left").jsonPath().getString("massKg"))
                .isEqualTo("20000");
        assertThat(announce(at, 3, "20000", "2026-02-20").statusCode()).isEqualTo(201);
    }

    @Test
    void goes_from_the_announcement_to_the_certificate_each_step_by_its_state() {
        String at = active("LIFE/1", List.of());
        String shipment = at + "/shipments/1";
        assertThat(announce(at, 1, "10000", "2026-03-01").statusCode()).isEqualTo(201);

        assertThat(Calls.post(ca(KR), shipment + "/start", "{}").statusCode()).isEqualTo(403);
        assertThat(Calls.post(ca(PH), shipment + "/complete", "{\"certificate\": \"C\"}")
                        .statusCode())
                .isEqualTo(403);
        Response early = Calls.post(ca(KR), shipment + "/complete", "{\"certificate\": \"C\", \"on\": \"2026-03-20\"}");
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.jsonPath().getString("detail"))
                .isEqualTo("the record is pre-announced; allowed: start, cancel");
        done(Calls.post(ca(PH), shipment + "/start", "{\"on\": \"2026-03-01\", \"massKg\": \"9900\"}"));
        done(Calls.post(
                Tokens.customs(PH),
                shipment + "/stamp",
                "{\"direction\": \"exit\", \"office\": \"Manila\", \"on\": \"2026-03-01\"}"));
        Response unexplained = Calls.post(
                ca(KR), shipment + "/receive", "{\"acceptedMassKg\": \"9000\", \"rejectedMassKg\": \"900\"}");
        assertThat(unexplained.statusCode()).isEqualTo(422);
        assertThat(unexplained.asString()).contains("/reason");
        Response received = done(Calls.post(
                ca(KR),
                shipment + "/receive",
                "{\"on\": \"2026-03-09\", \"acceptedMassKg\": \"9000\", \"rejectedMassKg\": \"900\", \"reason\":"
                        + " \"mixed with other waste\"}"));
        assertThat(received.jsonPath().getString("state")).isEqualTo("part-rejected");
        assertThat(Calls.post(ca(PH), at + "/complete", "{}").asString())
                .as("while a shipment is open")
                .contains("[1]");
        Response completed = done(
                Calls.post(ca(KR), shipment + "/complete", "{\"on\": \"2026-04-01\", \"certificate\": \"YSL-1\"}"));

        assertThat(completed.jsonPath().getString("state")).isEqualTo("completed");
        assertThat(completed.jsonPath().getString("document.stamps[0].exitOffice"))
                .isEqualTo("Manila");
        assertThat(done(Calls.post(ca(PH), at + "/complete", "{}")).jsonPath().getString("state"))
                .isEqualTo("completed");
        assertThat(announce(at, 2, "1", "2026-03-01").statusCode()).isEqualTo(409);
    }

    @Test
    void presumes_the_consent_of_a_silent_transit_state_that_has_waived_it_sixty_days_from_its_own_receipt() {
        clock(Instant.parse("2026-01-05T08:00:00Z"));
        String at = forwarded("SILENT-1", List.of(JP));
        done(Calls.post(ca(KR), at + "/decisions", decision(KR, "consented")));
        done(Calls.post(
                ca(JP),
                at + "/decisions",
                "{\"country\": \"JP\", \"decision\": \"acknowledged\", \"receivedOn\": \"2026-01-10\","
                        + " \"writtenConsentWaived\": true}"));

        clock(Instant.parse("2026-03-11T23:50:00Z"));
        Awaitility.await()
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .until(() -> "acknowledged".equals(decisionOf(at, JP, "decision")));
        clock(Instant.parse("2026-03-12T00:00:01Z"));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> "presumed"
                .equals(decisionOf(at, JP, "decision")));

        assertThat(decisionOf(at, JP, "on")).isEqualTo("2026-03-11");
        assertThat(Calls.get(ca(PH), at).jsonPath().getString("state")).isEqualTo("active");
        assertThat(Calls.get(ca(JP), at + "/history").asString()).contains("system-clock");
    }

    @Test
    void presumes_nothing_of_a_silent_transit_state_that_has_waived_nothing() {
        clock(Instant.parse("2026-01-05T08:00:00Z"));
        String waiting = forwarded("SILENT-2", List.of(JP));
        String sign = forwarded("SILENT-3", List.of(JP));
        for (String at : List.of(waiting, sign)) {
            done(Calls.post(ca(KR), at + "/decisions", decision(KR, "consented")));
            done(Calls.post(
                    ca(JP),
                    at + "/decisions",
                    "{\"country\": \"JP\", \"decision\": \"acknowledged\", \"receivedOn\": \"2026-01-10\""
                            + (at.equals(sign) ? ", \"writtenConsentWaived\": true}" : "}")));
        }

        clock(Instant.parse("2026-05-01T00:00:00Z"));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> "presumed"
                .equals(decisionOf(sign, JP, "decision")));

        assertThat(decisionOf(waiting, JP, "decision")).isEqualTo("acknowledged");
        assertThat(Calls.get(ca(PH), waiting).jsonPath().getString("state")).isEqualTo("forwarded");
        assertThat(announce(waiting, 1, "1", "2026-05-02").jsonPath().getString("detail"))
                .contains("the notification is forwarded");
        done(Calls.post(ca(JP), waiting + "/decisions", decision(JP, "consented")));
        assertThat(Calls.get(ca(PH), waiting).jsonPath().getString("state")).isEqualTo("active");
    }

    @Test
    void expires_when_its_period_is_over() {
        clock(Instant.parse("2026-01-05T08:00:00Z"));
        String at = active("EXPIRES-1", List.of());

        clock(Instant.parse("2027-02-01T00:00:01Z"));

        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> "expired"
                .equals(Calls.get(ca(PH), at).jsonPath().getString("state")));
    }

    @Test
    void keeps_a_draft_from_the_other_states_until_it_is_forwarded() {
        String at = "/notifications/" + encoded("DRAFT/ 1");
        assertThat(Calls.put(ca(PH), at, body(null, List.of())).statusCode()).isEqualTo(201);

        assertThat(Calls.get(ca(KR), at).statusCode()).isEqualTo(404);
        assertThat(Calls.post(ca(KR), at + "/submit", "{}").statusCode()).isEqualTo(404);
        done(Calls.post(ca(PH), at + "/submit", "{}"));
        assertThat(Calls.put(ca(PH), at, body(null, List.of(JP))).statusCode()).isEqualTo(409);
        done(Calls.post(ca(PH), at + "/forward", "{}"));

        assertThat(Calls.get(ca(KR), at).statusCode()).isEqualTo(200);
    }

    @Test
    void lets_a_second_state_use_the_same_number() {
        forwarded("SAME-1", List.of());
        Response other =
                Calls.post(ca("TH"), "/notifications", body("SAME-1", List.of()).replace("\"PH-1\"", "\"TH-1\""));
        assertThat(other.statusCode()).as(other.asString()).isEqualTo(201);

        assertThat(Calls.get(ca(PH), "/notifications/SAME-1").jsonPath().getString("exportCountry"))
                .isEqualTo("PH");
        assertThat(Calls.get(ca("TH"), "/notifications/SAME-1").jsonPath().getString("exportCountry"))
                .isEqualTo("TH");
        Response both = Calls.get(ca(KR), "/notifications/SAME-1");
        assertThat(both.statusCode()).isEqualTo(409);
        assertThat(both.jsonPath().getString("detail")).contains("PH, TH");
        assertThat(Calls.get(ca(KR), "/notifications/SAME-1?exportCountry=TH")
                        .jsonPath()
                        .getString("exporter"))
                .isEqualTo("TH-1");
    }

    @Test
    void names_every_wrong_field() {
        Response wrong = Calls.post(ca(PH), "/notifications", """
                {"number": "W-1", "kind": "many", "exporter": "PH-1", "facility": "KR-1", "importCountry": "KR",
                 "transitCountries": ["XX"], "wasteCodes": ["A1160"], "operation": "R99", "totalMassKg": "-1",
                 "shipments": 0, "periodFrom": "2026-02-01", "periodUntil": "2027-02-01",
                 "form": {"packaging": ["12"], "exporter": {"telephone": "1"}}}""");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.jsonPath().<String>getList("errors.pointer"))
                .contains(
                        "/kind",
                        "/transitCountries/0",
                        "/operation",
                        "/totalMassKg",
                        "/shipments",
                        "/form/packaging/0",
                        "/form/exporter/name");

        Response tooLong =
                Calls.post(ca(PH), "/notifications", body("W-2", List.of()).replace("2027-01-31", "2027-02-01"));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.asString()).contains("/periodUntil").contains("12 months");
    }

    @ParameterizedTest
    @CsvSource({
        // call, CA of PH (export), CA of KR (import), CA of JP (transit), customs of KR, NOU of PH, CA of NG, admin,
        // operator, analyst
        "GET  /notifications/WHO-1,                        200, 200, 200, 200, 200, 404, 403, 403, 403",
        "GET  /notifications/WHO-1/history,                200, 200, 200, 200, 200, 404, 403, 403, 403",
        "GET  /notifications/WHO-1/left,                   200, 200, 200, 200, 200, 404, 403, 403, 403",
        "GET  /notifications/WHO-1/shipments,              200, 200, 200, 200, 200, 404, 403, 403, 403",
        "GET  /notifications/WHO-1/shipments/1,            200, 200, 200, 200, 200, 404, 403, 403, 403",
        "GET  /notifications,                              200, 200, 200, 200, 200, 200, 403, 403, 403",
        "POST /notifications/WHO-1/submit,                 409, 403, 403, 403, 403, 404, 403, 403, 403",
        "POST /notifications/WHO-1/forward,                409, 403, 403, 403, 403, 404, 403, 403, 403",
        "POST /notifications/WHO-1/agree-change,           403, 409, 409, 403, 403, 404, 403, 403, 403",
        "POST /notifications/WHO-1/shipments/1/receive,    403, 409, 403, 403, 403, 404, 403, 403, 403",
        "POST /notifications/WHO-1/shipments/1/confirm,    403, 409, 403, 403, 403, 404, 403, 403, 403",
        "POST /notifications/WHO-1/shipments/1/dispose,    403, 409, 403, 403, 403, 404, 403, 403, 403",
        "POST /notifications/WHO-1/shipments/1/complete,   403, 409, 403, 403, 403, 404, 403, 403, 403",
    })
    void answers_each_caller_as_it_may(
            String call,
            int exporting,
            int importing,
            int transit,
            int customs,
            int ozone,
            int stranger,
            int admin,
            int operator,
            int analyst) {
        theNotificationOfAccess();

        assertThat(List.of(
                        status(call, ca(PH)),
                        status(call, ca(KR)),
                        status(call, ca(JP)),
                        status(call, Tokens.customs(KR)),
                        status(call, Tokens.nou(PH)),
                        status(call, ca("NG")),
                        status(call, Tokens.admin()),
                        status(call, Tokens.operator()),
                        status(call, Tokens.analyst())))
                .containsExactly(exporting, importing, transit, customs, ozone, stranger, admin, operator, analyst);
    }

    @Test
    void answers_an_invisible_notification_exactly_as_a_missing_one() {
        theNotificationOfAccess();
        for (String rest : List.of(
                "",
                "/history",
                "/document.pdf",
                "/shipments",
                "/shipments?limit=1",
                "/shipments/1",
                "/left",
                "?exportCountry=PH")) {
            Response invisible = Calls.get(ca("NG"), "/notifications/WHO-1" + rest);
            Response missing = Calls.get(ca("NG"), "/notifications/NONE-1" + rest);
            assertThat(invisible.statusCode()).as(rest).isEqualTo(404).isEqualTo(missing.statusCode());
            assertThat(withoutCorrelation(invisible)).isEqualTo(withoutCorrelation(missing));
        }
        assertThat(Calls.get(ca("NG"), "/notifications").jsonPath().getList("items"))
                .isEmpty();
        assertThat(RestAssured.given().get("/v1/notifications/WHO-1").statusCode())
                .isEqualTo(401);
        forwarded("HIDDEN-1", List.of());
        Response same = Calls.post(ca("NG"), "/notifications", body("HIDDEN-1", List.of()));
        assertThat(same.statusCode())
                .as("a hidden number is free for another State")
                .isEqualTo(201);
    }

    @Test
    void announces_no_more_than_was_consented_however_many_announce_at_once() throws Exception {
        String at = active("RACE-1", List.of());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> calls = IntStream.rangeClosed(1, 3)
                    .<Callable<Integer>>mapToObj(serial -> () ->
                            announce(at, serial, "40000", "2026-03-0" + serial).statusCode())
                    .toList();
            List<Integer> statuses = threads.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();

            assertThat(statuses).containsExactly(201, 409, 409);
        }
    }

    @Test
    void changes_after_consent_and_stops_for_what_a_state_says() {
        String at = active("CHANGE-1", List.of(JP));
        done(Calls.post(ca(PH), at + "/request-change", "{\"reason\": \"more came in\", \"totalMassKg\": \"80000\"}"));
        done(Calls.post(ca(KR), at + "/agree-change", "{}"));
        Response changed = done(Calls.post(ca(JP), at + "/agree-change", "{}"));
        assertThat(changed.jsonPath().getString("state")).isEqualTo("active");
        assertThat(changed.jsonPath().getString("totalMassKg")).isEqualTo("80000");

        done(Calls.post(ca(JP), at + "/suspend", "{\"reason\": \"a strike\"}"));
        assertThat(announce(at, 1, "1", "2026-03-01").statusCode()).isEqualTo(409);
        assertThat(Calls.post(ca(KR), at + "/resume", "{\"reason\": \"over\"}").statusCode())
                .isEqualTo(403);
        done(Calls.post(ca(JP), at + "/resume", "{\"reason\": \"over\"}"));
        Response withdrawn = done(Calls.post(ca(JP), at + "/withdraw-consent", "{\"reason\": \"a new ban\"}"));

        assertThat(withdrawn.jsonPath().getString("state")).isEqualTo("consent-withdrawn");
        assertThat(Calls.post(ca(PH), at + "/submit", "{}").jsonPath().getString("detail"))
                .isEqualTo("the record is consent-withdrawn; no move is allowed any more");
    }

    @Test
    void refuses_to_overwrite_what_somebody_else_has_changed() {
        String at = active("ETAG-1", List.of());
        String tag = Calls.get(ca(PH), at).header("ETag");
        done(Calls.post(ca(KR), at + "/suspend", "{\"reason\": \"an accident\"}"));

        Response late = Calls.as(ca(PH))
                .header("If-Match", tag)
                .body("{\"reason\": \"no longer needed\"}")
                .post("/v1" + at + "/withdraw");

        assertThat(late.statusCode()).isEqualTo(412);
    }

    @Test
    void prints_both_documents_with_every_block() throws IOException {
        String at = "/notifications/" + encoded("PH 0000/000099 РФ");
        done(Calls.post(ca(PH), "/notifications", full()));
        done(Calls.post(ca(JP), at + "/decisions", """
                {"country": "JP", "decision": "with-conditions", "on": "2026-01-18", "receivedOn": "2026-01-08",
                 "validUntil": "2027-01-31", "conditions": ["Only through Kobe", "Sealed all the way"]}"""));
        done(Calls.post(ca(KR), at + "/decisions", decision(KR, "consented")));
        done(Calls.put(ca(PH), at + "/shipments/1", """
                {"plannedOn": "2026-03-01", "massKg": "19500", "volumeM3": "14", "packaging": ["4"], "packages": 20,
                 "carriedBy": [{"contact": {"name": "Manila Lines"}, "means": ["S"], "takenOverOn": "2026-03-01"}],
                 "declaration": {"capacity": "exporter-notifier", "name": "M. Reyes", "on": "2026-03-01"}}"""));

        byte[] notification = pdf(at + "/document.pdf");
        byte[] movement = pdf(at + "/shipments/1/document.pdf");

        assertThat(notification).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(movement).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        Path target = Files.createDirectories(Path.of("target", "papers"));
        Files.write(target.resolve("notification.pdf"), notification);
        Files.write(target.resolve("movement.pdf"), movement);
    }

    private static byte[] pdf(String path) {
        Response answer = RestAssured.given()
                .urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.customs(JP))
                .get("/v1" + path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/pdf");
        return answer.asByteArray();
    }

    private void theNotificationOfAccess() {
        String at = "/notifications/WHO-1";
        if (Calls.get(ca(PH), at).statusCode() == 404) {
            active("WHO-1", List.of(JP));
            announce(at, 1, "100", "2026-03-01");
        }
    }

    private static int status(String call, String token) {
        String[] parts = call.split(" +");
        return parts[0].equals("GET")
                ? Calls.get(token, parts[1]).statusCode()
                : Calls.post(
                                token,
                                parts[1],
                                parts[1].endsWith("receive")
                                        ? "{\"acceptedMassKg\": \"100\"}"
                                        : parts[1].endsWith("/complete")
                                                ? "{\"certificate\": \"C\"}"
                                                : parts[1].endsWith("/confirm") ? CONFIRMED : "{}")
                        .statusCode();
    }

    private static String active(String number, List<String> transit) {
        String at = forwarded(number, transit);
        done(Calls.post(ca(KR), at + "/decisions", decision(KR, "consented")));
        transit.forEach(country -> done(Calls.post(ca(country), at + "/decisions", decision(country, "consented"))));
        assertThat(Calls.get(ca(PH), at).jsonPath().getString("state")).isEqualTo("active");
        return at;
    }

    private static String forwarded(String number, List<String> transit) {
        done(Calls.post(ca(PH), "/notifications", body(number, transit)));
        return "/notifications/" + encoded(number);
    }

    private static Response announce(String at, int serial, String mass, String on) {
        return Calls.put(
                ca(PH), at + "/shipments/" + serial, "{\"plannedOn\": \"%s\", \"massKg\": \"%s\"}".formatted(on, mass));
    }

    private static String decision(String country, String decision) {
        return "{\"country\": \"%s\", \"decision\": \"%s\", \"on\": \"2026-01-20\"}".formatted(country, decision);
    }

    private static String body(@Nullable String number, List<String> transit) {
        return """
                {%s "kind": "general", "exporter": "PH-1", "facility": "KR-1", "importCountry": "KR",
                 "transitCountries": %s, "wasteCodes": ["A1160", "Y31"], "operation": "R4", "totalMassKg": "60000",
                 "shipments": 3, "periodFrom": "2026-02-01", "periodUntil": "2027-01-31", "contract": "C-1"}""".formatted(
                        number == null ? "" : "\"number\": \"" + number + "\",",
                        transit.stream().map(country -> "\"" + country + "\"").toList());
    }

    private static String full() {
        return """
                {"number": "PH 0000/000099 РФ", "kind": "general", "exporter": "PH-TIN-000-111",
                 "facility": "KR-305-81-00777", "generators": ["PH-TIN-000-111"], "exportCountry": "PH",
                 "importCountry": "KR", "transitCountries": ["JP"], "wasteCodes": ["A1160", "Y31"], "operation": "R4",
                 "totalMassKg": "60000", "shipments": 3, "periodFrom": "2026-02-01", "periodUntil": "2027-01-31",
                 "contract": "LBR-YSL-2026-1", "offices": ["PHMNL", "KRPUS"],
                 "form": {
                  "exporter": {"registration": "PH-TIN-000-111", "name": "Laguna Battery Recycling Corp.",
                   "address": "Barangay Parian, Calamba, Laguna", "person": "Maria Reyes", "telephone": "+63 49 000 0000",
                   "email": "waste@example.org"},
                  "importer": {"registration": "KR-305-81-00777", "name": "Yeongpung Secondary Lead Works 영풍",
                   "address": "Gimcheon", "person": "Kim Min-jun"},
                  "volumeM3": "42.5", "packaging": ["4", "9"], "packagingWords": "Battery boxes",
                  "specialHandling": "Keep upright; acid inside",
                  "carriers": [{"contact": {"name": "Manila Lines"}, "means": ["S"]},
                   {"contact": {"name": "Korea Road"}, "means": ["R"]}],
                  "generators": [{"contact": {"name": "Laguna Battery Recycling Corp."}, "site": "Calamba",
                   "process": "Collection of spent batteries"}],
                  "facility": {"registration": "KR-305-81-00777", "name": "Yeongpung Secondary Lead Works"},
                  "actualSite": "Smelter 2, Gimcheon", "furtherOperations": ["R13"],
                  "technology": "Breaking and smelting", "reasonForExport": "No smelter in the State of export",
                  "designation": "Waste lead-acid batteries, drained", "composition": "Lead 65 %, plastic 20 %, rest 15 %",
                  "physical": ["2"],
                  "identification": {"oecd": "A1160", "europeanList": "16 06 01*", "nationalOfExport": "M506",
                   "nationalOfImport": "51-01", "hazards": ["H8", "H11"], "unClasses": ["8"], "unNumbers": ["2794"],
                   "shippingNames": ["BATTERIES, WET, FILLED WITH ACID"], "hsCodes": ["8549.11"]},
                  "countries": [{"country": "PH", "authorityCode": "PH001", "exit": "Manila"},
                   {"country": "JP", "authorityCode": "JP001", "entry": "Kobe", "exit": "Kobe"},
                   {"country": "KR", "authorityCode": "KR001", "entry": "Busan"}],
                  "exportOffice": "Manila South", "exitOffice": "Port of Manila", "entryOffice": "Busan",
                  "declarations": [{"capacity": "exporter-notifier", "name": "Maria Reyes", "on": "2026-01-03"},
                   {"capacity": "generator-producer", "name": "Jose Cruz", "on": "2026-01-03"}],
                  "annexes": 4}}""";
    }

    private static Response done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        return answer;
    }

    private static String decisionOf(String at, String country, String field) {
        return Calls.get(ca(PH), at)
                .jsonPath()
                .getString("decisions.find { it.country == '" + country + "' }." + field);
    }

    private static String ca(String country) {
        return Tokens.competentAuthority(country);
    }

    private static void clock(Instant now) {
        done(Calls.put(Tokens.admin(), "/clock", "{\"now\": \"" + now + "\"}"));
    }

    private static Map<String, Object> withoutCorrelation(Response answer) {
        Map<String, Object> body = answer.jsonPath().getMap("");
        body.remove("correlationId");
        return body;
    }

    private static JsonNode scenario(String story) throws IOException {
        try (InputStream in = NotificationIT.class.getResourceAsStream("/scenarios/" + story + "/registry.json")) {
            return JSON.readTree(Objects.requireNonNull(in));
        }
    }
}
