package org.skypatch.notification.courier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.skypatch.notification.delivery.Courier;
import org.skypatch.notification.delivery.DueDelivery;
import org.skypatch.notification.delivery.Outcome;
import org.skypatch.notification.delivery.WebhookAddresses;
import org.skypatch.notification.subscription.Channel;
import org.skypatch.notification.subscription.WebhookSecret;

/**
 * Calls webhooks after Standard Webhooks 1.0. Every try resolves the host anew, checks every address that it stands for, and
 * connects to a checked one: what the name stands for a moment later makes no difference. Redirects are not followed, and of the
 * answer only the status counts.
 */
public final class WebhookCourier implements Courier, WebhookAddresses, AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int MOST_OF_THE_ANSWER = 4_096;
    private static final long LAST_OF_THE_ANSWER_MILLIS = 2_000;
    private static final int GONE = 410;

    private final ObjectMapper json;
    private final WebhookPolicy policy;
    private final HostAddresses names;
    private final String origin;
    private final Clock clock;
    private final Duration limit;
    private final Vertx vertx;
    private final HttpClient client;

    /**
     * @param clock of the system: signatures go by it
     */
    public WebhookCourier(Vertx vertx, ObjectMapper json, WebhookSettings settings, Clock clock) {
        this(
                vertx,
                json,
                new WebhookPolicy(
                        new InternalNetworks(settings.refusedNetworks()), settings.ports(), settings.allowLoopback()),
                new HostAddresses(settings.nameServers()),
                settings.origin(),
                clock,
                LIMIT);
    }

    WebhookCourier(
            Vertx vertx,
            ObjectMapper json,
            WebhookPolicy policy,
            HostAddresses names,
            String origin,
            Clock clock,
            Duration limit) {
        this.vertx = vertx;
        this.json = json;
        this.policy = policy;
        this.names = names;
        this.origin = origin;
        this.clock = clock;
        this.limit = limit;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(true)
                .setKeepAliveTimeout(20)
                .setMaxPoolSize(16)
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxHeaderSize(16_384)
                .setDecompressionSupported(false)
                .setVerifyHost(true)
                .setTrustAll(false));
    }

    @Override
    public Optional<String> refusal(String url) {
        return policy.refusal(url);
    }

    @Override
    public Outcome carry(DueDelivery delivery, Channel channel) {
        return switch (channel) {
            case Channel.Webhook(String url) -> call(delivery, url);
        };
    }

    private Outcome call(DueDelivery delivery, String address) {
        Instant end = clock.instant().plus(limit);
        try {
            WebhookUrl url = WebhookUrl.parse(address);
            Optional<String> refusal = policy.refusal(url);
            if (refusal.isPresent()) {
                return failed("the address is refused: " + refusal.get());
            }
            List<InetAddress> addresses = url.literal().map(List::of).orElse(null);
            if (addresses == null) {
                addresses = names.of(url.host(), limit.dividedBy(2));
            }
            Optional<String> internal = policy.refusal(url, addresses);
            if (internal.isPresent()) {
                return failed("the address is refused: " + internal.get());
            }
            return post(delivery, url, addresses.get(delivery.tries() % addresses.size()), end);
        } catch (IllegalArgumentException e) {
            return failed("the address is refused: " + e.getMessage());
        } catch (HostAddresses.NoAddress e) {
            return failed("the host name cannot be resolved");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("interrupted");
        }
    }

    private Outcome post(DueDelivery delivery, WebhookUrl url, InetAddress address, Instant end)
            throws InterruptedException {
        Buffer body = body(delivery);
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                .setHost(url.hostInUrl())
                .setPort(url.port())
                .setSsl(url.isSecure())
                .setURI(url.target())
                .setFollowRedirects(false)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "Skypatch-Webhooks/1");
        sign(options, delivery, body);
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
        client.request(options)
                .compose(request -> {
                    sent.set(request);
                    if (outcome.isDone()) { // too late: it must not be sent any more
                        request.reset();
                    }
                    return request.send(body);
                })
                .onSuccess(response -> {
                    outcome.complete(outcome(response));
                    leave(response);
                })
                .onFailure(e -> outcome.complete(failed("no answer: " + reason(e))));
        try {
            long millis = Math.max(1, Duration.between(clock.instant(), end).toMillis());
            return outcome.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            Outcome late = failed("no answer within " + limit.toSeconds() + " seconds");
            if (!outcome.complete(late)) {
                return outcome.join();
            }
            HttpClientRequest request = sent.get();
            if (request != null) {
                request.reset();
                request.connection().close();
            }
            return late;
        } catch (ExecutionException e) {
            return failed("no answer: " + reason(e));
        }
    }

    /** Reads little of the answer, so that the connection can be used again; cuts it off if there is more. */
    private void leave(HttpClientResponse response) {
        int[] read = {0};
        long timer = vertx.setTimer(LAST_OF_THE_ANSWER_MILLIS, _ -> close(response));
        try {
            response.endHandler(_ -> vertx.cancelTimer(timer));
            response.exceptionHandler(_ -> vertx.cancelTimer(timer));
            response.handler(part -> {
                read[0] += part.length();
                if (read[0] > MOST_OF_THE_ANSWER) {
                    vertx.cancelTimer(timer);
                    close(response);
                }
            });
        } catch (IllegalStateException e) { // a short answer may have ended by now: there is nothing left to read
            vertx.cancelTimer(timer);
        }
    }

    private static void close(HttpClientResponse response) {
        response.request().connection().close();
    }

    private Outcome outcome(HttpClientResponse response) {
        int status = response.statusCode();
        if (status >= 200 && status < 300) {
            return new Outcome.Taken(status);
        }
        if (status == GONE) {
            return new Outcome.Gone();
        }
        String why = status >= 300 && status < 400
                ? "the endpoint answers " + status + "; redirects are not followed"
                : "the endpoint answers " + status;
        return new Outcome.Failed(
                status,
                why,
                RetryAfter.read(response.getHeader("retry-after"), clock.instant())
                        .orElse(null));
    }

    private Buffer body(DueDelivery delivery) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(ThinBody.of(delivery, origin)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message cannot be written", e);
        }
    }

    /** One signature for each live secret, so that an endpoint may change over when it likes. */
    private void sign(RequestOptions options, DueDelivery delivery, Buffer body) {
        String id = "msg_" + delivery.id();
        long seconds = clock.instant().getEpochSecond();
        String text = body.toString();
        options.putHeader(Webhook.UNBRANDED_MSG_ID_KEY, id)
                .putHeader(Webhook.UNBRANDED_MSG_TIMESTAMP_KEY, Long.toString(seconds))
                .putHeader(
                        Webhook.UNBRANDED_MSG_SIGNATURE_KEY,
                        delivery.secrets().stream()
                                .map(secret -> signature(secret, id, seconds, text))
                                .collect(Collectors.joining(" ")));
    }

    private static String signature(WebhookSecret secret, String id, long seconds, String body) {
        try {
            return new Webhook(secret.text()).sign(id, seconds, body);
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException("a message cannot be signed", e);
        }
    }

    private static Outcome failed(String why) {
        return new Outcome.Failed(null, why, null);
    }

    private static String reason(Throwable e) {
        return switch (e) {
            case java.net.ConnectException _ -> "the connection was refused";
            case javax.net.ssl.SSLException _ -> "TLS failed";
            default -> e.getClass().getSimpleName();
        };
    }

    @Override
    public void close() {
        client.close();
        names.close();
    }
}
