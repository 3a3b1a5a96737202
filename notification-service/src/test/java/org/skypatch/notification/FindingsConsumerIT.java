package org.skypatch.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.notification.testing.FindingStory;
import org.skypatch.notification.testing.FindingsTopic;
import org.skypatch.notification.testing.SigningKey;
import org.skypatch.notification.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(SigningKey.class)
class FindingsConsumerIT {

    private final FindingsTopic topic = new FindingsTopic();
    private final DataSource database;

    FindingsConsumerIT(DataSource database) {
        this.database = database;
    }

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void applies_a_repeated_message_once() {
        FindingStory story = FindingStory.between("PL", "UA");

        topic.say(story.raised(Severity.MEDIUM), story.raised(Severity.MEDIUM), story.changed(14, Severity.HIGH));
        topic.say(story.raised(Severity.MEDIUM), story.changed(14, Severity.HIGH), story.cleared(20, Severity.HIGH));
        topic.say(story.changed(14, Severity.HIGH), story.cleared(20, Severity.HIGH));

        awaitAlert(story, "cleared")
                .body("history.what", contains("raised", "escalated", "cleared"))
                .body("history.severity", contains("medium", "high", "high"));
        waitForEverything();
        assertThat(newsOf(story)).containsExactly("alert-raised", "alert-escalated", "alert-cleared");
    }

    @Test
    void ends_right_in_any_order() {
        List<FindingStory> stories = new ArrayList<>();
        Random chance = new Random(20260302);
        for (int i = 0; i < 20; i++) {
            FindingStory story = FindingStory.between("PL", "UA");
            List<FindingEvent> events = new ArrayList<>(List.of(
                    story.raised(Severity.LOW),
                    story.changed(3, Severity.MEDIUM),
                    story.changed(9, Severity.HIGH),
                    story.cleared(12, Severity.HIGH)));
            Collections.shuffle(events, chance);
            topic.say(events);
            stories.add(story);
        }

        stories.forEach(story -> awaitAlert(story, "cleared"));
        waitForEverything();
        for (FindingStory story : stories) {
            awaitAlert(story, "cleared")
                    .body("clearedAt", equalTo(story.day(12).toString()))
                    .body("history.what", contains("raised", "escalated", "escalated", "cleared"))
                    .body("movement.status", equalTo("arrived"));
        }
    }

    @Test
    void puts_poison_aside_and_goes_on() {
        FindingStory before = FindingStory.between("PL", "UA");
        FindingStory after = before.concerning("PL", "UA");
        UUID movement = before.movement();

        topic.say(before.raised(Severity.LOW));
        topic.sayBytes(movement, "this is no JSON");
        topic.sayBytes(movement, "{\"type\": \"finding-raised\", \"id\": \"" + UUID.randomUUID() + "\"}");
        topic.sayBytes(movement, "{\"type\": \"finding-forgotten\"}");
        topic.sayBytes(movement, "null");
        topic.sayBytes(movement, "");
        topic.say(after.raised(Severity.HIGH), before.cleared(5, Severity.LOW));

        awaitAlert(before, "cleared");
        assertThat(reasons(movement))
                .hasSize(6)
                .anyMatch(reason -> reason.startsWith("cannot be read"))
                .anyMatch(reason -> reason.contains("missing: /at, /movement, /finding"))
                .anyMatch(reason -> reason.contains("finding-forgotten"))
                .contains("the record says null", "the record is empty")
                .contains("alert " + before.alert() + " already stands for this movement, rule, subject, episode");
        given().auth()
                .oauth2(Tokens.officer("PL"))
                .get("v1/alerts/" + after.alert())
                .then()
                .statusCode(404);
    }

    @Test
    void waits_for_the_database_and_goes_on_by_itself() {
        FindingStory story = FindingStory.between("PL", "UA");
        topic.say(story.raised(Severity.MEDIUM));
        awaitAlert(story, "open");

        PostgresAndKafka.killDatabase();
        try {
            topic.say(story.changed(14, Severity.HIGH));
            topic.say(story.cleared(20, Severity.HIGH));
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> given().auth()
                    .oauth2(Tokens.officer("PL"))
                    .get("v1/alerts")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "2"));
        } finally {
            PostgresAndKafka.startDatabase();
        }

        awaitAlert(story, "cleared").body("history", hasSize(3));
        given().get("q/health/ready").then().statusCode(200);
    }

    private static ValidatableResponse awaitAlert(FindingStory story, String state) {
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> given().auth()
                .oauth2(Tokens.officer("PL"))
                .get("v1/alerts/" + story.alert())
                .then()
                .statusCode(200)
                .body("state", equalTo(state)));
        return given().auth()
                .oauth2(Tokens.officer("PL"))
                .get("v1/alerts/" + story.alert())
                .then()
                .statusCode(200);
    }

    /** Says one thing more on every partition and waits until it is heard: then everything before it is applied. */
    private void waitForEverything() {
        List<FindingStory> last = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            FindingStory story = FindingStory.between("PL", "UA");
            topic.say(story.raised(Severity.LOW));
            last.add(story);
        }
        last.forEach(story -> awaitAlert(story, "open"));
    }

    private List<String> newsOf(FindingStory story) {
        return texts(
                "select type from news where body ->> 'id' = ? order by id",
                story.alert().toString());
    }

    private List<String> reasons(UUID movement) {
        return texts("select reason from parked_record where record_key = ?", movement.toString());
    }

    private List<String> texts(String sql, String parameter) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
