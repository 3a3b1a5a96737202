package org.skypatch.edge.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts messages into the outbox table within the caller's transaction; {@link OutboxRelay} publishes them. */
public final class Outbox {

    private static final String INSERT = """
            insert into outbox(topic, message_id, type, record_key, payload, reason)
            select * from unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::bytea[], ?::text[])
            """;

    private Outbox() {}

    /** Appends the messages, in this order, to the outbox of the database that the connection belongs to. */
    public static void append(Connection connection, List<OutgoingMessage> messages) throws SQLException {
        if (messages.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setArray(
                    1, array(connection, "text", messages, m -> m.topic().topicName()));
            statement.setArray(2, array(connection, "uuid", messages, OutgoingMessage::id));
            statement.setArray(3, array(connection, "text", messages, OutgoingMessage::type));
            statement.setArray(4, array(connection, "text", messages, OutgoingMessage::key));
            // the driver takes payloads as byte[][] only, not as Object[]
            statement.setArray(
                    5,
                    connection.createArrayOf(
                            "bytea",
                            messages.stream().map(OutgoingMessage::payload).toArray(byte[][]::new)));
            statement.setArray(6, array(connection, "text", messages, OutgoingMessage::reason));
            statement.executeUpdate();
        }
    }

    private static java.sql.Array array(
            Connection connection,
            String type,
            List<OutgoingMessage> messages,
            java.util.function.Function<OutgoingMessage, @Nullable Object> column)
            throws SQLException {
        return connection.createArrayOf(type, messages.stream().map(column).toArray());
    }
}
