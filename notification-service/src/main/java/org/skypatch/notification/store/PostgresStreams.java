package org.skypatch.notification.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.skypatch.notification.alert.AudienceKey;
import org.skypatch.notification.alert.NewsType;
import org.skypatch.notification.alert.Streams;
import org.skypatch.notification.alert.TryAgainLater;

/** Reads the streams from PostgreSQL: whatever instance wrote them. */
public final class PostgresStreams implements Streams {

    private static final String AFTER = """
            select entry.number, news.type, news.body from stream_entry entry join news on news.id = entry.news
            where entry.audience = ? and entry.number > ? order by entry.number limit ?
            """;

    private final DataSource database;
    private final ObjectMapper json;

    public PostgresStreams(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Map<AudienceKey, Long> lastNumbers() {
        Map<AudienceKey, Long> numbers = new HashMap<>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("select audience, last_number from stream_counter");
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                numbers.put(new AudienceKey(rows.getString(1)), rows.getLong(2));
            }
            return numbers;
        } catch (SQLException e) {
            throw new TryAgainLater(e);
        }
    }

    @Override
    public List<Entry> after(AudienceKey audience, long number, int limit) {
        List<Entry> entries = new ArrayList<>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(AFTER)) {
            statement.setString(1, audience.value());
            statement.setLong(2, number);
            statement.setInt(3, limit);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(new Entry(
                            rows.getLong(1),
                            NewsType.parse(rows.getString(2)).orElseThrow(),
                            NoticeRow.read(json, rows.getString(3))));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new TryAgainLater(e);
        }
    }
}
