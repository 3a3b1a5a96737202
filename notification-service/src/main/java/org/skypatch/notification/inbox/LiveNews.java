package org.skypatch.notification.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.alert.NewsBell;
import org.skypatch.notification.alert.Streams;
import org.skypatch.notification.alert.TryAgainLater;

/**
 * Knows how far each stream has come, and wakes those who wait for more. It looks at once when this instance has written
 * something, and every quarter of a second for what other instances wrote; not at all while nobody listens.
 */
@ApplicationScoped
public class LiveNews implements NewsBell {

    private static final Logger LOG = Logger.getLogger(LiveNews.class);
    private static final long LOOK_EVERY_MILLIS = 250;

    private final Streams streams;
    private final Semaphore bell = new Semaphore(0);
    private final AtomicInteger listeners = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Thread looking = Thread.ofVirtual().name("live-news").unstarted(this::look);
    private Map<AudienceKey, Long> lastNumbers = Map.of();
    private volatile boolean stopping;

    LiveNews(Streams streams) {
        this.streams = streams;
    }

    void start(@Observes StartupEvent started) {
        looking.start();
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        ring();
        wakeAll(Map.of());
    }

    /** Whether the service is stopping, so that every stream ends. */
    boolean isStopping() {
        return stopping;
    }

    @Override
    public void ring() {
        bell.release();
    }

    /** Somebody begins to listen. */
    void join() {
        listeners.incrementAndGet();
        ring();
    }

    /** Somebody who listened is gone. */
    void leave() {
        listeners.decrementAndGet();
    }

    /** Waits until there may be news of this audience after this number, or the time is over. */
    void await(AudienceKey audience, long number, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (!stopping && left > 0 && lastNumbers.getOrDefault(audience, 0L) <= number) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        while (!stopping) {
            try {
                if (listeners.get() > 0) {
                    wakeAll(streams.lastNumbers());
                    bell.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                } else {
                    bell.acquire();
                }
                bell.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (TryAgainLater e) {
                LOG.debugf("the streams cannot be looked at just now: %s", e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private void wakeAll(Map<AudienceKey, Long> numbers) {
        lock.lock();
        try {
            boolean changed = stopping || !numbers.equals(lastNumbers);
            lastNumbers = numbers;
            if (changed) {
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
