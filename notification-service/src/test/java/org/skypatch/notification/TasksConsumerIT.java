package org.skypatch.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.contracts.sample.Samples;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.notification.testing.SigningKey;
import org.skypatch.notification.testing.TaskStory;
import org.skypatch.notification.testing.Tokens;

/** What the registry says that people must do, from the topic to the inbox. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(SigningKey.class)
class TasksConsumerIT {

    private static final String OZONE_UNIT = Tokens.authority("TH-nou", "TH", "ozone");

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", PostgresAndKafka.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    private final DataSource database;

    TasksConsumerIT(DataSource database) {
        this.database = database;
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void applies_a_repeated_message_once() {
        TaskStory story = TaskStory.forTheOzoneUnitOf("TH");

        say(story.opened(0), story.opened(0), story.due(3), story.opened(0));
        say(story.due(3), story.closed(4), story.closed(4));

        awaitTask(OZONE_UNIT, story, "closed")
                .body("history.what", contains("opened", "due", "closed"))
                .body("changedAt", equalTo(story.day(4).toString()));
    }

    @Test
    void ends_right_in_any_order() {
        Random chance = new Random(20260303);
        List<TaskStory> stories = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            TaskStory story = TaskStory.forTheOzoneUnitOf("TH");
            List<TaskChanged> messages =
                    new ArrayList<>(List.of(story.opened(0), story.due(3), story.overdue(5), story.closed(6)));
            Collections.shuffle(messages, chance);
            messages.forEach(this::say);
            stories.add(story);
        }

        for (TaskStory story : stories) {
            awaitTask(OZONE_UNIT, story, "closed").body("history.what", contains("opened", "due", "overdue", "closed"));
        }
    }

    @Test
    void puts_poison_aside_and_goes_on() throws SQLException {
        TaskStory story = TaskStory.forTheOzoneUnitOf("TH");

        say(story.opened(0));
        sayBytes(story.subject(), "this is no JSON");
        sayBytes(story.subject(), "{\"kind\": \"consultation-to-answer\"}");
        sayBytes(story.subject(), "{\"state\": \"forgotten\"}");
        sayBytes(story.subject(), "null");
        sayBytes(story.subject(), "");
        say(story.closed(2));

        awaitTask(OZONE_UNIT, story, "closed");
        assertThat(reasons(story.subject()))
                .hasSize(5)
                .anyMatch(reason -> reason.startsWith("cannot be read"))
                .contains("missing: /id, /at, /task, /state, /subject, /sentence")
                .contains("the record says null", "the record is empty");
    }

    @Test
    void shows_a_task_to_those_it_is_addressed_to_and_to_nobody_else() {
        TaskStory story = TaskStory.forTheOzoneUnitOf("TH");
        String deputy = Tokens.authority("TH-deputy", "TH", "basel");
        String region = Tokens.analyst("Asia/Pacific");
        say(story.opened(0));

        awaitTask(OZONE_UNIT, story, "opened")
                .body("type", equalTo("task"))
                .body(
                        "sentence",
                        equalTo("KR asks TH whether Siam Cooling may have 8000 kg of hcfc-22, planned for"
                                + " 2026-06-01. Silence is no consent."))
                .body(
                        "link",
                        equalTo("/registry/v1/consultations/" + story.subject().substring(13)));
        List<String> strangers = List.of(
                deputy,
                region,
                Tokens.authority("KR-nou", "KR", "ozone"),
                Tokens.officer("TH"),
                Tokens.authority("TH-ca", "TH", "basel"));
        for (String stranger : strangers) {
            get(stranger, story).statusCode(404);
            assertThat(subjects(stranger)).doesNotContain(story.subject());
        }
        given().auth().oauth2(Tokens.operator()).get("v1/tasks").then().statusCode(403);
        given().get("v1/tasks").then().statusCode(401);

        say(story.escalated(7, "TH-deputy", "Asia/Pacific"));
        say(story.closed(8));

        awaitTask(deputy, story, "closed");
        awaitTask(region, story, "closed")
                .body(
                        "sentence",
                        equalTo("KR asks TH whether *** may have 8000 kg of hcfc-22, planned for 2026-06-01."
                                + " Silence is no consent."))
                .body("link", nullValue());
        get(Tokens.officer("TH"), story).statusCode(404);
    }

    @Test
    void hides_the_number_of_a_paper_from_those_who_may_not_read_it() {
        TaskStory story = TaskStory.aboutLicence("TH", "TH-HCFC 17/2");
        say(story.escalated(7, "TH-deputy", "Asia/Pacific"));

        awaitTask(OZONE_UNIT, story, "overdue")
                .body("subject", equalTo("licence:TH/TH-HCFC 17/2"))
                .body("link", equalTo("/registry/v1/licences/TH/TH-HCFC%2017%2F2"));
        awaitTask(Tokens.analyst("Asia/Pacific"), story, "overdue").body("subject", equalTo("licence:***"));
    }

    @Test
    void finds_tasks_by_state_kind_and_subject_page_by_page() {
        String unit = Tokens.authority("NP-nou", "NP", "ozone");
        TaskStory first = TaskStory.forTheOzoneUnitOf("NP");
        TaskStory second = TaskStory.forTheOzoneUnitOf("NP");
        TaskStory third = TaskStory.forTheOzoneUnitOf("NP");
        say(first.opened(1));
        say(second.opened(2));
        say(third.overdue(3));
        List.of(first, second).forEach(story -> awaitTask(unit, story, "opened"));
        awaitTask(unit, third, "overdue");

        assertThat(subjects(unit)).containsExactly(third.subject(), second.subject(), first.subject());
        assertThat(subjects(unit, "state", "opened")).containsExactly(second.subject(), first.subject());
        assertThat(subjects(unit, "subject", second.subject())).containsExactly(second.subject());
        assertThat(subjects(unit, "kind", "decision-due")).isEmpty();
        String next =
                given().auth().oauth2(unit).get("v1/tasks?limit=2").jsonPath().getString("next");
        assertThat(subjects(unit, "cursor", next)).containsExactly(first.subject());
        given().auth().oauth2(unit).get("v1/tasks?state=forgotten").then().statusCode(400);
    }

    private static ValidatableResponse awaitTask(String token, TaskStory story, String state) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> get(token, story).statusCode(200).body("state", equalTo(state)));
        return get(token, story);
    }

    private static ValidatableResponse get(String token, TaskStory story) {
        return given().auth().oauth2(token).get("v1/tasks/" + story.id()).then();
    }

    private static List<String> subjects(String token, String... query) {
        var request = given().auth().oauth2(token);
        if (query.length == 2) {
            request.queryParam(query[0], query[1]);
        }
        return request.get("v1/tasks").jsonPath().getList("items.subject");
    }

    private void say(TaskChanged... messages) {
        for (TaskChanged message : messages) {
            try {
                send(message.subject(), Samples.JSON.writeValueAsBytes(message));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }
        producer.flush();
    }

    private void sayBytes(String subject, String payload) {
        send(subject, payload.getBytes(StandardCharsets.UTF_8));
        producer.flush();
    }

    private void send(String subject, byte[] payload) {
        producer.send(new ProducerRecord<>(Topic.REGISTRY_TASKS.topicName(), subject, payload));
    }

    private List<String> reasons(String subject) throws SQLException {
        List<String> reasons = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select reason from parked_record where record_key = ?")) {
            statement.setString(1, subject);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reasons.add(rows.getString(1));
                }
            }
        }
        return reasons;
    }
}
