package org.skypatch.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.notification.testing.FindingStory;
import org.skypatch.notification.testing.FindingsTopic;
import org.skypatch.notification.testing.Signatures;
import org.skypatch.notification.testing.SigningKey;
import org.skypatch.notification.testing.Sink;
import org.skypatch.notification.testing.Subscriber;

@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(SigningKey.class)
class WebhookIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final FindingsTopic topic = new FindingsTopic();
    private final Subscriber bolivia = Subscriber.of("BO");
    private final Subscriber ecuador = Subscriber.of("EC");
    private Sink sink;

    @BeforeEach
    void open() throws IOException {
        sink = new Sink();
    }

    @AfterEach
    void close() {
        bolivia.close();
        ecuador.close();
        topic.close();
        sink.close();
    }

    private List<String> types(String path) {
        return sink.calls(path).stream().map(Sink.Call::type).toList();
    }

    private void awaitCalls(String path, int number) {
        await().atMost(SOON).until(() -> sink.calls(path).size() >= number);
    }

    @Test
    void brings_raise_and_clear_in_order_signed_and_thin() throws Exception {
        Subscriber.Made made = bolivia.subscribe(sink.url("/bo"));
        FindingStory story = FindingStory.between("SR", "BO").concerning("SR", "BO");

        topic.say(story.raised(Severity.MEDIUM), story.changed(14, Severity.HIGH), story.cleared(20, Severity.HIGH));

        awaitCalls("/bo", 3);
        assertThat(types("/bo")).containsExactly("alert-raised", "alert-escalated", "alert-cleared");
        JsonNode first =
                new ObjectMapper().readTree(sink.calls("/bo").getFirst().body());
        JsonNode data = first.get("data");
        assertThat(first.get("timestamp").asText()).isEqualTo(FindingStory.BEGINS.toString());
        assertThat(data.get("alert").asText()).isEqualTo(story.alert().toString());
        assertThat(data.get("movement").asText()).isEqualTo(story.movement().toString());
        assertThat(data.get("rule").asText()).isEqualTo("licence-unknown");
        assertThat(data.get("severity").asText()).isEqualTo("medium");
        assertThat(data.get("state").asText()).isEqualTo("open");
        assertThat(data.get("link").asText()).endsWith("/notification/v1/alerts/" + story.alert());
        for (Sink.Call call : sink.calls("/bo")) {
            assertThat(Signatures.hold(call, made.secret())).isTrue();
            assertThat(call.body()).doesNotContain("Hanbit", "00017", "KRSU");
            assertThat(Long.parseLong(call.headers().get("webhook-timestamp")))
                    .isCloseTo(Instant.now().getEpochSecond(), org.assertj.core.api.Assertions.within(60L));
        }
        assertThat(sink.calls("/bo").stream().map(Sink.Call::id)).doesNotHaveDuplicates();
    }

    @Test
    void is_understood_by_the_published_library_of_another_language() throws Exception {
        assumeTrue(Signatures.isAnotherLanguageHere(), "node is not installed");
        Subscriber.Made made = bolivia.subscribe(sink.url("/npm"));

        topic.say(FindingStory.between("SR", "BO").concerning("BO").raised(Severity.LOW));

        awaitCalls("/npm", 1);
        Sink.Call call = sink.calls("/npm").getFirst();
        assertThat(Signatures.judgedByAnotherLanguage(call, made.secret())).isEqualTo("holds");
        assertThat(Signatures.judgedByAnotherLanguage(call, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .startsWith("does not hold");
    }

    @Test
    void never_brings_what_another_country_alone_may_see() {
        bolivia.subscribe(sink.url("/mine"));
        ecuador.subscribe(sink.url("/theirs"));
        ecuador.subscribe(sink.url("/theirs-wide"), "{\"minSeverity\":\"low\",\"countries\":[\"BO\"]}");
        FindingStory story = FindingStory.between("SR", "BO").concerning("SR", "BO");
        FindingStory both = FindingStory.between("EC", "BO").concerning("EC", "BO");

        topic.say(story.raised(Severity.LOW), story.departed(), story.cleared(3, Severity.LOW));
        topic.say(both.raised(Severity.LOW));

        awaitCalls("/mine", 4);
        awaitCalls("/theirs", 1);
        awaitCalls("/theirs-wide", 1);
        assertThat(Stream.concat(sink.calls("/theirs").stream(), sink.calls("/theirs-wide").stream()))
                .hasSize(2)
                .allSatisfy(
                        call -> assertThat(call.body()).contains(both.alert().toString()));
    }

    @Test
    void brings_what_matches_the_interest_and_whatever_becomes_of_it() {
        bolivia.subscribe(sink.url("/high"), "{\"minSeverity\":\"high\",\"departureNotices\":false}");
        bolivia.subscribe(
                sink.url("/group"), "{\"minSeverity\":\"low\",\"groups\":[\"C\"],\"roles\":[\"destination\"]}");
        bolivia.subscribe(
                sink.url("/breach"), "{\"minSeverity\":\"low\",\"kinds\":[\"breach\"],\"departureNotices\":true}");
        bolivia.subscribe(sink.url("/other"), "{\"minSeverity\":\"low\",\"commodities\":[\"r-410a\"]}");
        bolivia.subscribe(
                sink.url("/from"), "{\"minSeverity\":\"low\",\"countries\":[\"BO\"],\"roles\":[\"dispatch\"]}");
        bolivia.subscribe(
                sink.url("/rule"),
                "{\"minSeverity\":\"low\",\"rules\":[\"licence-unknown\"],\"departureNotices\":false}");
        FindingStory low = FindingStory.between("SR", "BO").concerning("BO");
        FindingStory rising = FindingStory.between("SR", "BO").concerning("BO");

        topic.say(low.departed(), low.raised(Severity.LOW), low.cleared(2, Severity.LOW));
        topic.say(rising.raised(Severity.MEDIUM), rising.changed(5, Severity.HIGH), rising.cleared(9, Severity.LOW));

        awaitCalls("/high", 2);
        awaitCalls("/group", 6);
        awaitCalls("/breach", 1);
        awaitCalls("/rule", 5);
        assertThat(types("/high")).containsExactly("alert-escalated", "alert-cleared");
        assertThat(types("/group")).hasSize(6).contains("departure-notice");
        assertThat(types("/breach")).containsExactly("departure-notice");
        assertThat(types("/rule")).hasSize(5).doesNotContain("departure-notice");
        assertThat(types("/other")).isEmpty();
        assertThat(types("/from")).isEmpty();
    }

    @Test
    void tells_whom_it_no_longer_concerns_that_it_is_over() {
        bolivia.subscribe(sink.url("/before"));
        ecuador.subscribe(sink.url("/after"));
        FindingStory story = FindingStory.between("SR", "GY").concerning("BO");

        topic.say(story.raised(Severity.LOW));
        awaitCalls("/before", 1);
        topic.say(story.changed(2, Severity.LOW, FindingStory.audience(Set.of(), "EC")));

        awaitCalls("/before", 2);
        awaitCalls("/after", 1);
        assertThat(types("/before")).containsExactly("alert-raised", "alert-cleared");
        assertThat(types("/after")).containsExactly("alert-raised");
    }

    @Test
    void brings_that_nobody_has_acknowledged_it() {
        bolivia.subscribe(sink.url("/patient"));
        FindingStory story = FindingStory.between("SR", "BO").concerning("BO");

        topic.say(story.raised(Severity.HIGH));

        await().atMost(Duration.ofSeconds(90)).until(() -> sink.allCalls("/patient").stream()
                .anyMatch(call -> call.type().equals("alert-unacknowledged")
                        && call.body().contains(story.alert().toString())));
        topic.say(story.cleared(1, Severity.HIGH));
    }

    @Test
    void tries_again_under_the_same_id() {
        Subscriber.Made made = bolivia.subscribe(sink.url("/failing"));
        sink.answer("/failing", earlier -> Sink.Answer.of(earlier == 0 ? 500 : 200));

        topic.say(FindingStory.between("SR", "BO").concerning("BO").raised(Severity.LOW));

        awaitCalls("/failing", 2);
        List<Sink.Call> calls = sink.calls("/failing");
        assertThat(calls.getFirst().id()).isEqualTo(calls.getLast().id()).startsWith("msg_");
        assertThat(calls.getFirst().body()).isEqualTo(calls.getLast().body());
        assertThat(calls).allMatch(call -> Signatures.hold(call, made.secret()));
        assertThat(Duration.between(calls.getFirst().at(), calls.getLast().at()))
                .isGreaterThan(Duration.ofMillis(4_900));
        await().atMost(SOON).untilAsserted(() -> {
            var deliveries = bolivia.deliveries(made);
            assertThat(deliveries.getList("items.state")).isEqualTo(List.of("delivered"));
            assertThat(deliveries.getInt("items[0].tries")).isEqualTo(2);
            assertThat(deliveries.getInt("items[0].status")).isEqualTo(200);
            assertThat(deliveries.getString("items[0].webhookId"))
                    .isEqualTo(calls.getFirst().id());
        });
    }

    @Test
    void calls_an_endpoint_that_is_gone_no_more_and_gives_its_owner_a_task() {
        Subscriber.Made made = bolivia.subscribe(sink.url("/gone"));
        String subscription = "v1/subscriptions/" + made.name();
        String task = "v1/tasks?kind=subscription-disabled&subject=subscription:" + made.name();
        sink.answer("/gone", earlier -> Sink.Answer.of(earlier == 0 ? 410 : 200));
        FindingStory told = FindingStory.between("SR", "BO").concerning("BO");

        topic.say(told.raised(Severity.LOW));

        await().atMost(SOON).untilAsserted(() -> bolivia.get(subscription)
                .then()
                .body("active", equalTo(false))
                .body("disabled.because", equalTo("gone")));
        bolivia.get(task).then().body("items[0].state", equalTo("opened"));
        ecuador.get(task).then().body("items[0]", nullValue());
        topic.say(
                told.cleared(4, Severity.LOW),
                FindingStory.between("SR", "BO").concerning("BO").raised(Severity.LOW));
        await().atMost(SOON)
                .until(() -> bolivia.deliveries(made).getList("items").size() == 2);
        assertThat(sink.calls("/gone")).hasSize(1);

        bolivia.put(made.name(), Subscriber.body(sink.url("/gone"), "{\"minSeverity\":\"low\"}", true), "If-Match", "*")
                .then()
                .statusCode(200)
                .body("disabled", nullValue());

        awaitCalls("/gone", 3);
        assertThat(types("/gone")).containsExactly("alert-raised", "alert-raised", "alert-cleared");
        bolivia.get(task).then().body("items[0].state", equalTo("closed"));
    }

    @Test
    void lets_a_slow_endpoint_and_a_dead_one_delay_nobody() {
        Subscriber.Made slow = bolivia.subscribe(sink.url("/slow"));
        Subscriber.Made dead = bolivia.subscribe("http://127.0.0.1:9/dead");
        bolivia.subscribe(sink.url("/quick"));
        sink.answer("/slow", _ -> Sink.Answer.of(200).after(Duration.ofSeconds(4)));
        List<FindingStory> stories = Stream.generate(
                        () -> FindingStory.between("SR", "BO").concerning("BO"))
                .limit(60)
                .toList();

        topic.say(stories.stream().map(story -> story.raised(Severity.LOW)).toList());

        awaitCalls("/quick", 60);
        assertThat(sink.calls("/slow")).hasSizeLessThan(40);
        assertThat(bolivia.deliveries(dead, "&state=pending").getList("items")).hasSize(60);
        bolivia.get("v1/subscriptions/" + dead.name()).then().body("health.consecutiveFailures", not(equalTo(0)));
        assertThat(bolivia.deliveries(slow).getList("items")).hasSize(60);
    }

    @Test
    void signs_with_both_secrets_while_they_change_over() {
        Subscriber.Made made = bolivia.subscribe(sink.url("/rotating"));

        String second = bolivia.post("v1/subscriptions/" + made.name() + "/secret/rotate", "")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
        bolivia.post("v1/subscriptions/" + made.name() + "/test", "")
                .then()
                .statusCode(202)
                .body("type", equalTo("test"));

        awaitCalls("/rotating", 1);
        Sink.Call call = sink.calls("/rotating").getFirst();
        assertThat(call.headers().get("webhook-signature").split(" ")).hasSize(2);
        assertThat(Signatures.hold(call, made.secret())).isTrue();
        assertThat(Signatures.hold(call, second)).isTrue();
        String third = bolivia.post("v1/subscriptions/" + made.name() + "/secret/rotate", "")
                .path("secret");
        bolivia.post("v1/subscriptions/" + made.name() + "/test", "").then().statusCode(202);
        awaitCalls("/rotating", 2);
        Sink.Call last = sink.calls("/rotating").getLast();
        assertThat(Signatures.hold(last, made.secret())).isFalse();
        assertThat(Signatures.hold(last, second)).isTrue();
        assertThat(Signatures.hold(last, third)).isTrue();
    }

    @Test
    void replays_one_or_a_range_under_the_old_ids() {
        Subscriber.Made made = bolivia.subscribe(sink.url("/replayed"));
        Instant begin = Instant.now().minusSeconds(5);
        for (int i = 0; i < 3; i++) {
            topic.say(FindingStory.between("SR", "BO").concerning("BO").raised(Severity.LOW));
        }
        awaitCalls("/replayed", 3);
        await().atMost(SOON)
                .until(() -> bolivia.deliveries(made, "&state=delivered")
                                .getList("items")
                                .size()
                        == 3);
        String one = bolivia.deliveries(made).getString("items[0].id");

        ecuador.post("v1/deliveries/" + one + "/replay", "").then().statusCode(404);
        bolivia.post("v1/deliveries/" + one + "/replay", "")
                .then()
                .statusCode(202)
                .body("state", equalTo("pending"));

        awaitCalls("/replayed", 4);
        assertThat(sink.calls("/replayed").getLast().id()).isEqualTo("msg_" + one);
        await().atMost(SOON)
                .until(() -> bolivia.deliveries(made, "&state=delivered")
                                .getList("items")
                                .size()
                        == 3);
        bolivia.post(
                        "v1/subscriptions/" + made.name() + "/replay",
                        "{\"from\":\"" + begin + "\",\"states\":[\"delivered\"]}")
                .then()
                .statusCode(202)
                .body("replayed", equalTo(3));
        awaitCalls("/replayed", 7);
        assertThat(sink.calls("/replayed").stream().map(Sink.Call::id).distinct())
                .hasSize(3);
        bolivia.get("v1/deliveries?limit=2&subscription=" + made.name())
                .then()
                .body("items.subscription", hasItem(made.name()))
                .body("next", not(nullValue()));
    }
}
