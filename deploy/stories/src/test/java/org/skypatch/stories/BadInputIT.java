package org.skypatch.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be read or attributed is refused by name; what can be read is never turned away. */
@ExtendWith(OnTheWholeSystem.class)
class BadInputIT {

    private static final String EVENTS = "/tracking/v1/customs-events";
    private static final Account REPORTER = Account.customs("JP");
    private static final int RACERS = 32;

    private final Skypatch skypatch;

    BadInputIT(Skypatch skypatch) {
        this.skypatch = skypatch;
    }

    @BeforeEach
    void set_the_clock() {
        skypatch.setClock(Instant.parse("2026-10-10T00:00:00Z"));
    }

    static Stream<Arguments> wrongEvents() {
        return Stream.of(
                Arguments.of("text for goods", good().with("/goods", "13.6 t"), "/goods"),
                Arguments.of("a number for a time", good().with("/occurredAt", Json.read("5", "test")), "/occurredAt"),
                Arguments.of("a list for a route", good().with("/route", Json.read("[]", "test")), "/route"),
                Arguments.of("a truth for a mass", mass("true"), "/goods/0/netMassKg"),
                Arguments.of("a negative mass", mass("\"-13600\""), "/goods/0/netMassKg"),
                Arguments.of("a negative number", mass("-1"), "/goods/0/netMassKg"),
                Arguments.of("a mass in words", mass("\"thirteen tonnes\""), "/goods/0/netMassKg"),
                Arguments.of("a mass that is no number", mass("\"NaN\""), "/goods/0/netMassKg"),
                Arguments.of("a mass with a comma", mass("\"13,6\""), "/goods/0/netMassKg"),
                Arguments.of("another's name", good().with("/reportedBy", "KR-customs"), "/reportedBy"),
                Arguments.of("no such country", good().with("/route/destination", "XX"), "/route/destination"),
                Arguments.of("a country of three letters", good().with("/route/dispatch", "JPN"), "/route/dispatch"),
                Arguments.of("next year", good().with("/occurredAt", "2027-10-10T00:00:00Z"), "/occurredAt"),
                Arguments.of("a time without offset", good().with("/occurredAt", "2026-10-01T00:00:00"), "/occurredAt"),
                Arguments.of("no such type", good().with("/type", "export-imagined"), "/type"));
    }

    private static Report good() {
        String id = "bad-" + UUID.randomUUID();
        return Report.exported(id, "JP", "PH", "2026-10-01T08:00:00Z", "100").reference("ucr", id);
    }

