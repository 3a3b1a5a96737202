package org.skypatch.registry.api;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/**
 * How many checks an administration has left. Guessing numbers must be slow, whoever does it. Counted by the system clock
 * and by each instance of the service for itself.
 */
@ApplicationScoped
class CheckAllowance {

    private static final int MOST = 1_000_000;

    private final int perMinute;
    private final Map<AdministrationId, Bucket> left = new ConcurrentHashMap<>();

    CheckAllowance(CheckPolicy policy) {
        this.perMinute = policy.perMinute();
        if (perMinute < 1 || perMinute > MOST) {
            throw new IllegalArgumentException("skypatch.licence-checks.per-minute must be 1 to " + MOST);
        }
    }

    /**
     * Takes one check from what the administration has left.
     *
     * @throws ProblemException 429 with the seconds to wait, if nothing is left
     */
    void take(AdministrationId asker) {
        ConsumptionProbe probe =
                left.computeIfAbsent(asker, administration -> full()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw new ProblemException(
                    EdgeProblem.TOO_MANY_REQUESTS,
                    "an administration may make " + perMinute + " checks in a minute",
                    List.of(),
                    Math.toIntExact(seconds));
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
