package org.skypatch.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.embedded.ServerFailure;
import org.skypatch.embedded.ServerProcess;

/** A service that is started again when it dies, unless it keeps dying. */
final class SupervisedService implements AutoCloseable {

    private static final int DEATHS_TOLERATED = 3;
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private final ServiceProgram program;
    private final Path log;
    private final Progress progress;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private @Nullable ServerProcess process;
    private boolean closed;

    SupervisedService(ServiceProgram program, Path log, Progress progress) {
        this.program = program;
        this.log = log;
        this.progress = progress;
    }

    /** Starts it and waits until it is ready. */
    void start() {
        ServerProcess started = program.start(log);
        synchronized (this) {
            if (!closed) {
                process = started;
                started.onExit().thenAcceptAsync(this::died, Thread::startVirtualThread);
                return;
            }
        }
        started.close();
    }

    private void died(Process dead) {
        String name = program.service().module();
        synchronized (this) {
            if (closed) {
                return;
            }
            progress.say(name + " has died (exit code " + dead.exitValue() + "); its log " + log + " ends:\n"
                    + Optional.ofNullable(process).map(last -> last.logTail(15)).orElse(""));
            deaths.addLast(Instant.now());
            while (deaths.getFirst().isBefore(Instant.now().minus(WITHIN))) {
                deaths.removeFirst();
            }
            if (deaths.size() > DEATHS_TOLERATED) {
                progress.say(name + " keeps dying and is left down; stop with Ctrl-C");
                return;
            }
        }
        try {
            progress.step("starting " + name + " again", name + " is up again", this::start);
        } catch (ServerFailure e) {
            progress.say(name + " could not be started again: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        ServerProcess last;
        synchronized (this) {
            closed = true;
            last = process;
        }
        if (last != null) {
            last.close();
        }
    }
}
