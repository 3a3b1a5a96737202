package org.skypatch.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells the person at the terminal how far it is: a line when a step has taken two seconds, another every ten seconds after
 * that, and one when it is done. Steps may run at the same time.
 */
final class Progress implements AutoCloseable {

    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration BETWEEN_REMINDERS = Duration.ofSeconds(10);
    private static final Duration TOO_SHORT_TO_MENTION = Duration.ofMillis(300);

    private final PrintStream out;
    private final Map<String, Step> running = new LinkedHashMap<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("progress").factory());

    private static final class Step {
        private final long startedAt = System.nanoTime();
        private Duration nextLineAfter = QUIET;

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - startedAt);
        }
    }

    Progress(PrintStream out) {
        this.out = out;
        ticker.scheduleAtFixedRate(this::remind, 200, 200, TimeUnit.MILLISECONDS);
    }

    /**
     * Does the step and tells about it.
     *
     * @param doing what is going on ("starting Kafka")
     * @param done what is true afterwards ("Kafka is up")
     */
    <T> T step(String doing, String done, Supplier<T> work) {
        begin(doing);
        try {
            T result = work.get();
            end(doing, done);
            return result;
        } finally {
            forget(doing);
        }
    }

    void step(String doing, String done, Runnable work) {
        step(doing, done, () -> {
            work.run();
            return done;
        });
    }

    synchronized void say(String line) {
        out.println(line);
    }

    private synchronized void begin(String doing) {
        running.put(doing, new Step());
    }

    private synchronized void end(String doing, String done) {
        Step step = running.get(doing);
        if (step != null && step.age().compareTo(TOO_SHORT_TO_MENTION) > 0) {
            out.printf("  %-36s %5.1f s%n", done, step.age().toMillis() / 1000.0);
        }
    }

    private synchronized void forget(String doing) {
        running.remove(doing);
    }

    private synchronized void remind() {
        running.forEach((doing, step) -> {
            if (step.age().compareTo(step.nextLineAfter) >= 0) {
                out.printf("  %s ... %d s%n", doing, step.age().toSeconds());
                step.nextLineAfter = step.nextLineAfter.plus(BETWEEN_REMINDERS);
            }
        });
    }

    @Override
    public void close() {
        ticker.shutdownNow();
    }
}
