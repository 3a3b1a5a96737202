package org.skypatch.edge.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the outbox in the order of its rows and deletes what the broker has acknowledged. Of several instances one
 * publishes at a time, held apart by an advisory lock. A crash between acknowledgement and deletion repeats messages
 * under the same ids, so consumers apply each once.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long ONE_RELAY = 0x534b_5950_0001L;
    private static final int ROUND = 1_000;
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(30);

    private final DataSource database;
    private final MutinyEmitter<byte[]> broker;
    private final String source;
    private final Semaphore news = new Semaphore(0);
    private final Thread relay = Thread.ofVirtual().name("outbox-relay").unstarted(this::run);
    private volatile boolean stopping;

    OutboxRelay(
            DataSource database,
            @Channel("outbox") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 10_000)
                    MutinyEmitter<byte[]> broker,
            @ConfigProperty(name = "quarkus.application.name") String source) {
        this.database = database;
        this.broker = broker;
        this.source = "/" + source;
    }

    void start(@Observes StartupEvent started) {
        relay.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        wake();
        relay.join(Duration.ofSeconds(5));
    }

    /** Says that a transaction has put something into the outbox; without it the relay looks by itself soon. */
    public void wake() {
        news.release();
    }

    private void run() {
        while (!stopping) {
            try {
                if (publishRound() == 0 && !stopping) {
                    news.tryAcquire(200, TimeUnit.MILLISECONDS);
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOG.warnf("the outbox could not be published, trying again: %s", e.getMessage());
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            stopping = true;
        }
    }

    private record Row(
            long position,
            String topic,
            UUID id,
            String type,
            String key,
            byte[] payload,
            @Nullable String reason) {}

    private int publishRound() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                List<Row> rows = lock(connection) ? oldest(connection) : List.of();
                if (!rows.isEmpty()) {
                    publish(rows);
                    delete(connection, rows);
                }
                connection.commit();
                return rows.size();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, ONE_RELAY);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private static List<Row> oldest(Connection connection) throws SQLException {
        List<Row> found = new ArrayList<>();
        try (var statement = connection.prepareStatement(
                        "select position, topic, message_id, type, record_key, payload, reason from outbox order by position limit "
                                + ROUND);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Row(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getObject(3, UUID.class),
                        rows.getString(4),
                        rows.getString(5),
                        rows.getBytes(6),
                        rows.getString(7)));
            }
        }
        return found;
    }

    private void publish(List<Row> rows) {
        List<Uni<Void>> sent = rows.stream()
                .map(row -> broker.sendMessage(Message.of(row.payload()).addMetadata(metadata(row))))
                .toList();
        Uni.join().all(sent).andFailFast().await().atMost(ACKNOWLEDGED_WITHIN);
    }

    private OutgoingKafkaRecordMetadata<String> metadata(Row row) {
        RecordHeaders headers = new RecordHeaders();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", row.id().toString());
        header(headers, "ce_type", row.type());
        header(headers, "ce_source", source);
        header(headers, "content-type", "application/json");
        if (row.reason() != null) {
            header(headers, "reason", row.reason());
        }
        return OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(row.topic())
                .withKey(row.key())
                .withHeaders(headers)
                .build();
    }

    private static void header(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void delete(Connection connection, List<Row> rows) throws SQLException {
        try (var statement = connection.prepareStatement("delete from outbox where position = any(?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::position).toArray()));
            statement.executeUpdate();
        }
    }
}
