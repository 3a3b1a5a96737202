package org.skypatch.benchmarks;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at a fixed rate, whether the ones before are answered or not, and measures each from the instant at which
 * it was due: what waits in the client waits in the figure too.
 */
final class OpenLoop {

    private static final long LONGEST_MICROS = Duration.ofMinutes(1).toNanos() / 1_000;
    private static final int DIGITS = 3;
    private static final int OK = 200;

    private OpenLoop() {}

    /**
     * What came of it.
     *
     * @param micros from due to answered
     * @param refused how many requests were not answered with 200
     */
    record Measured(Histogram micros, int refused) {
        double millis(double percentile) {
            return micros.getValueAtPercentile(percentile) / 1_000.0;
        }
    }

    /** Sends so many requests a second for so long; {@code send} gives the status of the answer. */
    static Measured run(int perSecond, Duration time, IntFunction<CompletionStage<Integer>> send)
            throws InterruptedException {
        int requests = Math.toIntExact(perSecond * time.toSeconds());
        Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch answered = new CountDownLatch(requests);
        long begin = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            long due = begin + i * 1_000_000_000L / perSecond;
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            send.apply(i).whenComplete((status, failure) -> {
                micros.recordValue(Math.min(LONGEST_MICROS, (System.nanoTime() - due) / 1_000));
                if (failure != null || status != OK) {
                    refused.incrementAndGet();
                }
                answered.countDown();
            });
        }
        answered.await();
        return new Measured(micros, refused.get());
    }
}
