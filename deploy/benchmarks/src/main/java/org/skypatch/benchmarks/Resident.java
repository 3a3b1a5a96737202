package org.skypatch.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How much memory a service holds while something is measured, looked at ten times a second. */
final class Resident implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MILLIS = 100;

    private final AtomicLong most = new AtomicLong();
    private final Thread looking;

    private Resident(long pid) {
        looking = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    most.accumulateAndGet(now(pid), Math::max);
                    Thread.sleep(LOOK_EVERY_MILLIS);
                }
            } catch (IOException | InterruptedException e) {
                // the service or the measurement has ended
            }
        });
    }

    /** Looks at a service of the system that keeps its data here. */
    static Resident of(Path data, String service) throws IOException, InterruptedException {
        return new Resident(process(data, service).pid());
    }

    /** The most that it held so far, in MiB. */
    long most() {
        return most.get();
    }

    @Override
    public void close() {
        looking.interrupt();
    }

    /** The process of a service of the system that keeps its data here. */
    static ProcessHandle process(Path data, String service) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try (var files = Files.walk(data, 3)) {
                for (Path file : files.filter(
                                path -> path.getFileName().toString().equals(service + ".pid"))
                        .toList()) {
                    long pid = Long.parseLong(Files.readString(file)
                            .lines()
                            .findFirst()
                            .orElse("0")
                            .strip()
                            .split("\\s")[0]);
                    var process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
                    if (process.isPresent()) {
                        return process.get();
                    }
                }
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("no " + service + "-service runs on " + data);
    }

    /** What a process holds in memory now, in MiB. */
    static long now(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024)
                .findFirst()
                .orElseThrow();
    }
}
