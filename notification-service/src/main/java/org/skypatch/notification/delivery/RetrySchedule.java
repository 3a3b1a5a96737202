package org.skypatch.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a delivery that failed is tried again: ten tries over at least 75 hours, as Standard Webhooks 1.0 recommends, each pause
 * longer by up to a fifth, so that what failed together does not come back together.
 */
public final class RetrySchedule {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** As long as an endpoint may ask to be left alone. */
    static final Duration LONGEST_ASKED = Duration.ofHours(24);

    private static final double JITTER = 0.2;

    /** How often a delivery is tried. */
    public static final int TRIES = PAUSES.size() + 1;

    private final RandomGenerator chance;

    public RetrySchedule(RandomGenerator chance) {
        this.chance = chance;
    }

    /**
     * How long to wait after so many failed tries; empty if it is given up.
     *
     * @param asked what the endpoint asks for; it lengthens the pause, within bounds, and never shortens it
     */
    public Optional<Duration> pauseAfter(int tries, @Nullable Duration asked) {
        if (tries >= TRIES) {
            return Optional.empty();
        }
        Duration usual = PAUSES.get(tries - 1);
        Duration pause = asked == null || asked.compareTo(usual) < 0 ? usual : bounded(asked);
        return Optional.of(pause.plusMillis((long) (usual.toMillis() * JITTER * chance.nextDouble())));
    }

    static Duration bounded(Duration asked) {
        return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }
}
