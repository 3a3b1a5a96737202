package org.skypatch.embedded.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.skypatch.embedded.EmbeddedPostgres;
import org.skypatch.embedded.FreePorts;
import org.skypatch.embedded.KafkaProcess;
import org.skypatch.embedded.PidFile;
import org.skypatch.embedded.PostgresDatabases;
import org.skypatch.embedded.PostgresSettings;
import org.skypatch.embedded.StopSignal;

/** The embedded servers, in a directory below the module's {@code target}. */
final class EmbeddedServers implements TestServers {

    private final Path directory;
    private final List<Integer> ports = FreePorts.pick(3);
    private EmbeddedPostgres postgres;
    private KafkaProcess kafka;

    /** Starts both. */
    EmbeddedServers(Path directory) {
        this.directory = directory;
        CompletableFuture<KafkaProcess> broker =
                CompletableFuture.supplyAsync(this::newBroker, Thread::startVirtualThread);
        postgres = newDatabase();
        kafka = broker.join();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop test servers"));
    }

    /** Ends what a killed test run left running there. */
    static void stopLeftovers(Path directory) {
        new PidFile(directory.resolve("postgres/postgres.pid")).stopLeftover(StopSignal.INTERRUPT);
        new PidFile(directory.resolve("kafka/kafka.pid")).stopLeftover(StopSignal.TERMINATE);
    }

    private EmbeddedPostgres newDatabase() {
        return EmbeddedPostgres.start(
                directory.resolve("postgres"),
                ports.get(0),
                PostgresSettings.forTests(),
                directory.resolve("postgres.log"));
    }

    private KafkaProcess newBroker() {
        return KafkaProcess.start(
                directory.resolve("kafka"), ports.get(1), ports.get(2), directory.resolve("kafka.log"));
    }

    private void close() {
        kafka.process().kill(); // nobody reads this broker's files again, so the good order is not worth the wait
        postgres.close();
    }

    @Override
    public String postgresAddress() {
        return "127.0.0.1:" + ports.get(0);
    }

    @Override
    public PostgresDatabases databases() {
        return postgres.databases();
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void stopBroker() {
        kafka.close();
    }

    @Override
    public void killBroker() {
        kafka.process().kill();
    }

    @Override
    public void startBroker() {
        if (!kafka.process().isRunning()) {
            kafka = newBroker();
        }
    }

    @Override
    public void stopDatabase() {
        postgres.close();
    }

    @Override
    public void killDatabase() {
        postgres.process().kill();
    }

    @Override
    public void startDatabase() {
        if (!postgres.process().isRunning()) {
            postgres = newDatabase();
        }
    }
}
