package org.skypatch.local;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.skypatch.embedded.ServerFailure;
import org.skypatch.embedded.ServerProcess;

/** What has been started, in layers: the last layer stops first, and what is in one layer stops at the same time. */
final class RunningSystem implements AutoCloseable {

    enum Layer {
        DATABASE("PostgreSQL"),
        BROKER("Kafka"),
        IDENTITY("Keycloak"),
        SERVICES("services"),
        ORIGIN("proxy");

        private final String caption;

        Layer(String caption) {
            this.caption = caption;
        }
    }

    private final Progress progress;
    private final Map<Layer, List<AutoCloseable>> started = new EnumMap<>(Layer.class);
    private boolean closed;

    RunningSystem(Progress progress) {
        this.progress = progress;
    }

    /** Takes responsibility for stopping it. */
    <T extends AutoCloseable> T add(Layer layer, T part) {
        synchronized (this) {
            if (!closed) {
                started.computeIfAbsent(layer, _ -> new ArrayList<>()).add(part);
                return part;
            }
        }
        close(part);
        throw new ServerFailure("stopped while starting");
    }

    /** Says so when a server ends that nobody stopped. */
    void watch(ServerProcess process) {
        process.onExit().thenAccept(dead -> {
            if (!isClosed()) {
                progress.say(process.name() + " has died (exit code " + dead.exitValue()
                        + "); stop with Ctrl-C and start again. Its log " + process.log() + " ends:\n"
                        + process.logTail(15));
            }
        });
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        List<Layer> lastFirst = List.of(Layer.values()).reversed();
        for (Layer layer : lastFirst) {
            List<AutoCloseable> parts = started.getOrDefault(layer, List.of());
            if (!parts.isEmpty()) {
                progress.step("stopping " + layer.caption, layer.caption + " stopped", () -> closeAll(parts));
            }
        }
        started.clear();
    }

    private void closeAll(List<AutoCloseable> parts) {
        CompletableFuture.allOf(parts.stream()
                        .map(part -> CompletableFuture.runAsync(() -> close(part), Thread::startVirtualThread))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }

    private void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            progress.say("could not stop a part: " + e.getMessage());
        }
    }
}
