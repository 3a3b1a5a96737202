package org.skypatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** A running child process: its log goes to a file, and a pid file lets the next run find it if this one is killed. */
public final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(20);

    private final String name;
    private final Process process;
    private final Path log;
    private final PidFile pidFile;
    private final StopSignal stopSignal;

    private ServerProcess(String name, Process process, Path log, PidFile pidFile, StopSignal stopSignal) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.pidFile = pidFile;
        this.stopSignal = stopSignal;
    }

    /**
     * Starts the command, after stopping what a killed run left under the same pid file. The child's standard input stays
     * open as long as this process lives, which a child may use to end with it.
     *
     * @param name what messages call it
     * @param environment added to this process' own
     * @param log appended to
     */
    public static ServerProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            Path pidFile,
            StopSignal stopSignal) {
        PidFile remembered = new PidFile(pidFile);
        remembered.stopLeftover(stopSignal);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(OwnSession.command(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            remembered.write(process.toHandle());
            return new ServerProcess(name, process, log, remembered, stopSignal);
        } catch (IOException e) {
            throw new ServerFailure("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isRunning() {
        return process.isAlive();
    }

    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    public Path log() {
        return log;
    }

    /** Waits until the check holds; fails with the end of the log when the process ends or the time is over. */
    public void awaitReady(Duration patience, Callable<Boolean> check) {
        Wait.until(
                () -> {
                    if (!process.isAlive()) {
                        throw new Wait.Finished(new ServerFailure(name + " ended with exit code " + process.exitValue()
                                + " while starting; " + logEnds()));
                    }
                    return check.call();
                },
                patience,
                () -> name + " was not ready after " + patience.toSeconds() + " s; " + logEnds());
    }

    private String logEnds() {
        return log + " ends:\n" + logTail(15);
    }

    /** The last lines of the log, indented. */
    public String logTail(int lines) {
        try {
            List<String> all = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join(
                    "\n",
                    all.subList(Math.max(0, all.size() - lines), all.size()).stream()
                            .map(line -> "    " + line)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it at once, as a power cut would; for tests of what survives. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
        pidFile.remove();
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stopSignal.stop(process.toHandle(), PATIENCE_TO_STOP);
        }
        pidFile.remove();
    }
}
