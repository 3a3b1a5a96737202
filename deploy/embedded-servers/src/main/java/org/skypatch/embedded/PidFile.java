package org.skypatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a child process beyond the death of its parent: process id and start time, so that a number given to another
 * process meanwhile is not mistaken for it.
 */
public record PidFile(Path path) {

    private static final Duration START_TIME_TOLERANCE = Duration.ofSeconds(2);

    void write(ProcessHandle process) {
        long startedAt = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, process.pid() + " " + startedAt + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process written down here, if it still runs. */
    public Optional<ProcessHandle> running() {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            String[] words = Files.readString(path).strip().split(" ");
            long pid = Long.parseLong(words[0]);
            Instant startedAt = Instant.ofEpochMilli(Long.parseLong(words[1]));
            return ProcessHandle.of(pid).filter(process -> startedAbout(startedAt, process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty(); // cut short by a crash while writing: nothing to find
        }
    }

    /** Stops the process that a killed run left behind; true if there was one. */
    public boolean stopLeftover(StopSignal signal) {
        Optional<ProcessHandle> leftover = running();
        leftover.ifPresent(process -> signal.stop(process, Duration.ofSeconds(20)));
        remove();
        return leftover.isPresent();
    }

    void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startedAbout(Instant expected, ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(actual -> Duration.between(expected, actual).abs().compareTo(START_TIME_TOLERANCE) <= 0)
                .orElse(false);
    }
}
