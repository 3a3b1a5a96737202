package org.skypatch.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileLock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.skypatch.embedded.ServerFailure;

/** The program behind {@code deploy/run.sh}. */
public final class Launcher {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final Duration PATIENCE_PER_REQUEST = Duration.ofSeconds(3);

    private static volatile boolean stopping;

    private final CommandLine commandLine;
    private final DataDirectory data;
    private final PrintStream out;

    Launcher(CommandLine commandLine, PrintStream out) {
        this.commandLine = commandLine;
        this.data = new DataDirectory(commandLine.data());
        this.out = out;
    }

    public static void main(String[] arguments) {
        try {
            int exitCode = new Launcher(CommandLine.parse(arguments), System.out).run();
            System.exit(exitCode);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "; see deploy/run.sh --help");
            System.exit(MISUSED);
        } catch (ServerFailure e) {
            if (!stopping) { // else it only says that it was interrupted
                System.err.println(e.getMessage());
            }
            System.exit(FAILED);
        }
    }

    /** Runs until stopped; or, when it only plays a story against a system that runs already, until that ends. */
    int run() {
        Optional<String> elsewhere = runningSystem();
        if (elsewhere.isPresent() && commandLine.scenario().isPresent()) {
            return story(elsewhere.get(), commandLine.scenario().get()).play();
        }
        Optional<FileLock> claim = data.claim();
        if (claim.isEmpty()) {
            throw new ServerFailure("Skypatch already runs on " + data.path()
                    + data.origin().map(origin -> " as " + origin).orElse("")
                    + "; stop it with Ctrl-C there, or choose another --data (and --ports-from)");
        }
        try (FileLock _ = claim.get()) {
            start();
        } catch (IOException e) {
            throw new ServerFailure("cannot let go of " + data.path(), e);
        }
        return FAILED; // not reached while it runs well: it ends by a signal
    }

    private void start() {
        long startedAt = System.nanoTime();
        if (data.stopLeftovers()) {
            out.println("  stopped what an earlier run had left behind");
        }
        if (commandLine.fresh()) {
            data.clear();
        }
        List<Integer> taken = commandLine.ports().taken();
        if (!taken.isEmpty()) {
            throw new ServerFailure("in use by another program: port "
                    + String.join(", ", taken.stream().map(String::valueOf).toList())
                    + "; choose others with --ports-from");
        }
        LibraryLog.into(data.newLog("launcher"));
        Progress progress = new Progress(out);
        RunningSystem system = new RunningSystem(progress);
        Startup startup = new Startup(commandLine, data, progress, system);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(startup, system), "stop"));
        startup.run();
        String origin = commandLine.ports().originAddress().toString();
        data.rememberOrigin(origin);
        out.println(new Announcement(
                        commandLine.ports(),
                        data.path(),
                        Duration.ofNanos(System.nanoTime() - startedAt).toSeconds())
                .text());
        commandLine.scenario().ifPresent(name -> {
            int exitCode = story(origin, name).play();
            out.println(
                    "The story " + name + (exitCode == 0 ? " was played." : " failed.") + " Ctrl-C stops everything.");
        });
        waitForSignal();
    }

    private void stop(Startup startup, RunningSystem system) {
        stopping = true;
        out.println();
        startup.close();
        system.close();
        data.stopLeftovers(); // what was cut off in the middle of its start
        out.println("Stopped.");
    }

    private Story story(String origin, String name) {
        return new Story(commandLine.checkout(), origin, name);
    }

    /** The system on this port, if one answers. */
    private Optional<String> runningSystem() {
        return Optional.of(commandLine.ports().originAddress().toString()).filter(Launcher::answers);
    }

    private static boolean answers(String origin) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(origin + "/tracking/q/health/ready"))
                    .timeout(PATIENCE_PER_REQUEST)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void waitForSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
