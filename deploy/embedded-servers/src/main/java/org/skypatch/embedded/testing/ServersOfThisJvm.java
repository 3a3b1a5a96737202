package org.skypatch.embedded.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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

    private ServersOfThisJvm() {}

    /** What can be asked of the servers, by name; each takes one argument, which most ignore. */
    public static Map<String, UnaryOperator<String>> requests() {
        return Map.ofEntries(
                Map.entry("postgresAddress", _ -> running().postgresAddress()),
                Map.entry("bootstrapServers", _ -> running().bootstrapServers()),
                Map.entry("createDatabase", name -> {
                    running().databases().createOwned(name, EmbeddedPostgres.PASSWORD);
                    return name;
                }),
                Map.entry("stopBroker", done(TestServers::stopBroker)),
                Map.entry("killBroker", done(TestServers::killBroker)),
                Map.entry("startBroker", done(TestServers::startBroker)),
                Map.entry("stopDatabase", done(TestServers::stopDatabase)),
                Map.entry("killDatabase", done(TestServers::killDatabase)),
                Map.entry("startDatabase", done(TestServers::startDatabase)));
    }

    private static UnaryOperator<String> done(Consumer<TestServers> action) {
        return argument -> {
            action.accept(running());
            return argument;
        };
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
            case "" -> DockerClientFactory.instance().isDockerAvailable();
            default -> throw new IllegalArgumentException("SKYPATCH_TESTS is " + wish + ", not containers or embedded");
        };
    }

    /** Below {@code target}; a number keeps test JVMs apart that run at the same time. */
    private static Path freshDirectory() {
        try {
            Path parent =
                    Files.createDirectories(Path.of("target", "test-servers").toAbsolutePath());
            for (int number = 1; ; number++) {
                FileChannel file = FileChannel.open(
                        parent.resolve(number + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                claim = file.tryLock();
                if (claim != null) {
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
}
