package org.skypatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skypatch.contracts.topic.Topic;

class KafkaProcessIT {

    private final List<Integer> ports = FreePorts.pick(2);

    @TempDir
    Path directory;

    @Test
    void keeps_what_was_written_over_a_restart() throws Exception {
        try (KafkaProcess kafka = start()) {
            createTopics(kafka);
            send(kafka, "departed");
        }

        try (KafkaProcess kafka = start()) {
            assertThat(read(kafka)).isEqualTo("departed");
        }
    }

    @Test
    void keeps_what_was_written_when_it_is_killed() throws Exception {
        KafkaProcess killed = start();
        createTopics(killed);
        send(killed, "departed");
        killed.process().kill();

        try (KafkaProcess kafka = start()) {
            assertThat(read(kafka)).isEqualTo("departed");
        }
    }

    @Test
    void takes_the_place_of_a_broker_that_a_killed_run_left_behind() {
        KafkaProcess leftBehind = start();

        try (KafkaProcess kafka = start()) {
            assertThat(leftBehind.process().isRunning()).isFalse();
            assertThat(kafka.process().isRunning()).isTrue();
        }
    }

    @Test
    void has_every_topic_of_the_contracts_as_they_say() throws Exception {
        try (KafkaProcess kafka = start();
                KafkaTopics topics = kafka.topics();
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            topics.createMissing();
            topics.createMissing(); // a second time changes nothing

            for (Topic topic : Topic.values()) {
                var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
                var settings =
                        admin.describeConfigs(List.of(resource)).all().get().get(resource);
                topic.settings()
                        .forEach((name, value) ->
                                assertThat(settings.get(name).value()).isEqualTo(value));
                assertThat(admin.describeTopics(List.of(topic.topicName()))
                                .allTopicNames()
                                .get()
                                .get(topic.topicName())
                                .partitions())
                        .hasSize(topic.partitions());
            }
            assertThat(topics.names())
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(Topic.values()).map(Topic::topicName).toList());
        }
    }

    private KafkaProcess start() {
        return KafkaProcess.start(
                directory.resolve("kafka"), ports.get(0), ports.get(1), directory.resolve("kafka.log"));
    }

    private static void createTopics(KafkaProcess kafka) {
        try (KafkaTopics topics = kafka.topics()) {
            topics.createMissing();
        }
    }

    private static void send(KafkaProcess kafka, String text) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topic.RELEASES.topicName(), text))
                    .get();
        }
    }

    private static String read(KafkaProcess kafka) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topic.RELEASES.topicName(), 0)));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }
}
