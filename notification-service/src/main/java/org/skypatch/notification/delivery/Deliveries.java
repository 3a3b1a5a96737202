package org.skypatch.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The deliveries that wait, shared by every instance. */
public interface Deliveries {

    /**
     * What may be claimed.
     *
     * @param now by the system clock
     * @param lease for how long nobody else may claim it
     * @param busy subscriptions that have enough on their way from here
     * @param perSubscription at most so many of one subscription
     * @param most at most so many in all
     */
    record Claim(Instant now, Duration lease, Collection<UUID> busy, int perSubscription, int most) {}

    /**
     * Claims what is due, and nothing that another instance has claimed. Of one movement, a subscription's deliveries are
     * claimed in the order of the news, one after the other; of an endpoint that has failed lately, one at a time.
     *
     * @throws org.skypatch.notification.alert.TryAgainLater if the database does not answer just now
     */
    List<DueDelivery> claim(Claim claim);

    /**
     * Keeps what came of them, unless the lease was lost, and disables endpoints that are to be called no more.
     *
     * @throws org.skypatch.notification.alert.TryAgainLater if the database does not answer just now
     */
    void record(List<Settled> settled);
}
