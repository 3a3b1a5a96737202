package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.skypatch.contracts.balance.BalanceChanged;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.balance.BalanceHearing;
import org.skypatch.registry.balance.Balances;
import org.skypatch.registry.record.RecordKey;

/** Balances in the table {@code balance}, and what could not be read in {@code put_aside}. */
@ApplicationScoped
class PostgresBalances implements Balances, BalanceHearing {

    private static final String KEEP = """
            insert into balance(record, revision, as_of, told)
            select * from unnest(cast(:records as text[]), cast(:revisions as bigint[]), cast(:instants as timestamptz[]),
                                 cast(:told as jsonb[]))
            on conflict (record) do update
                set revision = excluded.revision, as_of = excluded.as_of, told = excluded.told
                where excluded.revision > balance.revision
            """;
    private static final String PUT_ASIDE = """
            insert into put_aside(topic, partition, record_offset, key, payload, reason)
            values (:topic, :partition, :offset, cast(:key as text), :payload, :reason)
            on conflict do nothing
            """;

    private final Session database;
    private final DataSource plain;
    private final ObjectMapper json;

    PostgresBalances(Session database, DataSource plain, ObjectMapper doors) {
        this.database = database;
        this.plain = plain;
        this.json = JsonHabits.forTopics(doors);
    }

    @Override
    @Transactional
    public Optional<BalanceChanged> of(RecordKey record) {
        return of(List.of(record)).stream().findFirst();
    }

    @Override
    @Transactional
    public List<BalanceChanged> of(List<RecordKey> records) {
        return Jdbc.done(() -> {
            try (Connection connection = plain.getConnection();
                    PreparedStatement select =
                            connection.prepareStatement("select told from balance where record = any(?)")) {
                select.setArray(
                        1,
                        connection.createArrayOf(
                                "text",
                                records.stream().map(RecordKey::toString).toArray()));
                List<BalanceChanged> told = new ArrayList<>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        told.add(read(rows.getString(1)));
                    }
                }
                return told;
            }
        });
    }

    @Override
    @Transactional
    public void hear(List<BalanceChanged> balances, List<Unreadable> unreadable) {
        keep(newest(balances));
        for (Unreadable message : unreadable) {
            database.createNativeMutationQuery(PUT_ASIDE)
                    .setParameter("topic", message.topic())
                    .setParameter("partition", message.partition())
                    .setParameter("offset", message.offset())
                    .setParameter("key", message.key())
                    .setParameter("payload", message.payload() == null ? new byte[0] : message.payload())
                    .setParameter("reason", message.reason())
                    .executeUpdate();
        }
    }

    /** One for each record, in the order of their names, so that two instances never wait for each other. */
    private static Collection<BalanceChanged> newest(List<BalanceChanged> balances) {
        Map<String, BalanceChanged> newest = new TreeMap<>();
        balances.forEach(balance -> newest.merge(
                balance.record(), balance, (one, other) -> other.revision() > one.revision() ? other : one));
        return newest.values();
    }

    private void keep(Collection<BalanceChanged> balances) {
        if (balances.isEmpty()) {
            return;
        }
        database.createNativeMutationQuery(KEEP)
                .setParameter(
                        "records", balances.stream().map(BalanceChanged::record).toArray(String[]::new))
                .setParameter(
                        "revisions",
                        balances.stream().map(BalanceChanged::revision).toArray(Long[]::new))
                .setParameter(
                        "instants",
                        balances.stream()
                                .map(balance ->
                                        balance.asOf().atOffset(ZoneOffset.UTC).toString())
                                .toArray(String[]::new))
                .setParameter("told", balances.stream().map(this::text).toArray(String[]::new))
                .executeUpdate();
    }

    private BalanceChanged read(String text) {
        try {
            return json.readValue(text, BalanceChanged.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept balance cannot be read", e);
        }
    }

    private String text(BalanceChanged balance) {
        try {
            return json.writeValueAsString(balance);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a balance cannot be written as JSON", e);
        }
    }
}
