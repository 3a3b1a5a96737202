package org.skypatch.notification.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Sight;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.alert.NewsType;
import org.skypatch.notification.alert.Seen;
import org.skypatch.notification.alert.Streams;
import org.skypatch.notification.alert.TryAgainLater;

/**
 * One open stream: a virtual thread that waits for news, reads them from the table and hands them on as fast as the
 * listener takes them. It holds no connection to the database while it waits, and ends when the listener's token does.
 */
final class Listening implements Flow.Subscription, Runnable {

    private static final Logger LOG = Logger.getLogger(Listening.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final int AT_ONCE = 200;
    private static final int MANY = 1_000_000;

    /**
     * What a listener asks for.
     *
     * @param after the number of the last news it has; none to begin with what comes from now on
     * @param types what it wants to hear
     * @param until when its token ends, by the system clock
     */
    record Wish(Sight sight, Locale language, @Nullable Long after, Set<NewsType> types, Instant until) {}

    private final Wish wish;
    private final Streams streams;
    private final LiveNews live;
    private final ObjectMapper json;
    private final Sse sse;
    private final Flow.Subscriber<? super OutboundSseEvent> listener;
    private final Semaphore wanted = new Semaphore(0);
    private volatile boolean gone;
    private @Nullable Thread thread;

    Listening(
            Wish wish,
            Streams streams,
            LiveNews live,
            ObjectMapper json,
            Sse sse,
            Flow.Subscriber<? super OutboundSseEvent> listener) {
        this.wish = wish;
        this.streams = streams;
        this.live = live;
        this.json = json;
        this.sse = sse;
        this.listener = listener;
    }

    void begin() {
        listener.onSubscribe(this);
        thread = Thread.ofVirtual().name("stream").start(this);
    }

    @Override
    public void request(long events) {
        if (events > 0 && wanted.availablePermits() < MANY) {
            wanted.release((int) Math.min(events, MANY));
        }
    }

    @Override
    public void cancel() {
        gone = true;
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public void run() {
        live.join();
        try {
            listen();
            if (!gone) {
                listener.onComplete();
            }
        } catch (InterruptedException e) {
            LOG.debug("a listener is gone");
        } catch (RuntimeException e) {
            LOG.error("a stream broke", e);
            listener.onError(e);
        } finally {
            live.leave();
        }
    }

    private void listen() throws InterruptedException {
        Optional<AudienceKey> audience = AudienceKey.of(wish.sight());
        long number = audience.isPresent() ? firstNumber(audience.get()) : 0;
        send(sse.newEventBuilder()
                .id(Long.toString(number))
                .comment("listening")
                .build());
        Instant nextBeat = Instant.now().plus(HEARTBEAT);
        while (!isOver()) {
            long before = number;
            number = audience.isPresent() ? tellAfter(audience.get(), number) : number;
            if (number == before) {
                live.await(audience.orElse(AudienceKey.ALL), waitingFrom(audience, number), untilNext(nextBeat));
            }
            if (!Instant.now().isBefore(nextBeat)) {
                send(sse.newEventBuilder().comment("still here").build());
                nextBeat = Instant.now().plus(HEARTBEAT);
            }
        }
    }

    /** Who sees nothing waits for nothing. */
    private static long waitingFrom(Optional<AudienceKey> audience, long number) {
        return audience.isPresent() ? number : Long.MAX_VALUE;
    }

    /** Where the listener goes on: after what it has, but never beyond what there is. */
    private long firstNumber(AudienceKey audience) throws InterruptedException {
        while (!isOver()) {
            try {
                long last = streams.lastNumbers().getOrDefault(audience, 0L);
                return wish.after() == null ? last : Math.min(wish.after(), last);
            } catch (TryAgainLater e) {
                Thread.sleep(RETRY);
            }
        }
        throw new InterruptedException("over before it began");
    }

    /** Tells the next news and answers the number of the last one. */
    private long tellAfter(AudienceKey audience, long number) throws InterruptedException {
        try {
            List<Streams.Entry> entries = streams.after(audience, number, AT_ONCE);
            for (Streams.Entry entry : entries) {
                tell(entry);
            }
            return entries.isEmpty() ? number : entries.getLast().number();
        } catch (TryAgainLater e) {
            Thread.sleep(RETRY);
            return number;
        }
    }

    private void tell(Streams.Entry entry) throws InterruptedException {
        Optional<Seen> seen = wish.types().contains(entry.type())
                ? Seen.of(entry.notice(), wish.sight(), wish.language())
                : Optional.empty();
        if (seen.isPresent()) {
            send(sse.newEventBuilder()
                    .id(Long.toString(entry.number()))
                    .name(entry.type().label())
                    .data(written(seen.get()))
                    .build());
        }
    }

    private String written(Seen seen) {
        try {
            return json.writeValueAsString(NoticeShown.of(seen));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a notice cannot be written", e);
        }
    }

    private void send(OutboundSseEvent event) throws InterruptedException {
        while (!wanted.tryAcquire(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
            if (isOver()) {
                throw new InterruptedException("the listener takes nothing any more");
            }
        }
        if (isOver()) {
            throw new InterruptedException("over");
        }
        listener.onNext(event);
    }

    private boolean isOver() {
        return gone || live.isStopping() || !Instant.now().isBefore(wish.until());
    }

    private Duration untilNext(Instant nextBeat) {
        Instant next = nextBeat.isBefore(wish.until()) ? nextBeat : wish.until();
        return Duration.between(Instant.now(), next);
    }
}
