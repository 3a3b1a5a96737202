package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.enquiry.Enquiry;
import org.skypatch.tracking.enquiry.EnquiryState;
import org.skypatch.tracking.process.EnquiryRecords;

/** Enquiries and their answers; rows are only ever added. */
final class EnquiryTables implements EnquiryRecords {

    private final Connection connection;

    EnquiryTables(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<Enquiry> about(Collection<UUID> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        try {
            Map<UUID, List<Enquiry.Answer>> answers = new HashMap<>();
            try (Statement select = new Statement(
                            connection,
                            "select a.enquiry_id, a.answer, a.answered_by, a.answered_at, a.words from enquiry_answer a"
                                    + " join enquiry e on e.id = a.enquiry_id where e.event_id = any(?::uuid[])"
                                    + " order by a.enquiry_id, a.ordinal")
                    .withAll("uuid", events)) {
                select.list(row -> answers.computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
                        .add(new Enquiry.Answer(
                                EnquiryState.of(row.getString(2)),
                                AdministrationId.of(row.getString(3)),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getString(5))));
            }
            try (Statement select = new Statement(
                            connection,
                            "select id, event_id, asked_by, asked_from, asked_to, asked_at, due_at, words from enquiry"
                                    + " where event_id = any(?::uuid[]) order by asked_at, id")
                    .withAll("uuid", events)) {
                return select.list(row -> new Enquiry(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3) == null ? null : AdministrationId.of(row.getString(3)),
                        row.getString(4),
                        CountryCode.of(row.getString(5)),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getString(8),
                        answers.getOrDefault(row.getObject(1, UUID.class), List.of())));
            }
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    @Override
    public void ask(Enquiry enquiry) {
        try (Statement insert = new Statement(
                        connection,
                        "insert into enquiry(id, event_id, asked_by, asked_from, asked_to, asked_at, due_at, words)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .with(enquiry.id())
                .with(enquiry.event())
                .with(enquiry.askedBy() == null ? null : enquiry.askedBy().value())
                .with(enquiry.from())
                .with(enquiry.to().value())
                .with(timestamp(enquiry.askedAt()))
                .with(timestamp(enquiry.dueAt()))
                .with(enquiry.words())) {
            insert.update();
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    @Override
    public void answer(UUID enquiry, int ordinal, Enquiry.Answer answer) {
        try (Statement insert = new Statement(
                        connection,
                        "insert into enquiry_answer(enquiry_id, ordinal, answer, answered_by, answered_at, words)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .with(enquiry)
                .with(ordinal)
                .with(answer.state().label())
                .with(answer.by().value())
                .with(timestamp(answer.at()))
                .with(answer.words())) {
            insert.update();
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    @Override
    public boolean lockSeenBy(String audience, UUID movement) {
        try (Statement select = new Statement(
                        connection,
                        "select m.id from movement m where m.id = ? and exists (select from movement_audience a"
                                + " where a.movement_id = m.id and a.audience = ?) for update")
                .with(movement)
                .with(audience)) {
            return !select.list(row -> row.getObject(1, UUID.class)).isEmpty();
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }
}
