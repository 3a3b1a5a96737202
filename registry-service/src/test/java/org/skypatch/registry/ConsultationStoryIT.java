package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.contracts.registry.QuotaFact;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.record.Author;
import org.skypatch.registry.record.Decision;
import org.skypatch.registry.record.Precondition;
import org.skypatch.registry.record.RecordKind;
import org.skypatch.registry.record.Records;

/** The story of a consultation that is refused and of one that nobody answers, over REST and by the business clock. */
@QuarkusTest
@RegistryServers
class ConsultationStoryIT {

    private static final Author AUTHOR = new Author(AdministrationId.of("TH-nou"), null);
    private static final ZonedDateTime MONDAY = ZonedDateTime.now(ZoneOffset.UTC)
            .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
            .with(java.time.LocalTime.of(2, 0));

    private final Map<String, String> ids = new HashMap<>();

    @Inject
    Records records;

    @Inject
    ObjectMapper json;

    @BeforeEach
    void theCatalogueIsRecorded() {
        Calls.awaitReady();
    }

    @AfterEach
    void theClockRunsAsUsual() {
        clock(Instant.now());
    }

    @Test
    void refuses_what_the_quota_no_longer_holds_and_takes_silence_for_no_consent() throws IOException {
        JsonNode story = story();
        write(RecordKind.ADMINISTRATION, story.at("/records/administration/0"), AdministrationFact.class, "TH-nou");
        for (JsonNode limit : story.at("/records/limit")) {
            write(
                    RecordKind.LIMIT,
                    limit,
                    LimitFact.class,
                    "TH/" + limit.get("id").asText() + "/2020-01-01");
        }
        write(RecordKind.QUOTA, story.at("/records/quota/0"), QuotaFact.class, "TH/" + year() + "/C-I");

        for (JsonNode step : story.get("steps")) {
            play(step);
        }

        story.get("tasks").properties().forEach(expected -> {
            List<TaskChanged> told =
                    await(expected.getKey(), expected.getValue().size());
            assertThat(told.stream()
                            .map(task -> task.state().label() + " "
                                    + task.addressees().stream()
                                            .map(ConsultationStoryIT::name)
                                            .toList()))
                    .as(expected.getKey())
                    .containsExactlyElementsOf(Stream.of(expected.getValue())
                            .flatMap(tasks -> tasks.valueStream())
                            .map(task -> task.get("state").asText() + " "
                                    + task.get("to")
                                            .valueStream()
                                            .map(JsonNode::asText)
                                            .toList())
                            .toList());
        });
        assertThat(records.history(RecordKind.CONSULTATION, ids.get("second")).stream()
                        .map(version -> version.author().administration() + " "
                                + version.after().state().label()))
                .containsExactly("KR-nou requested", "system-clock requested", "system-clock unanswered");
    }

    private void play(JsonNode step) {
        if (step.has("day")) {
            clock(MONDAY.plusDays(step.get("day").asInt()).toInstant());
        }
        if (step.has("awaits")) {
            step.get("awaits").properties().forEach(task -> Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> tasks(task.getKey()), tasks -> tasks.stream()
                            .anyMatch(told ->
                                    told.state().label().equals(task.getValue().asText()))));
        }
        if (step.has("repeats")) {
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> says(call(step), step));
        } else if (step.has("as")) {
            Response answer = call(step);
            assertThat(answer.statusCode())
                    .as(step + " → " + answer.asString())
                    .isEqualTo(step.get("answers").asInt());
            says(answer, step);
            if (step.has("name")) {
                ids.put(step.get("name").asText(), answer.jsonPath().getString("id"));
            }
        }
    }

    private Response call(JsonNode step) {
        String token = Tokens.nou(step.get("as").asText());
        return step.has("get")
                ? Calls.get(token, path(step, "get"))
                : step.has("put")
                        ? Calls.put(token, path(step, "put"), step.get("body").toString())
                        : Calls.post(token, path(step, "post"), step.get("body").toString());
    }

    private String path(JsonNode step, String method) {
        String path = step.get(method).asText();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path;
    }

    private static void says(Response answer, JsonNode step) {
        step.path("says").properties().forEach(said -> assertThat(
                        answer.jsonPath().getString(said.getKey()))
                .as(said.getKey() + " of " + answer.asString())
                .isEqualTo(said.getValue().asText()));
    }

    private List<TaskChanged> await(String consultation, int atLeast) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> tasks(consultation), tasks -> tasks.size() >= atLeast);
    }

    private List<TaskChanged> tasks(String consultation) {
        String subject = "consultation:" + ids.get(consultation);
        List<TaskChanged> tasks = new ArrayList<>();
        Published.on(Topic.REGISTRY_TASKS).stream()
                .filter(record -> record.key().equals(subject))
                .forEach(record -> {
                    try {
                        tasks.add(JsonHabits.forTopics(json).readValue(record.value(), TaskChanged.class));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
        return tasks;
    }

    private static String name(Addressee addressee) {
        return Stream.of(addressee.country(), addressee.competence(), addressee.administration(), addressee.region())
                .filter(Objects::nonNull)
                .map(part -> part instanceof org.skypatch.contracts.access.Competence competence
                        ? competence.label()
                        : part.toString())
                .collect(Collectors.joining(" "));
    }

    private <F extends RegistryFact> void write(RecordKind<F> kind, JsonNode record, Class<F> type, String name)
            throws IOException {
        F fact = JsonHabits.forTopics(json).treeToValue(record, type);
        records.write(kind, name, AUTHOR, new Precondition.None(), null, present -> new Decision.Become<>(fact));
    }

    private static void clock(Instant now) {
        assertThat(Calls.put(Tokens.admin(), "/clock", "{\"now\": \"" + now + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private static int year() {
        return LocalDate.from(MONDAY).getYear() + 1;
    }

    private JsonNode story() throws IOException {
        try (InputStream in =
                ConsultationStoryIT.class.getResourceAsStream("/scenarios/09-quota-nearly-used/story.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return json.readTree(
                    text.replace("\"{year}\"", Integer.toString(year())).replace("{year}", Integer.toString(year())));
        }
    }
}
