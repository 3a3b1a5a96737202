package org.skypatch.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.skypatch.notification.alert.TryAgainLater;

/**
 * Claims deliveries that are due, has them carried side by side outside of any transaction, and records what came of them.
 * Several instances may do it at once. After a crash at any point the lease ends and the delivery is made again under the same
 * id: at least once, never none.
 */
public final class DeliveryRound {

    /** Longer than any try with its recording may last. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int IN_ALL = 512;
    private static final int PER_SUBSCRIPTION = 8;
    private static final int PER_CLAIM = PER_SUBSCRIPTION / 2;
    private static final int RECORDED_AT_ONCE = 500;

    private final Deliveries deliveries;
    private final Courier courier;
    private final RetrySchedule schedule;
    private final Clock clock;
    private final ExecutorService carriers;
    private final Semaphore free = new Semaphore(IN_ALL);
    private final Map<UUID, Integer> onTheirWay = new ConcurrentHashMap<>();
    private final BlockingQueue<Settled> toRecord = new LinkedBlockingQueue<>();

    /**
     * @param clock of the system: leases and tries know no business time
     * @param carriers run one task for each delivery
     */
    public DeliveryRound(
            Deliveries deliveries, Courier courier, RetrySchedule schedule, Clock clock, ExecutorService carriers) {
        this.deliveries = deliveries;
        this.courier = courier;
        this.schedule = schedule;
        this.clock = clock;
        this.carriers = carriers;
    }

    /**
     * Claims as much as can be carried and sets it on its way; answers how many those are. When half of what can be carried is on
     * its way, each subscription gets one at a time, so that slow endpoints leave room for the others.
     *
     * @throws TryAgainLater if the database does not answer just now
     */
    public int start() {
        int most = free.availablePermits();
        if (most == 0) {
            return 0;
        }
        int each = most > IN_ALL / 2 ? PER_CLAIM : 1;
        int enough = most > IN_ALL / 2 ? PER_SUBSCRIPTION - PER_CLAIM + 1 : 1;
        List<UUID> busy = onTheirWay.entrySet().stream()
                .filter(subscription -> subscription.getValue() >= enough)
                .map(Map.Entry::getKey)
                .toList();
        List<DueDelivery> due = deliveries.claim(new Deliveries.Claim(clock.instant(), LEASE, busy, each, most));
        due.forEach(delivery -> {
            free.acquireUninterruptibly();
            onTheirWay.merge(delivery.subscription(), 1, Integer::sum);
            carriers.execute(() -> carry(delivery));
        });
        return due.size();
    }

    private void carry(DueDelivery delivery) {
        try {
            toRecord.add(settle(delivery));
        } finally {
            onTheirWay.compute(delivery.subscription(), (_, count) -> count == null || count == 1 ? null : count - 1);
            free.release();
        }
    }

    private Settled settle(DueDelivery delivery) {
        if (!delivery.mayBeTold()) {
            return Settled.withheld(delivery, clock.instant());
        }
        Outcome outcome;
        try {
            outcome = courier.carry(delivery, delivery.channel());
        } catch (RuntimeException e) {
            outcome = new Outcome.Failed(
                    null, "it could not be sent: " + e.getClass().getSimpleName(), null);
        }
        Instant at = clock.instant();
        return Settled.tried(delivery, at, outcome, schedule);
    }

    /**
     * Waits a little for outcomes and records them; answers how many those are.
     *
     * @throws TryAgainLater if the database does not answer just now; they are recorded the next time
     */
    public int record(Duration patience) throws InterruptedException {
        Settled first = toRecord.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return 0;
        }
        List<Settled> batch = new ArrayList<>(List.of(first));
        toRecord.drainTo(batch, RECORDED_AT_ONCE - 1);
        try {
            deliveries.record(batch);
        } catch (RuntimeException e) {
            toRecord.addAll(batch);
            throw e;
        }
        return batch.size();
    }
}
