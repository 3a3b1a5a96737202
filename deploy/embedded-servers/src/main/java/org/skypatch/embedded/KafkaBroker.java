package org.skypatch.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A Kafka broker with its own controller (KRaft) inside this JVM; what it holds survives a restart on the same directory.
 * {@link KafkaProcess} runs it in a JVM of its own.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final String NODE = "1";

    private final KafkaRaftServer server;

    private KafkaBroker(KafkaRaftServer server) {
        this.server = server;
    }

    /** Starts it; it may take a moment after this until it answers. */
    public static KafkaBroker start(Path directory, int port, int controllerPort) {
        try {
            Files.createDirectories(directory);
            String log = directory.toAbsolutePath().toString();
            if (!Files.exists(directory.resolve("meta.properties"))) {
                format(log);
            }
            KafkaRaftServer server =
                    new KafkaRaftServer(new KafkaConfig(properties(log, port, controllerPort), false), Time.SYSTEM);
            server.startup();
            return new KafkaBroker(server);
        } catch (IOException e) {
            throw new ServerFailure("cannot prepare " + directory + ": " + e.getMessage(), e);
        }
    }

    private static void format(String log) {
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(Integer.parseInt(NODE))
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(log)
                    .setDirectories(List.of(log))
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (Exception e) {
            throw new ServerFailure("cannot format Kafka's directory " + log + ": " + e.getMessage(), e);
        }
    }

    private static Properties properties(String log, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        settings.put("log.dirs", log);
        settings.put("auto.create.topics.enable", "false");
        alone(settings);
        small(settings);
        quickToReturn(settings);
        return settings;
    }

    private static void alone(Properties settings) {
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
    }

    private static void small(Properties settings) {
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.threads", "1");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(4 << 20));
        settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
    }

    /** A short session lets a killed broker register again after 2 s instead of 9 s. */
    private static void quickToReturn(Properties settings) {
        settings.put("broker.session.timeout.ms", "2000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("initial.broker.registration.timeout.ms", "60000");
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
