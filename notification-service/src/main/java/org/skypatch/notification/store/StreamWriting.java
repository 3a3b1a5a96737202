package org.skypatch.notification.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.alert.Telling;

/**
 * Puts news into streams, numbers them, and writes a delivery for each subscription that they match. The counters are locked in the order of their names until the transaction ends:
 * so numbers rise in the order of commit, without gaps, and two instances cannot wait for each other in a ring.
 */
final class StreamWriting {

    private static final String NEWS = """
            insert into news(type, at, body)
            select type, at, body from unnest(?::text[], ?::timestamptz[], ?::jsonb[])
                with ordinality as told(type, at, body, place) order by place
            returning id
            """;

    private static final String NEW_COUNTERS = """
            insert into stream_counter(audience, last_number)
            select audience, 0 from unnest(?::text[]) as asked(audience) order by audience
            on conflict do nothing
            """;

    private static final String LOCK = """
            select audience, last_number from stream_counter where audience = any(?::text[]) order by audience for update
            """;

    private static final String COUNT_ON = """
            update stream_counter set last_number = counted.last_number
            from unnest(?::text[], ?::bigint[]) as counted(audience, last_number)
            where stream_counter.audience = counted.audience
            """;

    private static final String ENTRIES =
            "insert into stream_entry(audience, number, news) select * from unnest(?::text[], ?::bigint[], ?::bigint[])";

    private final Connection connection;
    private final ObjectMapper json;

    StreamWriting(Connection connection, ObjectMapper json) {
        this.connection = connection;
        this.json = json;
    }

    private record Entry(AudienceKey audience, long number, long news) {}

    void write(List<Telling> tellings) throws SQLException {
        if (tellings.isEmpty()) {
            return;
        }
        List<Long> news = saveNews(tellings);
        SortedMap<AudienceKey, Long> counters = lockCounters(tellings);
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < tellings.size(); i++) {
            for (AudienceKey audience : tellings.get(i).audiences()) {
                entries.add(new Entry(audience, counters.merge(audience, 1L, Long::sum), news.get(i)));
            }
        }
        countOn(counters);
        try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            Columns.set(statement, 1, "text", entries, entry -> entry.audience().value());
            Columns.set(statement, 2, "int8", entries, Entry::number);
            Columns.set(statement, 3, "int8", entries, Entry::news);
            statement.executeUpdate();
        }
        new DeliveryWriting(connection).write(tellings, news);
    }

    private List<Long> saveNews(List<Telling> tellings) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(NEWS)) {
            Columns.set(
                    statement, 1, "text", tellings, telling -> telling.type().label());
            Columns.set(statement, 2, "timestamptz", tellings, Telling::at);
            Columns.set(statement, 3, "text", tellings, telling -> NoticeRow.write(json, telling.notice()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        return ids.stream().sorted().toList();
    }

    private SortedMap<AudienceKey, Long> lockCounters(List<Telling> tellings) throws SQLException {
        List<String> audiences = tellings.stream()
                .flatMap(telling -> telling.audiences().stream())
                .map(AudienceKey::value)
                .distinct()
                .sorted()
                .toList();
        try (PreparedStatement statement = connection.prepareStatement(NEW_COUNTERS)) {
            Columns.set(statement, 1, "text", audiences, audience -> audience);
            statement.executeUpdate();
        }
        Map<AudienceKey, Long> counters = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            Columns.set(statement, 1, "text", audiences, audience -> audience);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counters.put(new AudienceKey(rows.getString(1)), rows.getLong(2));
                }
            }
        }
        return new TreeMap<>(counters);
    }

    private void countOn(SortedMap<AudienceKey, Long> counters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNT_ON)) {
            Columns.set(statement, 1, "text", counters.keySet(), AudienceKey::value);
            Columns.set(statement, 2, "int8", counters.values(), number -> number);
            statement.executeUpdate();
        }
    }
}
