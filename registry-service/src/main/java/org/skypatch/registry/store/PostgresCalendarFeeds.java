package org.skypatch.registry.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.registry.feed.CalendarFeed;
import org.skypatch.registry.feed.CalendarFeeds;
import org.skypatch.registry.feed.FeedSecret;

/** Secret addresses in the table {@code calendar_feed}; a row for each owner, the administration's own without a person. */
@ApplicationScoped
class PostgresCalendarFeeds implements CalendarFeeds {

    private static final int MOST_DAYS = 3_650;
    private static final String NOBODY = "";

    private static final String MAKE = """
            insert into calendar_feed(administration, person, country, region, roles, competences, names, digest,
                created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (administration, person) do update set id = uuidv7(), country = excluded.country,
                region = excluded.region, roles = excluded.roles, competences = excluded.competences,
                names = excluded.names, digest = excluded.digest, created_at = excluded.created_at,
                expires_at = excluded.expires_at, read_at = null
            returning *
            """;
    private static final String OF = "select * from calendar_feed where administration = ? and person = ?";
    private static final String REVOKE = "delete from calendar_feed where administration = ? and person = ?";
    private static final String READ = "select * from calendar_feed where id = ? and expires_at > ?";
    private static final String NOTE =
            "update calendar_feed set read_at = ? where id = ? and (read_at is null or read_at < ?)";

    private final DataSource database;
    private final BusinessClock clock;
    private final Duration validity;
    private final SecureRandom random = new SecureRandom();

    PostgresCalendarFeeds(DataSource database, BusinessClock clock, FeedPolicy policy) {
        this.database = database;
        this.clock = clock;
        this.validity = Duration.ofDays(policy.days());
        if (policy.days() < 1 || policy.days() > MOST_DAYS) {
            throw new IllegalArgumentException("skypatch.calendar-feeds.days must be 1 to " + MOST_DAYS);
        }
    }

    @Override
    @Transactional
    public Made make(Caller reader, @Nullable String person, boolean names) {
        byte[] bytes = new byte[FeedSecret.BYTES];
        random.nextBytes(bytes);
        String secret = FeedSecret.written(bytes);
        Instant now = now();
        return Jdbc.done(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement insert = connection.prepareStatement(MAKE)) {
                insert.setString(1, reader.administration().value());
                insert.setString(2, person == null ? NOBODY : person);
                insert.setString(3, Columns.text(reader.country()));
                insert.setString(4, reader.region());
                insert.setArray(5, texts(connection, reader.roles(), Role::label));
                insert.setArray(6, texts(connection, reader.competences(), Competence::label));
                insert.setBoolean(7, names);
                insert.setString(8, FeedSecret.digest(secret));
                insert.setObject(9, now.atOffset(ZoneOffset.UTC));
                insert.setObject(10, now.plus(validity).atOffset(ZoneOffset.UTC));
                return new Made(first(insert).orElseThrow(), secret);
            }
        });
    }

    @Override
    @Transactional
    public Optional<CalendarFeed> of(AdministrationId administration, @Nullable String person) {
        return Jdbc.done(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(OF)) {
                select.setString(1, administration.value());
                select.setString(2, person == null ? NOBODY : person);
                return first(select);
            }
        });
    }

    @Override
    @Transactional
    public boolean revoke(AdministrationId administration, @Nullable String person) {
        return Jdbc.done(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement delete = connection.prepareStatement(REVOKE)) {
                delete.setString(1, administration.value());
                delete.setString(2, person == null ? NOBODY : person);
                return delete.executeUpdate() == 1;
            }
        });
    }

    /** What is not there is compared too, so that it takes as long as a wrong secret. */
    @Override
    @Transactional
    public Optional<CalendarFeed> read(UUID id, String secret) {
        Instant now = now();
        return Jdbc.done(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(READ)) {
                select.setObject(1, id);
                select.setObject(2, now.atOffset(ZoneOffset.UTC));
                Optional<CalendarFeed> feed = first(select);
                boolean fits = FeedSecret.fits(
                        secret, feed.map(CalendarFeed::digest).orElseGet(() -> FeedSecret.digest(id.toString())));
                if (feed.isEmpty() || !fits) {
                    return Optional.empty();
                }
                note(connection, id, now);
                return feed;
            }
        });
    }

    /** Programs read often: an hour is as exactly as it is kept. */
    private static void note(Connection connection, UUID id, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(NOTE)) {
            OffsetDateTime hour = now.truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
            update.setObject(1, hour);
            update.setObject(2, id);
            update.setObject(3, hour);
            update.executeUpdate();
        }
    }

    private static Optional<CalendarFeed> first(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(feed(rows)) : Optional.empty();
        }
    }

    private static CalendarFeed feed(ResultSet row) throws SQLException {
        String country = row.getString("country");
        String person = row.getString("person");
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        return new CalendarFeed(
                row.getObject("id", UUID.class),
                new Caller(
                        AdministrationId.of(row.getString("administration")),
                        country == null ? null : CountryCode.of(country),
                        row.getString("region"),
                        labels(row, "roles", Role::parse),
                        labels(row, "competences", Competence::parse)),
                person.equals(NOBODY) ? null : person,
                row.getBoolean("names"),
                row.getString("digest"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                readAt == null ? null : readAt.toInstant());
    }

    private static <T> Set<T> labels(ResultSet row, String column, Function<String, Optional<T>> parse)
            throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .flatMap(label -> parse.apply(label).stream())
                .collect(Collectors.toSet());
    }

    private static <T> java.sql.Array texts(Connection connection, Collection<T> values, Function<T, String> label)
            throws SQLException {
        return connection.createArrayOf("text", values.stream().map(label).toArray());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
