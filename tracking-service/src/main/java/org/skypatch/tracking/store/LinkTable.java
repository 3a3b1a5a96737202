package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.LinkStatement;
import org.skypatch.tracking.process.LinkRecords;

/** What was said by hand of pairs of events, in the table of statements. */
final class LinkTable implements LinkRecords {

    private static final String COLUMNS =
            "select one, one_side, other, other_side, ordinal, together, voice, said_by, said_at, reason";

    private final Connection connection;

    LinkTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<LinkStatement> about(Collection<UUID> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        try (Statement select = new Statement(
                        connection,
                        COLUMNS + " from link_statement where one = any(?::uuid[]) union " + COLUMNS
                                + " from link_statement where other = any(?::uuid[])")
                .withAll("uuid", events)
                .withAll("uuid", events)) {
            return select.list(row -> new LinkStatement(
                    row.getObject(1, UUID.class),
                    CountryCode.of(row.getString(2)),
                    row.getObject(3, UUID.class),
                    CountryCode.of(row.getString(4)),
                    row.getInt(5),
                    row.getBoolean(6),
                    row.getString(7).equals(OPERATOR) ? null : CountryCode.of(row.getString(7)),
                    AdministrationId.of(row.getString(8)),
                    row.getObject(9, OffsetDateTime.class).toInstant(),
                    row.getString(10)));
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    private static final String OPERATOR = "operator";

    @Override
    public void say(LinkStatement statement) {
        try (Statement insert = new Statement(
                        connection,
                        "insert into link_statement(one, one_side, other, other_side, ordinal, together, voice, said_by,"
                                + " said_at, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .with(statement.one())
                .with(statement.oneSide().value())
                .with(statement.other())
                .with(statement.otherSide().value())
                .with(statement.ordinal())
                .with(statement.together())
                .with(statement.country().map(CountryCode::value).orElse(OPERATOR))
                .with(statement.by().value())
                .with(timestamp(statement.at()))
                .with(statement.reason())) {
            insert.update();
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }
}
