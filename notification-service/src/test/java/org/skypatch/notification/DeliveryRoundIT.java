package org.skypatch.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.notification.courier.WebhookCourier;
import org.skypatch.notification.delivery.Deliveries;
import org.skypatch.notification.delivery.DeliveryRound;
import org.skypatch.notification.delivery.DueDelivery;
import org.skypatch.notification.delivery.RetrySchedule;
import org.skypatch.notification.testing.FindingStory;
import org.skypatch.notification.testing.FindingsTopic;
import org.skypatch.notification.testing.SigningKey;
import org.skypatch.notification.testing.Sink;
import org.skypatch.notification.testing.Subscriber;

/** Several instances of the delivery at once, and what is left of one that died. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(SigningKey.class)
class DeliveryRoundIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String EVERYTHING = "{\"minSeverity\":\"low\"}";

    private final Deliveries deliveries;
    private final WebhookCourier courier;
    private final FindingsTopic topic = new FindingsTopic();
    private final Subscriber guyana = Subscriber.of("GY");
    private final ExecutorService carriers = Executors.newVirtualThreadPerTaskExecutor();
    private Sink sink;

    DeliveryRoundIT(Deliveries deliveries, WebhookCourier courier) {
        this.deliveries = deliveries;
        this.courier = courier;
    }

    @BeforeEach
    void open() throws IOException {
        sink = new Sink();
    }

    @AfterEach
    void close() {
        guyana.close();
        topic.close();
        sink.close();
        carriers.close();
    }

    /** Another instance, whose clock is ahead by so much. */
    private DeliveryRound instance(Duration ahead) {
        return new DeliveryRound(
                deliveries,
                courier,
                new RetrySchedule(new Random(3)),
                Clock.offset(Clock.systemUTC(), ahead),
                carriers);
    }

    private static void finish(DeliveryRound round) throws InterruptedException {
        while (round.start() > 0 || round.record(Duration.ofSeconds(2)) > 0) {
            round.record(Duration.ofMillis(50));
        }
    }

    private void awaitCalls(String path, int number) {
        await().atMost(SOON).until(() -> sink.calls(path).size() >= number);
    }

    private static FindingStory story() {
        return FindingStory.between("SR", "GY").concerning("GY");
    }

    @Test
    void sends_each_once_with_three_instances_at_work() throws Exception {
        Subscriber.Made made = guyana.subscribe(sink.url("/shared"));
        List<FindingStory> stories =
                Stream.generate(DeliveryRoundIT::story).limit(120).toList();
        topic.say(stories.stream().map(story -> story.raised(Severity.LOW)).toList());
        awaitCalls("/shared", 120);
        switchOn(made, "/shared", false);
        topic.say(stories.stream().map(story -> story.cleared(3, Severity.LOW)).toList());
        await().atMost(SOON)
                .until(() -> guyana.deliveries(made, "&state=pending")
                                .getList("items")
                                .size()
                        == 120);
        assertThat(sink.calls("/shared")).hasSize(120);

        switchOn(made, "/shared", true);
        List<Thread> instances = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            instances.add(Thread.ofVirtual().start(() -> {
                try {
                    finish(instance(Duration.ZERO));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread instance : instances) {
            instance.join();
        }

        awaitCalls("/shared", 240);
        await().atMost(SOON)
                .until(() -> guyana.deliveries(made, "&state=delivered")
                                .getList("items")
                                .size()
                        == 240);
        assertThat(sink.calls("/shared").stream().map(Sink.Call::id))
                .hasSize(240)
                .doesNotHaveDuplicates();
    }

    private void switchOn(Subscriber.Made made, String path, boolean active) {
        guyana.put(made.name(), Subscriber.body(sink.url(path), EVERYTHING, active), "If-Match", "*")
                .then()
                .statusCode(200);
    }

    /** The first try fails, so that the row waits for the test's instance and the application's leaves it alone. */
    private DueDelivery claimedByAnInstanceThatWillDie(FindingStory story, String path) {
        sink.answer(path, earlier -> Sink.Answer.of(earlier == 0 ? 503 : 200).with("Retry-After", "600"));
        topic.say(story.raised(Severity.LOW));
        awaitCalls(path, 1);
        Instant then = Instant.now().plus(Duration.ofMinutes(15));
        List<DueDelivery> claimed = new ArrayList<>();
        await().atMost(SOON).until(() -> {
            claimed.addAll(deliveries.claim(new Deliveries.Claim(then, Duration.ofSeconds(60), List.of(), 4, 100)));
            return claimed.stream().anyMatch(each -> isOf(each, story));
        });
        return claimed.stream().filter(each -> isOf(each, story)).findFirst().orElseThrow();
    }

    private static boolean isOf(DueDelivery delivery, FindingStory story) {
        return delivery.notice() != null && delivery.notice().id().equals(story.alert());
    }

    @Test
    void sends_again_under_the_same_id_what_an_instance_sent_and_did_not_record() throws Exception {
        guyana.subscribe(sink.url("/sent"));
        DueDelivery claimed = claimedByAnInstanceThatWillDie(story(), "/sent");

        courier.carry(claimed, claimed.channel());
        finish(instance(Duration.ofMinutes(15)));
        assertThat(sink.calls("/sent")).hasSize(2);
        finish(instance(Duration.ofMinutes(17)));

        assertThat(sink.calls("/sent")).hasSize(3);
        assertThat(sink.calls("/sent").stream().map(Sink.Call::id).distinct()).hasSize(1);
    }

    @Test
    void sends_what_an_instance_claimed_and_did_not_send() throws Exception {
        Subscriber.Made made = guyana.subscribe(sink.url("/claimed"));
        claimedByAnInstanceThatWillDie(story(), "/claimed");

        finish(instance(Duration.ofMinutes(15)));
        assertThat(sink.calls("/claimed")).hasSize(1);
        finish(instance(Duration.ofMinutes(17)));

        assertThat(sink.calls("/claimed")).hasSize(2);
        assertThat(guyana.deliveries(made).getList("items.state")).isEqualTo(List.of("delivered"));
    }

    @Test
    void withholds_what_the_subscriber_may_no_longer_see() throws Exception {
        Subscriber.Made made = guyana.subscribe(sink.url("/withheld"));
        sink.answer(
                "/withheld", earlier -> Sink.Answer.of(earlier == 0 ? 503 : 200).with("Retry-After", "600"));
        FindingStory story = story();
        topic.say(story.raised(Severity.LOW));
        awaitCalls("/withheld", 1);

        topic.say(story.changed(2, Severity.LOW, FindingStory.audience(Set.of(), "SR")));
        await().atMost(SOON)
                .until(() -> guyana.deliveries(made).getList("items").size() == 2);
        finish(instance(Duration.ofMinutes(15)));
        finish(instance(Duration.ofMinutes(15)));

        assertThat(guyana.deliveries(made).getList("items.state")).isEqualTo(List.of("delivered", "withheld"));
        assertThat(sink.calls("/withheld").stream().map(Sink.Call::type))
                .containsExactly("alert-raised", "alert-cleared");
    }

    @Test
    void keeps_the_order_of_a_movement_over_failures() throws Exception {
        Subscriber.Made made = guyana.subscribe(sink.url("/order"));
        sink.answer(
                "/order", earlier -> Sink.Answer.of(earlier == 0 ? 503 : 200).with("Retry-After", "600"));
        FindingStory story = story();
        topic.say(story.raised(Severity.LOW), story.changed(1, Severity.HIGH), story.cleared(2, Severity.HIGH));
        awaitCalls("/order", 1);
        await().atMost(SOON)
                .until(() -> guyana.deliveries(made).getList("items").size() >= 3);

        DeliveryRound other = instance(Duration.ofMinutes(15));
        for (int i = 0; i < 4; i++) {
            finish(other);
        }

        assertThat(sink.calls("/order").stream().map(Sink.Call::type))
                .containsExactly("alert-raised", "alert-raised", "alert-escalated", "alert-cleared");
    }
}
