package org.skypatch.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How long each service takes to be ready when it is started alone on an otherwise idle system, and how much memory it then
 * holds. Ends one service after the other; the launcher starts it again.
 */
public final class StartBenchmark {

    private static final List<String> SERVICES = List.of("registry", "tracking", "notification");
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int ROUNDS = 3;

    private StartBenchmark() {}

    /**
     * Measures the system on this machine.
     *
     * @param arguments the system's first port, and its data directory
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        Path data = Path.of(arguments[1]);
        System.out.println("| service | ready after, s (median of " + ROUNDS + ") | resident when idle, MiB |");
        System.out.println("|---|---:|---:|");
        for (int i = 0; i < SERVICES.size(); i++) {
            measure(SERVICES.get(i), port + 1 + i, data);
        }
    }

    private static void measure(String service, int port, Path data) throws IOException, InterruptedException {
        URI readiness = URI.create("http://127.0.0.1:" + port + "/" + service + "/q/health/ready");
        double[] seconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ProcessHandle running = Resident.process(data, service);
            running.destroyForcibly();
            running.onExit().join();
            long begin = System.nanoTime();
            while (!isReady(readiness)) {
                Thread.sleep(20);
            }
            seconds[round] = (System.nanoTime() - begin) / 1e9;
            Thread.sleep(2_000);
        }
        java.util.Arrays.sort(seconds);
        Thread.sleep(IDLE.toMillis());
        System.out.printf(
                Locale.ROOT,
                "| %s-service | %.1f | %d |%n",
                service,
                seconds[ROUNDS / 2],
                Resident.now(Resident.process(data, service).pid()));
    }

    private static boolean isReady(URI readiness) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
