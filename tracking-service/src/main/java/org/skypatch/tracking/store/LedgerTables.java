package org.skypatch.tracking.store;

import static org.skypatch.tracking.store.PostgresTrackingRecords.timestamp;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.contracts.topic.Topic;
import org.skypatch.edge.outbox.Outbox;
import org.skypatch.edge.outbox.OutgoingMessage;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.balance.Amount;
import org.skypatch.tracking.balance.Draw;
import org.skypatch.tracking.balance.Grant;
import org.skypatch.tracking.balance.Ledger;
import org.skypatch.tracking.process.LedgerRecords;

/** Accounts, the draws of today, and the ledger that only grows. */
final class LedgerTables implements LedgerRecords {

    private static final String AMOUNTS =
            "drawn_kg, drawn_odp, drawn_co2e, drawn_count," + " pending_kg, pending_odp, pending_co2e, pending_count";
    private static final String AMOUNT_COLUMNS =
            "?::numeric[], ?::numeric[], ?::numeric[], ?::bigint[], ?::numeric[], ?::numeric[], ?::numeric[], ?::bigint[]";
    private static final String DRAWS = "select record, movement_id, event_id, departed_at, " + AMOUNTS + " from draw";
    private static final String ACCOUNTS = "select record, granted, movements, revision, " + AMOUNTS + " from account";

    private final Connection connection;
    private final Json json;

    LedgerTables(Connection connection, Json json) {
        this.connection = connection;
        this.json = json;
    }

    /** Work on the database. */
    @FunctionalInterface
    private interface Work<T> {
        T done() throws SQLException;
    }

    private static <T> T sql(Work<T> work) {
        try {
            return work.done();
        } catch (SQLException e) {
            throw new PostgresTransactions.Failed(e);
        }
    }

    @Override
    public List<Draw> drawsOf(Collection<UUID> movements) {
        return movements.isEmpty()
                ? List.of()
                : sql(() -> draws(DRAWS + " where movement_id = any(?::uuid[])", "uuid", movements));
    }

    @Override
    public List<Draw> drawsOn(Collection<Account> accounts) {
        return accounts.isEmpty()
                ? List.of()
                : sql(() -> draws(DRAWS + " where record = any(?::text[])", "text", records(accounts)));
    }

    private static List<String> records(Collection<Account> accounts) {
        return accounts.stream().map(Account::record).toList();
    }

    private List<Draw> draws(String sql, String type, Collection<?> values) throws SQLException {
        try (Statement select = new Statement(connection, sql).withAll(type, values)) {
            return select.list(row -> new Draw(
                    new Account(row.getString(1)),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    amount(row, 5),
                    amount(row, 9)));
        }
    }

    private static Amount amount(ResultSet row, int first) throws SQLException {
        return new Amount(
                row.getBigDecimal(first),
                row.getBigDecimal(first + 1),
                row.getBigDecimal(first + 2),
                row.getLong(first + 3));
    }

    @Override
    public Map<Account, Ledger> find(Collection<Account> accounts) {
        return accounts.isEmpty()
                ? Map.of()
                : sql(() -> ledgers(ACCOUNTS + " where record = any(?::text[])", accounts));
    }

    private Map<Account, Ledger> ledgers(String sql, Collection<Account> accounts) throws SQLException {
        Map<Account, Ledger> ledgers = new TreeMap<>();
        try (Statement select = new Statement(connection, sql).withAll("text", records(accounts))) {
            select.list(row -> ledgers.put(
                    new Account(row.getString(1)),
                    new Ledger(
                            json.read(row.getBytes(2), Grant.class),
                            amount(row, 5),
                            amount(row, 9),
                            row.getLong(3),
                            row.getLong(4))));
        }
        return ledgers;
    }

    @Override
    public Map<Account, Ledger> lock(Map<Account, Grant> accounts) {
        List<Grant> grants = new TreeMap<>(accounts).values().stream().toList();
        return sql(() -> {
            try (Statement open = new Statement(
                            connection,
                            "insert into account(record, granted, " + AMOUNTS + ", movements, revision, changed_at)"
                                    + " select record, granted, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'epoch'::timestamptz"
                                    + " from unnest(?::text[], ?::bytea[]) a(record, granted) order by record"
                                    + " on conflict do nothing")
                    .column("text", grants, grant -> grant.account().record())
                    .column("bytea", grants, json::write)) {
                open.update();
            }
            return ledgers(ACCOUNTS + " where record = any(?::text[]) order by record for update", accounts.keySet());
        });
    }

    private record Entry(Draw draw, boolean isReversal) {

        private Amount drawn() {
            return isReversal ? draw.drawn().negated() : draw.drawn();
        }

        private Amount pending() {
            return isReversal ? draw.pending().negated() : draw.pending();
        }
    }

    @Override
    public void post(List<Change> changes, Collection<Ledger> ledgers, Instant at) {
        sql(() -> {
            appendEntries(changes, at);
            replaceDraws(changes);
            saveAccounts(ledgers, at);
            tell(ledgers, at);
            return null;
        });
    }

