package org.skypatch.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.notification.testing.FindingStory;
import org.skypatch.notification.testing.FindingsTopic;
import org.skypatch.notification.testing.SigningKey;
import org.skypatch.notification.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(SigningKey.class)
class InboxIT {

    private final FindingsTopic topic = new FindingsTopic();

    @AfterEach
    void close() {
        topic.close();
    }

    private static ValidatableResponse get(String country, String path) {
        return given().auth().oauth2(Tokens.officer(country)).get(path).then();
    }

    private static void awaitAlerts(String country, int number) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> get(country, "v1/alerts?limit=500").body("items", hasSize(number)));
    }

    @Test
    void pages_through_ten_thousand_alerts_newest_first() {
        List<FindingStory> stories = IntStream.range(0, 10_000)
                .mapToObj(i -> FindingStory.between("CN", "ZA").raisedAt(FindingStory.BEGINS.plusSeconds(i / 3)))
                .toList();
        topic.say(stories.stream().map(story -> story.raised(Severity.LOW)).toList());
        FindingStory newest = FindingStory.between("CN", "ZA").raisedAt(FindingStory.BEGINS.plusSeconds(1_000_000));
        await().atMost(Duration.ofMinutes(2)).until(() -> pages("ZA").size() == 10_000);

        List<String> before = pages("ZA");
        topic.say(newest.raised(Severity.LOW));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> get("ZA", "v1/alerts?limit=1")
                .body("items[0].id", equalTo(newest.alert().toString())));

        assertThat(before)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        stories.stream().map(story -> story.alert().toString()).toList());
        assertThat(pages("ZA").subList(1, 10_001)).isEqualTo(before);
    }

    private static List<String> pages(String country) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            JsonPath page = get(country, "v1/alerts?limit=500" + (cursor == null ? "" : "&cursor=" + cursor))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            ids.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        } while (cursor != null);
        return ids;
    }

    @Test
    void narrows_the_list() {
        FindingStory low = FindingStory.between("GE", "TR");
        FindingStory high = FindingStory.between("FR", "TR");
        FindingStory over = FindingStory.between("FR", "TR");
        topic.say(low.raised(Severity.LOW), high.raised(Severity.HIGH), over.raised(Severity.CRITICAL));
        topic.say(over.cleared(2, Severity.CRITICAL));
        awaitAlerts("TR", 3);
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> get("TR", "v1/alerts?state=cleared")
                .body("items.id", contains(over.alert().toString())));

        get("TR", "v1/alerts?state=open")
                .body(
                        "items.id",
                        containsInAnyOrder(low.alert().toString(), high.alert().toString()));
        get("TR", "v1/alerts?severity=high")
                .body(
                        "items.id",
                        containsInAnyOrder(high.alert().toString(), over.alert().toString()));
        get("TR", "v1/alerts?country=GE").body("items.id", contains(low.alert().toString()));
        get("TR", "v1/alerts?movement=" + high.movement())
                .body("items.id", contains(high.alert().toString()));
        get("TR", "v1/alerts?commodity=hcfc-22").body("items", hasSize(3));
        get("TR", "v1/alerts?commodity=hcfc-141b").body("items", hasSize(0));
        get("TR", "v1/alerts?rule=not-arrived").body("items", hasSize(0));
        get("TR", "v1/alerts?rule=licence-unknown&state=open&severity=medium")
                .body("items.id", contains(high.alert().toString()));
    }

    @Test
    void shows_an_alert_as_agreed() {
        FindingStory story = FindingStory.between("KR", "GH");
        topic.say(story.raised(Severity.HIGH));
        awaitAlerts("GH", 1);

        get("GH", "v1/alerts")
                .body("items[0].id", equalTo(story.alert().toString()))
                .body("items[0].type", equalTo("alert"))
                .body("items[0].state", equalTo("open"))
                .body("items[0].rule", equalTo("licence-unknown"))
                .body("items[0].kind", equalTo("indicator"))
                .body("items[0].element", equalTo("transboundaryMovement"))
                .body("items[0].episode", equalTo(1))
                .body("items[0].movement.massKg", equalTo("13600"))
                .body("items[0].movement.departedAt", equalTo("2026-03-02T09:30:00+09:00"))
                .body("items[0].nominal.licences[0].number", equalTo("TH-HCFC-2026-00017"))
                .body("items[0].link", equalTo("/tracking/v1/movements/" + story.movement()))
                .body("items[0].clearedAt", nullValue())
                .body("items[0].history", nullValue())
                .body("next", nullValue());
        get("GH", "v1/alerts/" + story.alert())
                .body("history", hasSize(1))
                .body("history[0].what", equalTo("raised"))
                .body("history[0].at", equalTo("2026-03-02T00:30:00Z"));
    }

    @Test
    void lists_departure_notices_by_themselves() {
        FindingStory story = FindingStory.between("US", "PY");
        topic.say(story.departed(), story.departed());
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> get("PY", "v1/departure-notices")
                .body("items.movement.id", hasItem(story.movement().toString())));

        String path = "v1/alerts?type=departure-notice&movement=" + story.movement();
        get("PY", path)
                .body("items", hasSize(1))
                .body("items[0].type", equalTo("departure-notice"))
                .body("items[0].sentence", equalTo("13600 kg of hcfc-22 left US for PY on 2026-03-02."));
        get("PY", "v1/alerts?movement=" + story.movement()).body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({
        "state=gone, /state",
        "rule=NOT A RULE, /rule",
        "severity=huge, /severity",
        "movement=17, /movement",
        "country=Thailand, /country",
        "type=everything, /type",
        "limit=0, /limit",
        "limit=501, /limit",
        "cursor=xyz, /cursor",
        "cursor=YQ, /cursor",
    })
    void names_what_is_wrong_with_a_question(String query, String pointer) {
        get("TR", "v1/alerts?" + query.replace(" ", "%20"))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void is_closed_to_whom_it_does_not_concern() {
        given().get("v1/alerts").then().statusCode(401);
        given().auth().oauth2(Tokens.reporter("TR")).get("v1/alerts").then().statusCode(403);
        given().auth().oauth2("forged").get("v1/alerts").then().statusCode(401);
        get("TR", "v1/alerts/not-an-id").statusCode(404);
    }

    @Test
    void publishes_its_interface() {
        given().get("openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.keySet()", hasItem("/notification/v1/alerts/stream"));
    }
}
