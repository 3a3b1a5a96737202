package org.skypatch.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A {@link KafkaBroker} in a JVM of its own, on this machine's loopback only. */
public final class KafkaProcess implements AutoCloseable {

    private static final Duration PATIENCE_TO_START = Duration.ofSeconds(90);
    private static final List<String> OPTIONS = List.of(
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:TrimNativeHeapInterval=10000",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    private final int port;
    private final ServerProcess process;

    private KafkaProcess(int port, ServerProcess process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts the broker and waits until it answers.
     *
     * @param home holds {@code data} and the pid file
     */
    public static KafkaProcess start(Path home, int port, int controllerPort, Path log) {
        List<String> command =
                new ArrayList<>(JavaProgram.ofThisClassPath(KafkaMain.class, OPTIONS, home.resolve("classpath.txt")));
        command.add(home.resolve("data").toString());
        command.add(Integer.toString(port));
        command.add(Integer.toString(controllerPort));
        ServerProcess process =
                ServerProcess.start("Kafka", command, Map.of(), log, home.resolve("kafka.pid"), StopSignal.TERMINATE);
        KafkaProcess kafka = new KafkaProcess(port, process);
        try {
            process.awaitReady(PATIENCE_TO_START, () -> FreePorts.isTaken(port));
            try (KafkaTopics topics = kafka.topics()) {
                process.awaitReady(PATIENCE_TO_START, topics::canBeListed);
            }
        } catch (ServerFailure e) {
            process.close();
            throw e;
        }
        return kafka;
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** A connection to administer the topics with; the caller closes it. */
    public KafkaTopics topics() {
        return new KafkaTopics(bootstrapServers());
    }

    public ServerProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