    private void appendEntries(List<Change> changes, Instant at) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        for (Change change : changes) {
            if (change.before() != null) {
                entries.add(new Entry(change.before(), true));
            }
            if (change.after() != null) {
                entries.add(new Entry(change.after(), false));
            }
        }
        if (entries.isEmpty()) {
            return;
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into ledger_entry(posted_at, record, movement_id, event_id, departed_at, reversal, "
                                + AMOUNTS + ") select ?, e.* from unnest(?::text[], ?::uuid[], ?::uuid[],"
                                + " ?::timestamptz[], ?::boolean[], " + AMOUNT_COLUMNS + ") e")
                .with(timestamp(at))
                .column("text", entries, entry -> entry.draw().account().record())
                .column("uuid", entries, entry -> entry.draw().movement())
                .column("uuid", entries, entry -> entry.draw().event())
                .column("timestamptz", entries, entry -> timestamp(entry.draw().departedAt()))
                .column("boolean", entries, Entry::isReversal)) {
            amounts(insert, entries, Entry::drawn, Entry::pending).update();
        }
    }

    private static <R> Statement amounts(
            Statement statement, Collection<R> rows, Function<R, Amount> drawn, Function<R, Amount> pending)
            throws SQLException {
        for (Function<R, Amount> side : List.of(drawn, pending)) {
            statement
                    .column("numeric", rows, row -> side.apply(row).kg())
                    .column("numeric", rows, row -> side.apply(row).odpTonnes())
                    .column("numeric", rows, row -> side.apply(row).co2eTonnes())
                    .column("bigint", rows, row -> side.apply(row).count());
        }
        return statement;
    }

    private void replaceDraws(List<Change> changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        try (Statement delete = new Statement(
                        connection,
                        "delete from draw d using unnest(?::text[], ?::uuid[]) old(record, movement_id)"
                                + " where d.record = old.record and d.movement_id = old.movement_id")
                .column("text", changes, change -> change.key().account().record())
                .column("uuid", changes, change -> change.key().movement())) {
            delete.update();
        }
        List<Draw> draws = new ArrayList<>();
        for (Change change : changes) {
            @Nullable Draw after = change.after();
            if (after != null) {
                draws.add(after);
            }
        }
        try (Statement insert = new Statement(
                        connection,
                        "insert into draw(record, movement_id, event_id, departed_at, " + AMOUNTS
                                + ") select * from unnest(?::text[], ?::uuid[], ?::uuid[], ?::timestamptz[], "
                                + AMOUNT_COLUMNS + ")")
                .column("text", draws, draw -> draw.account().record())
                .column("uuid", draws, Draw::movement)
                .column("uuid", draws, Draw::event)
                .column("timestamptz", draws, draw -> timestamp(draw.departedAt()))) {
            amounts(insert, draws, Draw::drawn, Draw::pending).update();
        }
    }

    private void saveAccounts(Collection<Ledger> ledgers, Instant at) throws SQLException {
        if (ledgers.isEmpty()) {
            return;
        }
        try (Statement update = new Statement(connection, """
                        update account set granted = a.granted, movements = a.movements, revision = a.revision,
                            changed_at = ?,
                            drawn_kg = a.drawn_kg, drawn_odp = a.drawn_odp, drawn_co2e = a.drawn_co2e,
                            drawn_count = a.drawn_count, pending_kg = a.pending_kg, pending_odp = a.pending_odp,
                            pending_co2e = a.pending_co2e, pending_count = a.pending_count
                        from unnest(?::text[], ?::bytea[], ?::bigint[], ?::bigint[], ?::numeric[], ?::numeric[], ?::numeric[],
                            ?::bigint[], ?::numeric[], ?::numeric[], ?::numeric[], ?::bigint[])
                            a(record, granted, movements, revision, drawn_kg, drawn_odp, drawn_co2e, drawn_count,
                            pending_kg, pending_odp, pending_co2e, pending_count)
                        where account.record = a.record
                        """)
                .with(timestamp(at))
                .column("text", ledgers, ledger -> ledger.grant().account().record())
                .column("bytea", ledgers, ledger -> json.write(ledger.grant()))
                .column("bigint", ledgers, Ledger::movements)
                .column("bigint", ledgers, Ledger::revision)) {
            amounts(update, ledgers, Ledger::drawn, Ledger::pending).update();
        }
    }

    private void tell(Collection<Ledger> ledgers, Instant at) throws SQLException {
        List<OutgoingMessage> messages = new ArrayList<>();
        for (Ledger ledger : ledgers) {
            BalanceChanged balance = ledger.toldAt(at);
            messages.add(new OutgoingMessage(
                    Topic.BALANCES, balance.id(), "balance-changed", balance.record(), json.write(balance)));
        }
        Outbox.append(connection, messages);
    }
}
