package org.skypatch.notification.courier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skypatch.notification.delivery.DueDelivery;
import org.skypatch.notification.delivery.Outcome;
import org.skypatch.notification.subscription.Channel;
import org.skypatch.notification.subscription.WebhookSecret;
import org.skypatch.notification.testing.NameServer;

/** A name server that changes its mind reaches nothing internal. 127.0.0.2 plays the public address here. */
class RebindingTest {

    private static final byte[] OPEN = {127, 0, 0, 2};
    private static final byte[] INTERNAL = {127, 0, 0, 1};

    private final Vertx vertx = Vertx.vertx();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** A listener that keeps the first bytes of every connection and hangs up. */
    private final class Door implements AutoCloseable {
        private final ServerSocket socket;
        private final List<String> heard = new CopyOnWriteArrayList<>();

        Door(byte[] address, int port) throws IOException {
            socket = new ServerSocket(port, 10, InetAddress.getByAddress(address));
            open.add(this);
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try (var connection = socket.accept()) {
                        heard.add(new String(connection.getInputStream().readNBytes(200), StandardCharsets.ISO_8859_1));
                    } catch (IOException e) {
                        // the other side hung up, or the test is over
                    }
                }
            });
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private WebhookCourier courier(NameServer names, int port) {
        InternalNetworks networks = new InternalNetworks(List.of()) {
            @Override
            Optional<String> why(InetAddress address) {
                return address.getHostAddress().equals("127.0.0.2") ? Optional.empty() : super.why(address);
            }
        };
        WebhookCourier courier = new WebhookCourier(
                vertx,
                new ObjectMapper().registerModule(new JavaTimeModule()),
                new WebhookPolicy(networks, Set.of(port), false),
                new HostAddresses(List.of(names.address())),
                "",
                Clock.systemUTC(),
                Duration.ofSeconds(5));
        open.add(courier);
        return courier;
    }

    private NameServer names(IntFunction<List<byte[]>> answers) throws IOException {
        NameServer names = new NameServer(answers);
        open.add(names);
        return names;
    }

    private static Outcome call(WebhookCourier courier, int port, int tries) {
        Channel.Webhook webhook = new Channel.Webhook("https://rebind.skypatch-hooks.org:" + port + "/alerts");
        DueDelivery delivery = new DueDelivery(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "rebinding",
                webhook,
                DueDelivery.TEST,
                Instant.now(),
                null,
                true,
                tries,
                List.of(new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")));
        return courier.carry(delivery, webhook);
    }

    @Test
    void connects_to_the_address_that_was_checked_whatever_the_name_stands_for_a_moment_later() throws Exception {
        Door outside = new Door(OPEN, 0);
        int port = outside.socket.getLocalPort();
        Door inside = new Door(INTERNAL, port);
        NameServer names = names(earlier -> List.of(earlier == 0 ? OPEN : INTERNAL));
        WebhookCourier courier = courier(names, port);

        Outcome first = call(courier, port, 0);
        Outcome second = call(courier, port, 1);

        assertThat(outside.heard).hasSize(1);
        assertThat(outside.heard.getFirst()).contains("rebind.skypatch-hooks.org");
        assertThat(inside.heard).isEmpty();
        assertThat(names.asked()).isEqualTo(2);
        assertThat(first).isInstanceOf(Outcome.Failed.class);
        assertThat(((Outcome.Failed) second).why()).contains("is not public: loopback");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7f000001",
                "7f000002 7f000001",
                "7f000002 0a000001",
                "a9fea9fe",
                "64400001",
                "c0a80001",
                "00000000000000000000000000000001",
                "00000000000000000000ffff7f000001",
                "fd000ec2000000000000000000000254",
                "0064ff9b00000000000000007f000001",
                "20027f00000100000000000000000001",
                "7f000002 fe800000000000000000000000000001",
            })
    void calls_nothing_if_any_address_of_the_name_is_internal(String addresses) throws Exception {
        Door outside = new Door(OPEN, 0);
        int port = outside.socket.getLocalPort();
        Door inside = new Door(INTERNAL, port);
        List<byte[]> answer = List.of(addresses.split(" ")).stream()
                .map(HexFormat.of()::parseHex)
                .toList();

        Outcome outcome = call(courier(names(_ -> answer), port), port, 0);

        assertThat(((Outcome.Failed) outcome).why()).contains("is not public");
        assertThat(outside.heard).isEmpty();
        assertThat(inside.heard).isEmpty();
    }

    @Test
    void fails_for_a_name_that_stands_for_nothing() throws Exception {
        Outcome outcome = call(courier(names(_ -> List.of()), 443), 443, 0);

        assertThat(((Outcome.Failed) outcome).why()).isEqualTo("the host name cannot be resolved");
    }
}
