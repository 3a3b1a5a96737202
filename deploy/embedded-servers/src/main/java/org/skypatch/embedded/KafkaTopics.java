package org.skypatch.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.skypatch.contracts.topic.Topic;

/** A broker's topics. Brokers here create none by themselves, so that a misspelt name fails. */
public final class KafkaTopics implements AutoCloseable {

    private static final short ONE_REPLICA = 1;

    private final Admin admin;

    public KafkaTopics(String bootstrapServers) {
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "200",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "2000",
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, "4000"));
    }

    /** Whether the broker answers at all, and has registered with its controller. */
    boolean canBeListed() throws InterruptedException {
        try {
            admin.listTopics().names().get();
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        }
    }

    public Set<String> names() {
        return await(admin.listTopics().names()::get);
    }

    /** Makes sure that every topic of the contracts exists. */
    public void createMissing() {
        Set<String> present = names();
        List<NewTopic> missing = Stream.of(Topic.values())
                .filter(topic -> !present.contains(topic.topicName()))
                .map(topic ->
                        new NewTopic(topic.topicName(), topic.partitions(), ONE_REPLICA).configs(topic.settings()))
                .toList();
        for (var creation : admin.createTopics(missing).values().values()) {
            try {
                await(creation::get);
            } catch (ServerFailure e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e; // else somebody else was quicker
                }
            }
        }
    }

    @FunctionalInterface
    private interface Answer<T> {
        T get() throws InterruptedException, ExecutionException;
    }

    private static <T> T await(Answer<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new ServerFailure("Kafka refused: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("interrupted while waiting for Kafka", e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }
}
