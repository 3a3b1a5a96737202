package org.skypatch.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.Severity;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.notification.alert.FindingsHearing;
import org.skypatch.notification.alert.Heard;
import org.skypatch.notification.testing.FindingStory;
import org.skypatch.notification.testing.FindingsTopic;
import org.skypatch.notification.testing.Listener;
import org.skypatch.notification.testing.SigningKey;
import org.skypatch.notification.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "notification"))
@QuarkusTestResource(SigningKey.class)
class AlertStreamIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TestHTTPResource("v1/alerts/stream")
    URI stream;

    private final FindingsHearing hearing;
    private final FindingsTopic topic = new FindingsTopic();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(topic));

    AlertStreamIT(FindingsHearing hearing) {
        this.hearing = hearing;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private Listener listen(String token, String lastEventId) throws IOException, InterruptedException {
        return listen(stream, token, lastEventId);
    }

    private Listener listen(URI where, String token, String lastEventId) throws IOException, InterruptedException {
        Listener listener = Listener.open(where, token, lastEventId);
        open.add(listener);
        if (listener.status() == 200) {
            await().atMost(SOON).until(() -> listener.lastId() != null);
        }
        return listener;
    }

    @Test
    void tells_an_alert_from_raised_to_cleared_in_order() throws Exception {
        FindingStory story = FindingStory.between("JP", "MY");
        Listener listener = listen(Tokens.officer("MY"), null);

        topic.say(story.departed(), story.raised(Severity.MEDIUM));
        topic.say(story.changed(14, Severity.HIGH));
        topic.say(story.cleared(20, Severity.HIGH));

        await().atMost(SOON).until(() -> listener.heard().size() == 4);
        assertThat(listener.names())
                .containsExactly("departure-notice", "alert-raised", "alert-escalated", "alert-cleared");
        assertThat(listener.heard().stream().map(event -> Long.valueOf(event.id())))
                .isEqualTo(LongStream.range(0, 4)
                        .mapToObj(
                                i -> Long.parseLong(listener.heard().getFirst().id()) + i)
                        .toList());
        Listener.Event raised = listener.heard().get(1);
        assertThat(raised.data().get("id").asText()).isEqualTo(story.alert().toString());
        assertThat(raised.data().get("state").asText()).isEqualTo("open");
        assertThat(raised.data().get("severity").asText()).isEqualTo("medium");
        assertThat(raised.data().get("subject").asText()).isEqualTo(FindingStory.LICENCE);
        assertThat(raised.data().at("/nominal/exporter/name").asText()).startsWith("Hanbit");
        assertThat(listener.heard().getLast().data().get("state").asText()).isEqualTo("cleared");
        assertThat(listener.header("Content-Type")).startsWith("text/event-stream");
        assertThat(listener.header("X-Accel-Buffering")).isEqualTo("no");
    }

    @Test
    void misses_and_doubles_nothing_over_dropped_connections() throws Exception {
        Listener first = listen(Tokens.officer("LK"), null);
        List<String> told = new ArrayList<>();
        List<String> heard = new ArrayList<>();
        String lastId = first.lastId();
        first.close();

        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 30; i++) {
                FindingStory story = FindingStory.between("JP", "LK");
                topic.say(story.raised(Severity.LOW));
                told.add(story.alert().toString());
            }
            int enough = Math.min(told.size(), heard.size() + 17);
            Listener listener = listen(Tokens.officer("LK"), lastId);
            await().atMost(SOON).until(() -> heard.size() + listener.heard().size() >= enough);
            List<Listener.Event> events = listener.heard();
            listener.close();
            events.forEach(event -> heard.add(event.data().get("id").asText()));
            lastId = events.getLast().id();
        }

        Listener last = listen(Tokens.officer("LK"), lastId);
        await().atMost(SOON).until(() -> heard.size() + last.heard().size() >= told.size());
        last.heard().forEach(event -> heard.add(event.data().get("id").asText()));
        assertThat(heard).containsExactlyInAnyOrderElementsOf(told).doesNotHaveDuplicates();
    }

    @Test
    void shows_a_third_country_nothing_and_moves_none_of_its_numbers() throws Exception {
        Listener third = listen(Tokens.officer("NP"), null);
        Listener concerned = listen(Tokens.officer("GR"), null);
        FindingStory story = FindingStory.between("BE", "GR");

        topic.say(story.departed(), story.raised(Severity.HIGH));

        await().atMost(SOON).until(() -> concerned.heard().size() == 2);
        assertThat(third.heard()).isEmpty();
        assertThat(third.lastId()).isEqualTo("0");
        assertThat(listen(Tokens.officer("NP"), null).lastId()).isEqualTo("0");
        assertThat(listen(Tokens.officer("NP"), "0").heard()).isEmpty();
        for (String path : List.of(
                "v1/alerts", "v1/alerts?country=GR", "v1/departure-notices", "v1/alerts?type=departure-notice")) {
            given().auth()
                    .oauth2(Tokens.officer("NP"))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(0));
        }
        String invisible = problem("v1/alerts/" + story.alert());
        String missing = problem("v1/alerts/" + story.movement());
        assertThat(invisible).isEqualTo(missing).contains("not-found");
    }

    @Test
    void hears_all_that_other_instances_write_side_by_side() throws Exception {
        Listener listener = listen(Tokens.officer("AU"), null);
        long first = Long.parseLong(String.valueOf(listener.lastId()));
        List<FindingStory> stories = Stream.generate(() -> FindingStory.between("JP", "AU"))
                .limit(400)
                .toList();
        Iterator<FindingStory> next = stories.iterator();

        List<Thread> instances = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<Heard> batch = new ArrayList<>();
            for (int j = 0; j < 100; j++) {
                batch.add(news(next.next()));
            }
            instances.add(Thread.ofVirtual().start(() -> {
                for (int from = 0; from < batch.size(); from += 5) {
                    hearing.hear(batch.subList(from, from + 5));
                }
            }));
        }
        for (Thread instance : instances) {
            instance.join();
        }

        await().atMost(SOON).until(() -> listener.heard().size() == 400);
        assertThat(listener.heard().stream().map(event -> Long.parseLong(event.id())))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(first + 1, first + 400).boxed().toList());
        assertThat(listener.heard().stream().map(event -> event.data().get("id").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        stories.stream().map(story -> story.alert().toString()).toList());
    }

    /** As another instance would have read it: this one is not told. */
    private static Heard news(FindingStory story) {
        return new Heard.News(new Heard.Origin("findings", 0, 0, null, null), story.raised(Severity.LOW));
    }

    private static String problem(String path) {
        return given().auth()
                .oauth2(Tokens.officer("NP"))
                .header("X-Correlation-Id", "same")
                .get(path)
                .then()
                .statusCode(404)
                .extract()
                .asString();
    }

    @Test
    void shows_a_region_and_an_operator_neither_names_nor_numbers() throws Exception {
        Listener region = listen(Tokens.analyst("Asia/Pacific"), null);
        Listener operator = listen(Tokens.operator(), null);
        Listener otherRegion = listen(Tokens.analyst("Eastern and Southern Africa"), null);
        FindingStory story = FindingStory.between("BD", "LK");

        topic.say(story.raised(Severity.HIGH));

        for (Listener listener : List.of(region, operator)) {
            await().atMost(SOON).until(() -> listener.heard().stream()
                    .anyMatch(event ->
                            event.data().get("id").asText().equals(story.alert().toString())));
            String all = listener.heard().toString();
            assertThat(all)
                    .contains("Licence ***,")
                    .contains("\"subject\":\"***\"")
                    .contains("\"observed\":\"***\"")
                    .contains("\"expected\":\"TH\"")
                    .doesNotContain("00017", "Hanbit", "KRSU", "nominal", "6KR12081");
        }
        assertThat(otherRegion.heard()).isEmpty();
    }

    @Test
    void tells_only_the_types_asked_for() throws Exception {
        Listener listener =
                listen(URI.create(stream + "?types=departure-notice,alert-cleared"), Tokens.officer("HK"), null);
        FindingStory story = FindingStory.between("JP", "HK");

        topic.say(story.raised(Severity.HIGH), story.departed(), story.cleared(4, Severity.HIGH));

        await().atMost(SOON).until(() -> listener.heard().size() == 2);
        assertThat(listener.names()).containsExactly("departure-notice", "alert-cleared");
    }

    @Test
    void tells_whom_it_no_longer_concerns_that_it_is_over_and_whom_it_now_concerns_that_it_is_open() throws Exception {
        FindingStory story = FindingStory.between("CL", "MX");
        Listener before = listen(Tokens.officer("MX"), null);
        Listener after = listen(Tokens.officer("PY"), null);

        topic.say(story.raised(Severity.LOW));
        await().atMost(SOON).until(() -> before.heard().size() == 1);
        topic.say(story.changed(2, Severity.HIGH, FindingStory.audience(Set.of(), "CL", "PY")));

        await().atMost(SOON)
                .until(() -> before.heard().size() == 2 && after.heard().size() == 1);
        assertThat(before.names()).containsExactly("alert-raised", "alert-cleared");
        assertThat(before.heard().getLast().data().get("severity").asText()).isEqualTo("low");
        assertThat(after.names()).containsExactly("alert-raised");
        given().auth()
                .oauth2(Tokens.officer("MX"))
                .get("v1/alerts/" + story.alert())
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.officer("PY"))
                .get("v1/alerts/" + story.alert())
                .then()
                .statusCode(200);
    }

    @Test
    void ends_with_the_token() throws Exception {
        Listener listener = listen(Tokens.officer("KE", Duration.ofSeconds(4)), null);

        assertThat(listener.isOver()).isFalse();
        await().atMost(Duration.ofSeconds(10)).until(listener::isOver);
    }

    @Test
    void refuses_callers_without_a_role_and_places_that_cannot_be() throws Exception {
        assertThat(listen(Tokens.reporter("KE"), null).status()).isEqualTo(403);
        assertThat(listen("no-token", null).status()).isEqualTo(401);
        assertThat(listen(Tokens.officer("KE"), "yesterday").status()).isEqualTo(400);
        assertThat(listen(URI.create(stream + "?types=everything"), Tokens.officer("KE"), null)
                        .status())
                .isEqualTo(400);
    }
}
