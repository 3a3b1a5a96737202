package org.skypatch.stories;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.embedded.EmbeddedPostgres;
import org.skypatch.embedded.FreePorts;
import org.skypatch.embedded.JavaProgram;
import org.skypatch.embedded.KafkaProcess;
import org.skypatch.embedded.PidFile;
import org.skypatch.embedded.PostgresSettings;
import org.skypatch.embedded.ServerProcess;
import org.skypatch.embedded.StopSignal;

/**
 * The whole system as {@code deploy/run.sh} starts it, in processes of its own: servers, three services, proxy. Started
 * once for all integration tests, anew in an empty directory; the port numbers follow the local run's order.
 */
final class WholeSystem implements AutoCloseable {

    private static final Duration PATIENCE_TO_START = Duration.ofMinutes(6);
    private static final Duration PATIENCE_TO_STOP = Duration.ofSeconds(60);
    private static final String HTTP_PORT = "-Dquarkus.http.port=";
    private static final int PORTS = 8;
    private static final int FIRST_PORT = 21_000;
    private static final int PORTS_APART = 10;

    /** One of the three services: its place among the ports follows from its own. */
    enum Service {
        REGISTRY,
        TRACKING,
        NOTIFICATION;

        String prefix() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Names a system that runs already, to try tests on without waiting: {@code 8080:/path/of/its/data}. */
    private static final String RUNNING = System.getProperty("skypatch.system", "");

    private final Path data;
    private final int port;
    private final @Nullable Process launcher;
    private final Thread end = new Thread(this::stop, "stop the whole system");
    private @Nullable KafkaProcess broker;
    private @Nullable EmbeddedPostgres database;

    private WholeSystem(Path data, int port, @Nullable Process launcher) {
        this.data = data;
        this.port = port;
        this.launcher = launcher;
    }

