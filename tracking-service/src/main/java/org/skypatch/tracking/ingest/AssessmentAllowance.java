package org.skypatch.tracking.ingest;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/**
 * How many assessments an administration has left: guessing must be slow, whoever does it. Counted by the system clock and
 * by each instance of the service for itself.
 */
@ApplicationScoped
class AssessmentAllowance {

    private static final int MOST = 10_000;

    private final int perMinute;
    private final Map<AdministrationId, Bucket> left = new ConcurrentHashMap<>();

    /**
     * @param perMinute for one administration; 1 to 10,000
     */
    AssessmentAllowance(@ConfigProperty(name = "skypatch.assessments.per-minute", defaultValue = "60") int perMinute) {
        this.perMinute = perMinute;
        if (perMinute < 1 || perMinute > MOST) {
            throw new IllegalArgumentException("skypatch.assessments.per-minute must be 1 to " + MOST);
        }
    }

    /**
     * Takes one from what the administration has left.
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
                    "an administration may ask for " + perMinute + " assessments in a minute",
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
