package org.skypatch.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A delivery after a try, or after it was found that it must not be made.
 *
 * @param at by the system clock
 * @param outcome of the try; missing if nothing was sent
 * @param state of the delivery now
 * @param nextTryAt when it waits for another try; else missing
 */
public record Settled(
        DueDelivery delivery,
        Instant at,
        @Nullable Outcome outcome,
        DeliveryState state,
        @Nullable Instant nextTryAt) {

    /** The subscriber may no longer see it. */
    static Settled withheld(DueDelivery delivery, Instant at) {
        return new Settled(delivery, at, null, DeliveryState.WITHHELD, null);
    }

    /** It was tried. A test is tried once; what an endpoint did not take because it is gone waits until it is switched on again. */
    static Settled tried(DueDelivery delivery, Instant at, Outcome outcome, RetrySchedule schedule) {
        if (outcome instanceof Outcome.Taken) {
            return new Settled(delivery, at, outcome, DeliveryState.DELIVERED, null);
        }
        Duration asked = outcome instanceof Outcome.Failed failed ? failed.retryAfter() : null;
        Optional<Duration> pause =
                delivery.isTest() ? Optional.empty() : schedule.pauseAfter(delivery.tries() + 1, asked);
        return pause.map(each -> new Settled(delivery, at, outcome, DeliveryState.PENDING, at.plus(each)))
                .orElseGet(() -> new Settled(delivery, at, outcome, DeliveryState.FAILED, null));
    }

    /** The status of the answer, if there was one. */
    public Optional<Integer> status() {
        return switch (outcome) {
            case Outcome.Taken(int status) -> Optional.of(status);
            case Outcome.Failed failed -> Optional.ofNullable(failed.status());
            case Outcome.Gone() -> Optional.of(410);
            case null -> Optional.empty();
        };
    }

    /** What went wrong, if anything did. */
    public Optional<String> problem() {
        return switch (outcome) {
            case Outcome.Taken _ -> Optional.empty();
            case Outcome.Failed failed -> Optional.of(failed.why());
            case Outcome.Gone() -> Optional.of("the endpoint says that it is gone");
            case null -> Optional.of("the subscriber may no longer see it");
        };
    }
}
