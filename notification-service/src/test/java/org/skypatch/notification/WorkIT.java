package org.skypatch.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.notification.desk.Desks;
import org.skypatch.notification.testing.FindingStory;
import org.skypatch.notification.testing.FindingsTopic;
import org.skypatch.notification.testing.SigningKey;
import org.skypatch.notification.testing.Tokens;

/** What desks make of alerts, over REST, Kafka and PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(SigningKey.class)
class WorkIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final FindingsTopic topic = new FindingsTopic();

    @Inject
    Desks desks;

    @AfterEach
    void close() {
        topic.close();
    }

    /** An alert from Ghana to Kenya that Kenya can see. */
    private FindingStory seen(Severity severity) {
        FindingStory story = FindingStory.between("GH", "KE");
        topic.say(story.raised(severity));
        await().atMost(SOON)
                .untilAsserted(() -> read(Tokens.officer("KE"), story).statusCode(200));
        return story;
    }

    private static ValidatableResponse read(String token, FindingStory story) {
        return given().auth().oauth2(token).get("v1/alerts/{id}", story.alert()).then();
    }

    private static ValidatableResponse move(String token, FindingStory story, String move, String body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("v1/alerts/{id}/{move}", story.alert(), move)
                .then();
    }

    @Test
    void is_worked_on_by_each_country_for_itself() {
        FindingStory story = seen(Severity.HIGH);
        String kenya = Tokens.officer("KE");
        read(kenya, story).body("work.state", equalTo("open")).body("work.allowed", hasItem("acknowledge"));
        move(kenya, story, "acknowledge", "{}").statusCode(200).body("work.state", equalTo("acknowledged"));
        move(kenya, story, "assign", "{\"to\": \"wanjiru\"}").body("work.assignee", equalTo("wanjiru"));
        move(kenya, story, "comment", "{\"words\": \"Two containers opened.\"}").statusCode(200);
        move(kenya, story, "resolve", "{\"outcome\": \"irregular\", \"words\": \"Fined.\"}")
                .statusCode(200)
                .header("ETag", equalTo("\"4\""))
                .body("work.outcome", equalTo("irregular"))
                .body("work.done.what", contains("acknowledge", "assign", "comment", "resolve"))
                .body("work.done.by", hasItem("KE-customs"));

        read(Tokens.officer("GH"), story).body("work.state", equalTo("open")).body("work.done", hasSize(0));
        read(Tokens.operator(), story).statusCode(200).body("work", nullValue());
        move(Tokens.officer("FR"), story, "acknowledge", "{}").statusCode(404);
        move(Tokens.operator(), story, "acknowledge", "{}").statusCode(403);

        given().auth()
                .oauth2(kenya)
                .get("v1/alerts?work=resolved")
                .then()
                .body("items.id", hasItem(story.alert().toString()));
        given().auth()
                .oauth2(Tokens.officer("GH"))
                .get("v1/alerts?work=resolved")
                .then()
                .body("items.id", not(hasItem(story.alert().toString())));
        given().auth()
                .oauth2(kenya)
                .get("v1/precision")
                .then()
                .statusCode(200)
                .body("find { it.rule == 'licence-unknown' }.irregular", equalTo(1))
                .body("find { it.rule == 'licence-unknown' }.precision", allOf(greaterThan(0f), lessThanOrEqualTo(1f)));
    }

    @Test
    void says_what_is_wrong_and_what_is_not_allowed() {
        FindingStory story = seen(Severity.HIGH);
        String kenya = Tokens.officer("KE");
        move(kenya, story, "resolve", "{\"outcome\": \"guilty\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/outcome"));
        move(kenya, story, "comment", "{}").statusCode(400).body("errors.pointer", contains("/words"));
        move(kenya, story, "assign", "{\"to\": \" \"}").statusCode(400).body("errors.pointer", contains("/to"));
        move(kenya, story, "snooze", "{\"until\": \"2020-01-01T00:00:00Z\"}")
                .statusCode(400)
                .body("errors.pointer", contains("/until"));
        move(kenya, story, "dismiss", "{\"outcome\": \"innocent\"}").statusCode(200);
        move(kenya, story, "assign", "{\"to\": \"wanjiru\"}")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("detail", containsString("dismissed; allowed: comment"));
        given().auth()
                .oauth2(kenya)
                .contentType("application/json")
                .header("If-Match", "\"0\"")
                .body("{\"words\": \"late\"}")
                .post("v1/alerts/{id}/comment", story.alert())
                .then()
                .statusCode(412);
    }

    @Test
    void loses_no_word_of_sixteen_who_speak_at_once() throws Exception {
        FindingStory story = seen(Severity.LOW);
        String kenya = Tokens.officer("KE");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> speakers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                String words = "{\"words\": \"word " + i + "\"}";
                speakers.add(
                        () -> move(kenya, story, "comment", words).extract().statusCode());
            }
            for (Future<Integer> speaker : threads.invokeAll(speakers)) {
                assertThat(speaker.get()).isEqualTo(200);
            }
        }
        read(kenya, story).body("work.revision", equalTo(16)).body("work.done.words", hasSize(16));
    }

    @Test
    void tells_no_region_of_what_is_for_some_countries_only() {
        FindingStory story = FindingStory.between("GH", "KE").concerning("KE");
        topic.say(story.raised(Severity.CRITICAL));
        String kenya = Tokens.officer("KE");
        await().atMost(SOON).untilAsserted(() -> read(kenya, story).body("work.escalation", equalTo(1)));
        Instant laterStill = Instant.now().plus(Duration.ofHours(5));
        await().atMost(SOON).untilAsserted(() -> {
            desks.passOn(laterStill, 100);
            read(kenya, story).body("work.escalation", equalTo(2));
        });
        given().auth()
                .oauth2(Tokens.analyst("Asia/Pacific"))
                .get("v1/tasks?kind=alert-to-acknowledge&subject=alert:" + story.alert())
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void opens_again_when_it_gets_worse_and_is_put_off_until_then() {
        FindingStory story = seen(Severity.MEDIUM);
        String kenya = Tokens.officer("KE");
        String until = Instant.now().plus(Duration.ofDays(2)).toString();
        move(kenya, story, "snooze", "{\"until\": \"" + until + "\"}").statusCode(200);
        given().auth()
                .oauth2(kenya)
                .get("v1/alerts?snoozed=false&limit=500")
                .then()
                .body("items.id", not(hasItem(story.alert().toString())));

        topic.say(story.changed(1, Severity.HIGH));
        await().atMost(SOON).untilAsserted(() -> read(kenya, story).body("work.snoozedUntil", nullValue()));
        move(kenya, story, "dismiss", "{\"outcome\": \"innocent\"}").statusCode(200);
        topic.say(story.changed(2, Severity.CRITICAL));
        await().atMost(SOON).untilAsserted(() -> read(kenya, story)
                .body("work.state", equalTo("open"))
                .body("work.done.what", hasItem("reopened")));
    }

    /** It was raised in March: by today's clock it has waited for long, twice. */
    @Test
    void passes_on_what_nobody_acknowledges_and_says_when_somebody_has() {
        FindingStory story = seen(Severity.CRITICAL);
        String kenya = Tokens.officer("KE");
        await().atMost(SOON).untilAsserted(() -> read(kenya, story).body("work.escalation", equalTo(1)));
        given().auth()
                .oauth2(kenya)
                .get("v1/tasks?kind=alert-to-acknowledge&subject=alert:" + story.alert())
                .then()
                .body("items", hasSize(1))
                .body("items[0].state", equalTo("overdue"))
                .body("items[0].link", equalTo("/notification/v1/alerts/" + story.alert()));

        Instant laterStill = Instant.now().plus(Duration.ofHours(5));
        await().atMost(SOON).untilAsserted(() -> {
            desks.passOn(laterStill, 100);
            read(kenya, story).body("work.escalation", equalTo(2));
        });
        given().auth()
                .oauth2(Tokens.analyst("Asia/Pacific"))
                .get("v1/tasks?kind=alert-to-acknowledge&subject=alert:" + story.alert())
                .then()
                .body("items", hasSize(2))
                .body("items.sentence", hasItem(containsString("Nobody in KE has acknowledged")));

        move(kenya, story, "acknowledge", "{}").statusCode(200);
        given().auth()
                .oauth2(kenya)
                .get("v1/tasks?kind=alert-to-acknowledge&subject=alert:" + story.alert())
                .then()
                .body("items[0].state", equalTo("closed"));
    }
}