    private static Report mass(String json) {
        return good().with("/goods/0/netMassKg", Json.read(json, "test"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongEvents")
    void a_wrong_event_is_refused_by_the_name_of_its_field(String what, Report report, String pointer) {
        Answer answer = skypatch.post(REPORTER, EVENTS, report.toString());

        assertThat(answer.status()).as(answer.body()).isIn(400, 403, 422);
        assertThat(problem(answer).path("errors"))
                .anySatisfy(error -> assertThat(error.path("pointer").asText()).isEqualTo(pointer));
        assertNothingStored(report);
    }

    @Test
    void several_wrong_fields_are_all_named() {
        Report report = good().with("/route/destination", "XX")
                .with("/goods/0/netMassKg", "-1")
                .with("/type", "nothing");

        Answer answer = skypatch.post(REPORTER, EVENTS, report.toString());

        assertThat(Json.elements(problem(answer).path("errors")))
                .extracting(error -> error.path("pointer").asText())
                .contains("/route/destination", "/goods/0/netMassKg", "/type");
    }

    @Test
    void unreadable_json_is_malformed() {
        for (String body : List.of("{\"eventId\": ", "", "[{]", "null", "\"text\"", "{} {}")) {
            Answer answer = skypatch.post(REPORTER, EVENTS, body);
            assertThat(answer.status()).as("%s gets %s", body, answer.body()).isEqualTo(400);
            problem(answer);
        }
    }

    @Test
    void another_media_type_is_refused() {
        Answer answer = skypatch.post(REPORTER, EVENTS, "text/plain", good().toString());

        assertThat(answer.status()).isEqualTo(415);
        problem(answer);
    }

    @Test
    void a_thousand_levels_are_too_deep() {
        String deep = "[".repeat(1_000) + "]".repeat(1_000);
        Report report = good();
        String body = report.toString().replaceFirst("\\{", "{\"remarks2\":" + deep + ",");

        Answer answer = skypatch.post(REPORTER, EVENTS, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        problem(answer);
        assertNothingStored(report);
    }

    @Test
    void six_megabytes_are_too_large() {
        String body = "[" + good().with("/remarks", "x".repeat(6 * 1024 * 1024)) + "]";

        Answer answer = skypatch.post(REPORTER, EVENTS, body);

        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        problem(answer);
    }

    @Test
    void more_than_a_thousand_events_are_too_many() {
        String body = IntStream.range(0, 1_001)
                .mapToObj(i -> good().toString())
                .toList()
                .toString();

        Answer answer = skypatch.post(REPORTER, EVENTS, body);

        assertThat(answer.status()).isIn(400, 413, 422);
        problem(answer);
    }

    @Test
    void one_bad_member_of_an_array_does_not_take_the_others_with_it() {
        Report first = good();
        Report bad = mass("\"-5\"");
        Report last = good();

        JsonNode receipts = skypatch.post(
                        REPORTER, EVENTS, List.of(first, bad, last).toString())
                .orFail()
                .json()
                .path("receipts");

        assertThat(Json.elements(receipts))
                .extracting(receipt -> receipt.path("status").asText())
                .containsExactly("accepted", "invalid", "accepted");
        assertThat(receipts.path(1).path("eventId").asText()).isEqualTo(bad.eventId());
        assertThat(receipts.path(1).path("problems").toString()).contains("netMassKg");
        Report.awaitApplied(skypatch, REPORTER, Json.text(receipts.path(0), "id"));
        Report.awaitApplied(skypatch, REPORTER, Json.text(receipts.path(2), "id"));
        assertNothingStored(bad);
    }

    @Test
    void all_or_nothing_stores_none_if_one_is_bad() {
        Report sound = good();
        Report bad = mass("\"-5\"");

        Answer answer = skypatch.post(
                REPORTER, EVENTS + "?mode=all-or-nothing", List.of(sound, bad).toString());

        assertThat(answer.body()).contains("netMassKg");
        good().apply(skypatch);
        assertNothingStored(sound);
        assertNothingStored(bad);
        assertThat(sound.post(skypatch).path("status").asText()).isEqualTo("accepted");
    }

    @Test
    void a_line_of_ndjson_that_cannot_be_read_does_not_take_the_others_with_it() {
        Report first = good();
        Report last = good();

        Answer answer = skypatch.post(
                REPORTER, EVENTS, "application/x-ndjson", first + "\n" + "{\"eventId\": \n" + last + "\n");

        if (answer.isGood()) {
            assertThat(Json.elements(answer.json().path("receipts")))
                    .extracting(receipt -> receipt.path("status").asText())
                    .containsExactly("accepted", "invalid", "accepted");
        } else {
            assertThat(answer.status()).isEqualTo(400);
            problem(answer);
            assertNothingStored(first);
        }
    }

    @Test
    void odd_but_readable_events_are_recorded_with_a_warning() {
        Report report = good().container("JPNU1234560").with("/colourOfTheShip", "red");

        JsonNode receipt = report.post(skypatch);

        assertThat(receipt.path("status").asText()).isEqualTo("accepted");
        assertThat(receipt.path("warnings").toString()).contains("colourOfTheShip");
    }

    @Test
    void other_content_under_the_same_id_is_a_conflict() {
        Report report = good();
        String id = report.apply(skypatch);
        Report other = new Report(report.json().deepCopy()).with("/goods/0/netMassKg", "101");

        JsonNode receipt = other.post(skypatch);

        assertThat(receipt.path("status").asText()).isEqualTo("conflict");
        assertThat(receipt.path("id").asText()).isEqualTo(id);
        assertThat(massApplied(id)).isEqualTo("100");
    }

    @Test
    void the_same_content_written_otherwise_is_a_duplicate() {
        Report report = good();
        String id = report.apply(skypatch);
        Report same = new Report(report.json().deepCopy())
                .with("/goods/0/netMassKg", Json.read("100.0", "test"))
                .with("/occurredAt", "2026-10-01T08:00:00.000Z");

        JsonNode receipt = same.post(skypatch);

        assertThat(receipt.path("status").asText()).as(receipt.toString()).isEqualTo("duplicate");
        assertThat(receipt.path("id").asText()).isEqualTo(id);
    }

    @Test
    void of_32_racing_callers_with_one_id_exactly_one_is_applied() throws Exception {
        Report report = good();
        List<Report> racing = IntStream.range(0, RACERS)
                .mapToObj(i ->
                        new Report(report.json().deepCopy()).with("/goods/0/netMassKg", Integer.toString(1_000 + i)))
                .toList();
        CountDownLatch start = new CountDownLatch(1);
        List<JsonNode> receipts = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> answers = racing.stream()
                    .map(each -> callers.submit(() -> {
                        start.await();
                        return each.post(skypatch);
                    }))
                    .toList();
            start.countDown();
            for (Future<JsonNode> answer : answers) {
                receipts.add(answer.get());
            }
        }

        String id = receipts.getFirst().path("id").asText();
        assertThat(receipts).allSatisfy(receipt -> {
            assertThat(receipt.path("eventId").asText()).isEqualTo(report.eventId());
            assertThat(receipt.path("id").asText()).isEqualTo(id);
            assertThat(receipt.path("status").asText()).isIn("accepted", "conflict");
        });
        Report.awaitApplied(skypatch, REPORTER, id);
        String winner = massApplied(id);
        assertThat(racing.stream()
                        .map(each -> each.post(skypatch).path("status").asText()))
                .containsOnly("duplicate", "conflict")
                .containsOnlyOnce("duplicate");
        assertThat(Integer.parseInt(winner)).isBetween(1_000, 1_000 + RACERS - 1);
        assertThat(massApplied(id)).isEqualTo(winner);
        String movement = new Inbox(skypatch, REPORTER).movement(report.eventId());
        assertThat(skypatch.get(REPORTER, "/tracking/v1/movements/" + movement)
                        .orFail()
                        .json()
                        .path("events"))
                .hasSize(1);
    }

    private String massApplied(String id) {
        JsonNode event = skypatch.get(REPORTER, EVENTS + "/" + id).orFail().json();
        return event.findValue("netMassKg").asText();
    }

    private void assertNothingStored(Report report) {
        String query = "/tracking/v1/movements?reference=" + Skypatch.encoded(report.eventId());
        assertThat(skypatch.get(REPORTER, query).orFail().json().path("items")).isEmpty();
    }

    private static JsonNode problem(Answer answer) {
        assertThat(answer.header("Content-Type")).as(answer.body()).hasValueSatisfying(type -> assertThat(type)
                .startsWith("application/problem+json"));
        JsonNode problem = answer.json();
        assertThat(problem.path("type").asText()).startsWith("/problems/");
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.body()).doesNotContain("Exception", "\tat ");
        return problem;
    }
}
