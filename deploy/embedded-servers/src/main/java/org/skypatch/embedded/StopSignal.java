package org.skypatch.embedded;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a server is asked to end. */
public enum StopSignal {
    /** What Java programs stop on. */
    TERMINATE("-TERM"),
    /** PostgreSQL's fast shutdown: clients are disconnected, nothing is lost. */
    INTERRUPT("-INT");

    private final String option;

    StopSignal(String option) {
        this.option = option;
    }

    /** Asks the process to end, waits, and ends it the hard way when it has not gone by then. */
    void stop(ProcessHandle process, Duration patience) {
        try {
            new ProcessBuilder("kill", option, Long.toString(process.pid()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (IOException e) {
            throw new ServerFailure("cannot signal process " + process.pid(), e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
