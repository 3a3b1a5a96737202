package org.skypatch.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.skypatch.contracts.topic.Topic;

/** The system's own broker, used without the system. */
final class Broker implements AutoCloseable {

    private static final int PARTITIONS = 6;
    private static final Duration POLL = Duration.ofMillis(200);

    private final String servers;
    private final Admin admin;

    Broker(String servers) {
        this.servers = servers;
        this.admin = Admin.create(Map.of("bootstrap.servers", servers));
    }

    /** A record as it lies on a topic. */
    record Raw(byte[] key, byte[] value) {}

    private static <T> T done(org.apache.kafka.common.KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static List<TopicPartition> partitions(String topic) {
        int many = java.util.Arrays.stream(Topic.values())
                .filter(one -> one.topicName().equals(topic))
                .mapToInt(Topic::partitions)
                .findFirst()
                .orElse(PARTITIONS);
        return IntStream.range(0, many)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", servers,
                        "enable.auto.commit", "false",
                        "max.poll.records", "5000",
                        "fetch.max.bytes", "104857600"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    Map<TopicPartition, Long> ends(String topic) {
        Map<TopicPartition, OffsetSpec> latest = partitions(topic).stream()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return done(admin.listOffsets(latest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** How many records the group has not finished yet. */
    long lag(String group, String topic) {
        Map<TopicPartition, Long> finished =
                done(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).entrySet().stream()
                        .filter(entry -> entry.getValue() != null)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().offset()));
        return ends(topic).entrySet().stream()
                .mapToLong(end -> end.getValue() - finished.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    /** Reads what came after these offsets. */
    List<Raw> read(String topic, Map<TopicPartition, Long> from) {
        List<Raw> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(partitions(topic));
            from.forEach(consumer::seek);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(topic));
            long wanted = ends.entrySet().stream()
                    .mapToLong(end -> end.getValue() - from.getOrDefault(end.getKey(), 0L))
                    .sum();
            while (records.size() < wanted) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    records.add(new Raw(record.key(), record.value()));
                }
            }
        }
        return records;
    }

    /** Makes a topic of its own for the records, writes them as the service does, and reads them back. */
    Duration[] writeAndRead(Collection<Raw> records, String topic) {
        done(admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                .all());
        long begin = System.nanoTime();
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", servers,
                        "acks", "all",
                        "enable.idempotence", "true",
                        "compression.type", "lz4",
                        "linger.ms", "2",
                        "batch.size", "131072"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            records.forEach(record -> producer.send(new ProducerRecord<>(topic, record.key(), record.value())));
            producer.flush();
        }
        long written = System.nanoTime();
        int read = read(
                        topic,
                        partitions(topic).stream().collect(Collectors.toMap(partition -> partition, partition -> 0L)))
                .size();
        long end = System.nanoTime();
        done(admin.deleteTopics(List.of(topic)).all());
        if (read != records.size()) {
            throw new IllegalStateException(read + " of " + records.size() + " records were read back");
        }
        return new Duration[] {Duration.ofNanos(written - begin), Duration.ofNanos(end - written)};
    }

    /** Writes to one topic, and has everything written when it is closed. */
    static final class Writer implements AutoCloseable {

        private final KafkaProducer<byte[], byte[]> producer;
        private final String topic;

        Writer(String servers, String topic) {
            this.topic = topic;
            this.producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", servers, "acks", "all"),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }

        void write(String key, byte[] value) {
            producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value));
        }

        @Override
        public void close() {
            producer.flush();
            producer.close();
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
