package org.skypatch.embedded.testing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.skypatch.embedded.FreePorts;
import org.skypatch.embedded.KafkaTopics;
import org.skypatch.embedded.PostgresDatabases;
import org.skypatch.embedded.Wait;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Containers on ports that stay the same when they are stopped and started. */
final class ContainerServers implements TestServers {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final List<Integer> ports = FreePorts.pick(2);
    private final PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18");
    private final KafkaContainer kafka = new KafkaContainer("apache/kafka:4.2.1");

    /** Starts both; Testcontainers ends them with this JVM. */
    ContainerServers() {
        postgres.setPortBindings(List.of(ports.get(0) + ":5432"));
        postgres.setCommand(
                "postgres",
                "-c",
                "fsync=off",
                "-c",
                "max_connections=200",
                "-c",
                "jit=off",
                "-c",
                "max_locks_per_transaction=512");
        kafka.setPortBindings(List.of(ports.get(1) + ":9092"));
        kafka.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_BROKER_SESSION_TIMEOUT_MS", "2000")
                .withEnv("KAFKA_BROKER_HEARTBEAT_INTERVAL_MS", "500");
        CompletableFuture<Void> broker = CompletableFuture.runAsync(kafka::start, Thread::startVirtualThread);
        postgres.start();
        broker.join();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop test servers"));
    }

    private void close() {
        kafka.stop();
        postgres.stop();
    }

    @Override
    public String postgresAddress() {
        return postgres.getHost() + ":" + ports.get(0);
    }

    @Override
    public PostgresDatabases databases() {
        return new PostgresDatabases(
                "jdbc:postgresql://" + postgresAddress() + "/postgres", postgres.getUsername(), postgres.getPassword());
    }

    @Override
    public String bootstrapServers() {
        return kafka.getHost() + ":" + ports.get(1);
    }

    @Override
    public void stopBroker() {
        stop(kafka);
    }

    @Override
    public void killBroker() {
        kill(kafka);
    }

    @Override
    public void startBroker() {
        start(kafka);
        Wait.until(this::brokerAnswers, PATIENCE, () -> "the broker's container did not come back");
    }

    private boolean brokerAnswers() {
        try (KafkaTopics topics = new KafkaTopics(bootstrapServers())) {
            return !topics.names().isEmpty();
        }
    }

    @Override
    public void stopDatabase() {
        stop(postgres);
    }

    @Override
    public void killDatabase() {
        kill(postgres);
    }

    @Override
    public void startDatabase() {
        start(postgres);
        Wait.until(() -> databases().answers(), PATIENCE, () -> "the database's container did not come back");
    }

    private static void stop(GenericContainer<?> container) {
        if (container.isRunning()) {
            container
                    .getDockerClient()
                    .stopContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    private static void kill(GenericContainer<?> container) {
        if (container.isRunning()) {
            container
                    .getDockerClient()
                    .killContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    private static void start(GenericContainer<?> container) {
        if (!container.isRunning()) {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
        }
    }
}