    /** Starts it and waits until every service is ready. */
    static WholeSystem start() {
        if (!RUNNING.isEmpty()) {
            int colon = RUNNING.indexOf(':');
            return new WholeSystem(
                    Path.of(RUNNING.substring(colon + 1)), Integer.parseInt(RUNNING.substring(0, colon)), null);
        }
        Path checkout = checkout();
        Path data = checkout.resolve("deploy/stories/target/system");
        Path output = checkout.resolve("deploy/stories/target/system.log");
        int port = freePorts();
        List<String> command = List.of(
                JavaProgram.launcher(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                launcherProgram(checkout).toString(),
                "--checkout",
                checkout.toString(),
                "--data",
                data.toString(),
                "--ports-from",
                Integer.toString(port),
                "--fresh");
        try {
            Files.createDirectories(data);
            Process launcher = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            WholeSystem system = new WholeSystem(data, port, launcher);
            Runtime.getRuntime().addShutdownHook(system.end);
            system.awaitReady(launcher, output);
            return system;
        } catch (IOException e) {
            throw new Failure("cannot start the system", e);
        }
    }

    private static Path checkout() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("deploy/local")))
                .findFirst()
                .orElseThrow(() -> new Failure("not inside a checkout"));
    }

    private static Path launcherProgram(Path checkout) {
        Path built = checkout.resolve("deploy/local/target");
        try (Stream<Path> files = Files.list(built)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow(() -> new Failure("deploy/local is not packaged"));
        } catch (IOException e) {
            throw new Failure("deploy/local is not packaged", e);
        }
    }

    /** The first of enough free ports, from a place that differs between processes. */
    private static int freePorts() {
        int place = (int) (ProcessHandle.current().pid() % 900);
        return IntStream.iterate(FIRST_PORT + place * PORTS_APART, first -> first + PORTS_APART)
                .limit(100)
                .filter(first -> IntStream.range(first, first + PORTS).allMatch(FreePorts::isFree))
                .findFirst()
                .orElseThrow(() -> new Failure("no free ports"));
    }

    private void awaitReady(Process started, Path output) throws IOException {
        boolean ready = Patience.of(PATIENCE_TO_START)
                .until(
                        () -> !started.isAlive()
                                || Stream.of(Service.values()).allMatch(this::isReady) && hasIdentityProvider(),
                        Boolean::booleanValue);
        if (!ready || !started.isAlive()) {
            stop();
            throw new Failure("the system did not start; " + output + " says:\n" + Files.readString(output));
        }
    }

    /** Whether a service answers that it is ready, through the one origin. */
    boolean isReady(Service service) {
        return answers("/" + service.prefix() + "/q/health/ready");
    }

    private boolean hasIdentityProvider() {
        return answers("/auth/realms/skypatch/.well-known/openid-configuration");
    }

    private boolean answers(String path) {
        return answers(origin().resolve(path));
    }

    private static boolean answers(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    URI origin() {
        return URI.create("http://localhost:" + port);
    }

    private int databasePort() {
        return port + 5;
    }

    private int brokerPort() {
        return port + 6;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + brokerPort();
    }

    /** A connection to a service's database, for what its interface does not tell. */
    Connection database(Service service) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort() + "/" + service.prefix(),
                EmbeddedPostgres.SUPERUSER,
                EmbeddedPostgres.PASSWORD);
    }

    /** The process of a service. */
    ProcessHandle process(Service service) {
        return running("services/" + service.prefix() + ".pid");
    }

    private ProcessHandle running(String pidFile) {
        return new PidFile(data.resolve(pidFile))
                .running()
                .orElseThrow(() -> new Failure("nothing runs by " + pidFile));
    }

    /** Ends a service as a power cut would; the local run starts it again by itself. */
    void kill(Service service) {
        kill(process(service));
    }

    /** Starts one more instance of a service beside the one that runs, with the same settings and a port of its own. */
    ServerProcess startAnother(Service service) {
        int another = FreePorts.pick(1).getFirst();
        ServerProcess started = ServerProcess.start(
                "another " + service.prefix(),
                commandOf(process(service)).stream()
                        .map(word -> word.startsWith(HTTP_PORT) ? HTTP_PORT + another : word)
                        .toList(),
                Map.of("MALLOC_ARENA_MAX", "2"),
                data.resolve("logs/another-" + service.prefix() + ".log"),
                data.resolve("services/another-" + service.prefix() + ".pid"),
                StopSignal.TERMINATE);
        URI ready = URI.create("http://127.0.0.1:" + another + "/" + service.prefix() + "/q/health/ready");
        boolean isReady = Patience.of(PATIENCE_TO_START)
                .until(() -> !started.isRunning() || answers(ready), Boolean::booleanValue);
        if (!isReady || !started.isRunning()) {
            started.close();
            throw new Failure("another " + service.prefix() + " did not start:\n" + started.logTail(30));
        }
        return started;
    }

    /** The words of a process' command line: by the system's own file where there is one, as it may be long. */
    private static List<String> commandOf(ProcessHandle process) {
        Path words = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return Files.isReadable(words)
                    ? List.of(Files.readString(words).split("\0"))
                    : Stream.concat(
                                    process.info().command().stream(),
                                    process.info().arguments().stream().flatMap(Stream::of))
                            .toList();
        } catch (IOException e) {
            throw new Failure("the command line of " + process.pid() + " cannot be read", e);
        }
    }

    void stopBroker() {
        kill(running("kafka/kafka.pid"));
    }

    void startBroker() {
        broker = KafkaProcess.start(
                data.resolve("kafka"), brokerPort(), brokerPort() + 1, data.resolve("logs/kafka-again.log"));
    }

    void stopDatabase() {
        kill(running("postgres/postgres.pid"));
    }

    void startDatabase() {
        database = EmbeddedPostgres.start(
                data.resolve("postgres"),
                databasePort(),
                PostgresSettings.forLocalRun(),
                data.resolve("logs/postgres-again.log"));
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** A caller of the system. */
    Skypatch skypatch() {
        return new Skypatch(origin());
    }

    @Override
    public void close() {
        if (launcher != null) {
            stop();
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    private void stop() {
        if (launcher != null) {
            stop(launcher);
        }
        if (broker != null) {
            broker.close();
        }
        if (database != null) {
            database.close();
        }
    }

    private static void stop(Process launcher) {
        launcher.destroy();
        try {
            if (!launcher.waitFor(PATIENCE_TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
        } catch (InterruptedException e) {
            launcher.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
