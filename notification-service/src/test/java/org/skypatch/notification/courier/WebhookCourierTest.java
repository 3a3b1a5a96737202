package org.skypatch.notification.courier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skypatch.notification.delivery.DueDelivery;
import org.skypatch.notification.delivery.Outcome;
import org.skypatch.notification.subscription.Channel;
import org.skypatch.notification.subscription.WebhookSecret;
import org.skypatch.notification.testing.Signatures;
import org.skypatch.notification.testing.Sink;

class WebhookCourierTest {

    private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String NEW = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private final Vertx vertx = Vertx.vertx();
    private final WebhookCourier courier = courier(Duration.ofSeconds(30));
    private final WebhookCourier hasty = courier(Duration.ofSeconds(2));
    private Sink sink;

    @BeforeEach
    void open() throws IOException {
        sink = new Sink();
    }

    @AfterEach
    void close() {
        sink.close();
        courier.close();
        hasty.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private WebhookCourier courier(Duration limit) {
        return new WebhookCourier(
                vertx,
                new ObjectMapper()
                        .registerModule(new JavaTimeModule())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS),
                new WebhookPolicy(new InternalNetworks(List.of()), Set.of(443), true),
                new HostAddresses(List.of()),
                "https://skypatch.example",
                Clock.systemUTC(),
                limit);
    }

    private Outcome call(String url) {
        return call(url, courier);
    }

    private static Outcome call(String url, WebhookCourier by) {
        Channel.Webhook webhook = new Channel.Webhook(url);
        DueDelivery delivery = new DueDelivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "mine",
                webhook,
                DueDelivery.TEST,
                Instant.parse("2026-03-02T00:30:00Z"),
                null,
                true,
                0,
                List.of(new WebhookSecret(NEW), new WebhookSecret(OLD)));
        return by.carry(delivery, webhook);
    }

    @Test
    void signs_a_thin_body_with_every_live_secret() {
        assertThat(call(sink.url("/a?b=c"))).isEqualTo(new Outcome.Taken(204));

        Sink.Call call = sink.calls("/a").getFirst();
        assertThat(call.body())
                .isEqualTo(
                        "{\"type\":\"test\",\"timestamp\":\"2026-03-02T00:30:00Z\",\"data\":{\"subscription\":\"mine\","
                                + "\"link\":\"https://skypatch.example/notification/v1/subscriptions/mine\"}}");
        assertThat(call.headers()).containsEntry("content-type", "application/json");
        assertThat(Signatures.hold(call, OLD)).isTrue();
        assertThat(Signatures.hold(call, NEW)).isTrue();
        assertThat(Signatures.hold(call, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308, 400, 401, 404, 429, 500, 503})
    void takes_every_other_status_for_a_failure_and_follows_no_redirect(int status) {
        sink.answer("/from", _ -> Sink.Answer.of(status).with("Location", sink.url("/to")));

        Outcome outcome = call(sink.url("/from"));

        assertThat(((Outcome.Failed) outcome).status()).isEqualTo(status);
        assertThat(sink.calls("/from")).hasSize(1);
        assertThat(sink.calls("/to")).isEmpty();
    }

    @Test
    void hears_that_an_endpoint_is_gone_and_when_it_asks_for_peace() {
        sink.answer("/gone", _ -> Sink.Answer.of(410));
        sink.answer("/busy", _ -> Sink.Answer.of(503).with("Retry-After", "120"));

        assertThat(call(sink.url("/gone"))).isEqualTo(new Outcome.Gone());
        assertThat(((Outcome.Failed) call(sink.url("/busy"))).retryAfter()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void waits_no_longer_than_its_limit() {
        sink.answer("/slow", _ -> Sink.Answer.of(200).after(Duration.ofSeconds(6)));
        Outcome outcome = call(sink.url("/slow"), hasty);

        assertThat(((Outcome.Failed) outcome).why()).contains("within 2 seconds");
    }

    /** One byte of the head a moment: never silent, never done. */
    @Test
    void waits_no_longer_for_an_answer_that_drips() throws IOException {
        try (ServerSocket dripping = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> {
                try (var connection = dripping.accept()) {
                    for (byte each :
                            ("HTTP/1.1 200 OK\r\n" + "X: y\r\n".repeat(100)).getBytes(StandardCharsets.US_ASCII)) {
                        connection.getOutputStream().write(each);
                        Thread.sleep(100);
                    }
                } catch (IOException | InterruptedException e) {
                    // the courier hung up
                }
            });
            Outcome outcome = call("http://127.0.0.1:" + dripping.getLocalPort() + "/", hasty);

            assertThat(((Outcome.Failed) outcome).why()).contains("within 2 seconds");
        }
    }

    @Test
    void reads_little_of_a_long_answer() {
        sink.answer("/long", _ -> Sink.Answer.of(200).saying(50_000_000));
        assertThat(call(sink.url("/long"))).isEqualTo(new Outcome.Taken(200));
        assertThat(call(sink.url("/next"))).isEqualTo(new Outcome.Taken(204));
    }

    @Test
    void fails_where_nobody_listens() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }

        assertThat(((Outcome.Failed) call("http://127.0.0.1:" + port + "/")).why())
                .isEqualTo("no answer: the connection was refused");
        assertThat(((Outcome.Failed) call("http://10.0.0.1/")).why()).startsWith("the address is refused");
    }
}
