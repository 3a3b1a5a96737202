package org.skypatch.embedded.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.embedded.EmbeddedPostgres;
import org.skypatch.embedded.KafkaTopics;
import org.skypatch.embedded.ProgramCache;
import org.testcontainers.DockerClientFactory;

/**
 * The one set of servers of a test JVM. Quarkus loads test resources anew for every application it starts, so this class is
 * always reached in the system class loader, where it lives as long as the JVM, and speaks in types of the JDK only.
 */
public final class ServersOfThisJvm {

    private static @Nullable TestServers servers;
    private static @Nullable FileLock claim;

    /** Held, since the log manager forgets a logger nobody holds: its clients print all their settings otherwise. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    static {
        KAFKA.setLevel(Level.WARNING);
    }

    private ServersOfThisJvm() {}

    /** What can be asked of the servers, by name; each takes one argument, which most ignore. */
    public static Map<String, UnaryOperator<String>> requests() {
        return Map.ofEntries(
                request("postgresAddress", (servers, _) -> servers.postgresAddress()),
                request("bootstrapServers", (servers, _) -> servers.bootstrapServers()),
                request("createDatabase", (servers, name) -> {
                    servers.databases().createOwned(name, EmbeddedPostgres.PASSWORD);
                    return name;
                }),
                action("stopBroker", TestServers::stopBroker),
                action("killBroker", TestServers::killBroker),
                action("startBroker", TestServers::startBroker),
                action("stopDatabase", TestServers::stopDatabase),
                action("killDatabase", TestServers::killDatabase),
                action("startDatabase", TestServers::startDatabase));
    }

    private static Map.Entry<String, UnaryOperator<String>> action(String name, Consumer<TestServers> action) {
        return request(name, (servers, argument) -> {
            action.accept(servers);
            return argument;
        });
    }

    /** Kafka's client and Testcontainers look classes up in the thread's loader, which is Quarkus' own here. */
    private static Map.Entry<String, UnaryOperator<String>> request(
            String name, BiFunction<TestServers, String, String> answer) {
        return Map.entry(name, argument -> {
            Thread thread = Thread.currentThread();
            ClassLoader callers = thread.getContextClassLoader();
            thread.setContextClassLoader(ServersOfThisJvm.class.getClassLoader());
            try {
                return answer.apply(running(), argument);
            } finally {
                thread.setContextClassLoader(callers);
            }
        });
    }

    private static synchronized TestServers running() {
        TestServers present = servers;
        if (present == null) {
            present = wantsContainers() ? new ContainerServers() : new EmbeddedServers(freshDirectory());
            try (KafkaTopics topics = new KafkaTopics(present.bootstrapServers())) {
                topics.createMissing();
            }
            servers = present;
        }
        return present;
    }

    private static boolean wantsContainers() {
        String wish =
                Optional.ofNullable(System.getenv("SKYPATCH_TESTS")).orElse("").toLowerCase(Locale.ROOT);
        return switch (wish) {
            case "containers" -> true;
            case "embedded" -> false;
            case "" -> mayHaveEngine() && DockerClientFactory.instance().isDockerAvailable();
            default -> throw new IllegalArgumentException("SKYPATCH_TESTS is " + wish + ", not containers or embedded");
        };
    }

    /** Whether there is any sign of a Docker engine: looking for one that is not there fills the log with errors. */
    private static boolean mayHaveEngine() {
        Path home = Path.of(System.getProperty("user.home"));
        return System.getenv("DOCKER_HOST") != null
                || Files.exists(home.resolve(".testcontainers.properties"))
                || Stream.of(
                                Path.of("/var/run/docker.sock"),
                                home.resolve(".docker/run/docker.sock"),
                                home.resolve(".docker/desktop/docker.sock"))
                        .anyMatch(Files::exists);
    }

    /** Below {@code target}; a number keeps test JVMs apart that run at the same time. */
    private static Path freshDirectory() {
        try {
            Path parent =
                    Files.createDirectories(Path.of("target", "test-servers").toAbsolutePath());
            for (int number = 1; ; number++) {
                FileChannel file = FileChannel.open(
                        parent.resolve(number + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (isOurs(file)) {
                    Path directory = parent.resolve(Integer.toString(number));
                    EmbeddedServers.stopLeftovers(directory);
                    ProgramCache.delete(directory);
                    return directory;
                }
                file.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(FileChannel file) throws IOException {
        try {
            claim = file.tryLock();
            return claim != null;
        } catch (OverlappingFileLockException e) {
            return false; // an attempt of this JVM that failed
        }
    }
}
