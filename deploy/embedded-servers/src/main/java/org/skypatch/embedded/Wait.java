package org.skypatch.embedded;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Waiting for something outside of this program to come true. */
public final class Wait {

    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(50);

    private Wait() {}

    /** Waits until the check holds; a check that throws does not hold yet. */
    public static void until(Callable<Boolean> check, Duration patience, Supplier<String> complaint) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!holds(check)) {
            if (System.nanoTime() > deadline) {
                throw new ServerFailure(complaint.get());
            }
            pause();
        }
    }

    private static boolean holds(Callable<Boolean> check) {
        try {
            return check.call();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (Finished e) {
            throw e.failure;
        } catch (Exception notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_CHECKS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static ServerFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ServerFailure("interrupted while waiting", e);
    }

    /** Thrown by a check that can no longer come true. */
    static final class Finished extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final ServerFailure failure;

        Finished(ServerFailure failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
