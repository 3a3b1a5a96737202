package org.skypatch.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.skypatch.embedded.ServerProcess;

/** Each clock fires once, whichever of several instances dies while it fires. */
@ExtendWith(OnTheWholeSystem.class)
class ClockFaultsIT {

    private static final Instant ASKED = Instant.parse("2026-06-01T08:00:00Z");
    private static final Instant ALL_IS_UP = Instant.parse("2026-07-15T00:00:00Z");
    private static final int CONSULTATIONS = 400;
    private static final int KILL_AFTER = CONSULTATIONS / 2;
    private static final Duration LONG = Duration.ofMinutes(4);

    /** What one unanswered consultation is told as: asked, reminded of, overdue and escalated, given up. */
    private static final Map<String, Long> TOLD = Map.of("opened", 1L, "due", 1L, "overdue", 2L, "closed", 1L);

    private final WholeSystem system;
    private final Skypatch skypatch;

    ClockFaultsIT(WholeSystem system, Skypatch skypatch) {
        this.system = system;
        this.skypatch = skypatch;
    }

    @Test
    void every_clock_fires_once_when_one_of_two_registries_is_killed_in_the_middle() throws Exception {
        skypatch.setClock(ASKED);
        List<String> asked = IntStream.range(0, CONSULTATIONS)
                .parallel()
                .mapToObj(i -> ask())
                .toList();
        assertThat(fired(asked)).isZero();
        try (ServerProcess another = system.startAnother(WholeSystem.Service.REGISTRY)) {
            skypatch.setClock(ALL_IS_UP);
            Patience.of(LONG).until(() -> fired(asked), count -> count >= KILL_AFTER);
            system.kill(WholeSystem.Service.REGISTRY);
            long atTheKill = fired(asked);

            long unanswered = Patience.of(LONG).until(() -> unanswered(asked), count -> count >= CONSULTATIONS);

            assertThat(atTheKill).as("killed in the middle").isLessThan(4L * CONSULTATIONS);
            assertThat(another.isRunning()).isTrue();
            assertThat(unanswered).isEqualTo(CONSULTATIONS);
            assertThat(versions(asked))
                    .as("asked and given up, and nothing written twice")
                    .isEqualTo(2L * CONSULTATIONS);
        }
        Map<String, Map<String, Long>> told = Patience.of(LONG)
                .until(() -> told(asked), now -> now.values().stream().allMatch(TOLD::equals));
        assertThat(told)
                .hasSize(CONSULTATIONS)
                .allSatisfy((subject, states) -> assertThat(states).as(subject).isEqualTo(TOLD));
    }

    private String ask() {
        return Json.text(
                skypatch.post(Account.ozoneUnit("MY"), "/registry/v1/consultations", """
                                {"exporterCountry": "MY", "importerCountry": "VN", "exporter": {"name": "Clock Fault Gases"},
                                 "importer": {"name": "Clock Fault Cooling %s"}, "commodity": "hcfc-22", "massKg": "1",
                                 "plannedOn": "2026-12-01"}""".formatted(UUID.randomUUID()))
                        .orFail()
                        .json(),
                "id");
    }

    /** How many clocks of the records have fired, as their versions and what is left of their clocks say. */
    private long fired(List<String> consultations) {
        return count(
                "select 4 * count(*) - (select count(*) from running_clock where kind = 'consultation'"
                        + " and record = any(?) and fired_at is null)"
                        + " from record where kind = 'consultation' and name = any(?)",
                consultations);
    }

    private long unanswered(List<String> consultations) {
        return count(
                "select count(*) from record where kind = 'consultation' and name = any(?) and name = any(?)"
                        + " and fact ->> 'state' = 'unanswered'",
                consultations);
    }

    private long versions(List<String> consultations) {
        return count(
                "select count(*) from record_version where kind = 'consultation' and name = any(?) and name = any(?)",
                consultations);
    }

    private long count(String sql, List<String> consultations) {
        try (Connection connection = system.database(WholeSystem.Service.REGISTRY);
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", consultations.toArray()));
            query.setArray(2, connection.createArrayOf("text", consultations.toArray()));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new Failure(sql, e);
        }
    }

    /** How often each state of each record's task was told: a message that came twice by its id counts once. */
    private Map<String, Map<String, Long>> told(List<String> consultations) {
        Set<String> subjects =
                consultations.stream().map(id -> "consultation:" + id).collect(Collectors.toSet());
        Map<String, Map<String, Long>> told = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode task : tasks(subjects)) {
            if (ids.add(Json.text(task, "id"))) {
                told.computeIfAbsent(Json.text(task, "subject"), subject -> new TreeMap<>())
                        .merge(Json.text(task, "state"), 1L, Long::sum);
            }
        }
        return told;
    }

    private List<JsonNode> tasks(Set<String> subjects) {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", system.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("registry-tasks").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
            List<JsonNode> found = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(300)).forEach(record -> {
                    if (subjects.contains(record.key())) {
                        found.add(Json.read(new String(record.value(), StandardCharsets.UTF_8), "registry-tasks"));
                    }
                });
            }
            return found;
        }
    }
}
