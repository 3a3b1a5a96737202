package org.skypatch.stories;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks again until the answer is right or the time is over. */
public record Patience(Duration limit, Duration pause) {

    /** What a story waits at most for one thing to come true. */
    public static Patience ofStories() {
        return new Patience(Duration.ofSeconds(60), Duration.ofMillis(100));
    }

    /** The same, with another limit. */
    public static Patience of(Duration limit) {
        return new Patience(limit, Duration.ofMillis(100));
    }

    /** The first answer that is right, else the last one asked for. */
    public <T> T until(Supplier<T> question, Predicate<T> right) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            T answer = question.get();
            if (right.test(answer) || System.nanoTime() > deadline) {
                return answer;
            }
            rest();
        }
    }

    /** The last answer of those that were right without a break for this long, else the last one asked for. */
    public <T> T untilSteady(Supplier<T> question, Predicate<T> right, Duration steady) {
        long deadline = System.nanoTime() + limit.toNanos();
        long rightSince = Long.MAX_VALUE;
        while (true) {
            T answer = question.get();
            long now = System.nanoTime();
            if (!right.test(answer)) {
                rightSince = Long.MAX_VALUE;
                if (now > deadline) {
                    return answer;
                }
            } else if (rightSince == Long.MAX_VALUE) {
                rightSince = now;
            } else if (now - rightSince >= steady.toNanos()) {
                return answer;
            }
            rest();
        }
    }

    private void rest() {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted while waiting", e);
        }
    }
}
