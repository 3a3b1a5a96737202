package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.contracts.registry.TaskChanged;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.clock.StandingClock;
import org.skypatch.registry.clock.Tasks;
import org.skypatch.registry.record.RecordKey;
import org.skypatch.registry.record.Records;

/** Sets the clocks of many records anew with a few statements, as {@link RunningClockRows} does for one. */
@ApplicationScoped
class ClocksOfMany {

    private static final String STANDING = """
            select cast(clock as text), remind_at, fired_at, record from running_clock
            where kind = :kind and record = any(cast(:records as text[])) order by record, due_at, name
            """;
    private static final String FORGET = """
            delete from running_clock where kind = :kind and record = any(cast(:records as text[]))
            """;
    private static final String SAVE = """
            insert into running_clock(kind, record, name, due_at, remind_at, fired_at, duty, readers, clock)
            select :kind, c.record, c.name, c."dueAt", c."remindAt", c."firedAt", c.duty, c.readers, c.clock
            from jsonb_to_recordset(cast(:clocks as jsonb)) as c(
                record text, name text, "dueAt" timestamptz, "remindAt" timestamptz, "firedAt" timestamptz,
                duty text[], readers text[], clock jsonb)
            """;

    private final Session database;
    private final RunningClockRows rows;
    private final Limits limits;
    private final LawChanges law;
    private final TaskOutbox outbox;
    private final Clock clock;
    private final ObjectMapper json;

    ClocksOfMany(
            Session database,
            RunningClockRows rows,
            Limits limits,
            LawChanges law,
            TaskOutbox outbox,
            BusinessClock clock,
            ObjectMapper doors) {
        this.database = database;
        this.rows = rows;
        this.limits = limits;
        this.law = law;
        this.outbox = outbox;
        this.clock = clock;
        this.json = JsonHabits.forTopics(doors);
    }

    /** A row of the table. */
    private record Row(
            String record,
            String name,
            Instant dueAt,
            @Nullable Instant remindAt,
            @Nullable Instant firedAt,
            List<String> duty,
            Set<String> readers,
            RunningClock clock) {}

    /** Sets the clocks of records of one kind anew, from what they say now. */
    <F extends RegistryFact> void set(String kind, List<Records.Named<F>> records) {
        Optional<Clocked<?>> clocked = rows.kind(kind);
        if (clocked.isPresent() && !records.isEmpty()) {
            set(clocked.get(), records);
        }
    }

    private <G extends RegistryFact> void set(Clocked<G> kind, List<? extends Records.Named<?>> records) {
        law.holdStill();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Limits remembered = new LimitsOnce(limits);
        String label = kind.kind().label();
        String[] names = records.stream().map(Records.Named::name).toArray(String[]::new);
        Map<String, List<StandingClock>> before = standing(label, names);
        List<Row> after = new ArrayList<>();
        List<TaskChanged> told = new ArrayList<>();
        for (Records.Named<?> record : records) {
            G said = kind.kind().fact().cast(record.record().fact());
            Tasks.Setting setting = rows.tasks()
                    .set(
                            new RecordKey(kind.kind(), record.name()).toString(),
                            before.getOrDefault(record.name(), List.of()),
                            kind.clocks(record.name(), said, remembered),
                            Tasks.Because.RECORD_WRITTEN,
                            now);
            Set<String> readers = kind.kind().readers().apply(said);
            setting.standing().forEach(standing -> after.add(row(record.name(), standing, readers)));
            told.addAll(setting.told());
        }
        if (!before.isEmpty()) {
            database.createNativeMutationQuery(FORGET)
                    .setParameter("kind", label)
                    .setParameter("records", names)
                    .executeUpdate();
        }
        save(label, after);
        outbox.tell(told);
    }

    private Map<String, List<StandingClock>> standing(String kind, String[] names) {
        Map<String, List<StandingClock>> found = new HashMap<>();
        database.createNativeQuery(STANDING, Object[].class)
                .setParameter("kind", kind)
                .setParameter("records", names)
                .getResultStream()
                .forEach(row -> found.computeIfAbsent((String) row[3], name -> new ArrayList<>())
                        .add(rows.standing(row)));
        return found;
    }

    private void save(String kind, List<Row> clocks) {
        try {
            database.createNativeMutationQuery(SAVE)
                    .setParameter("kind", kind)
                    .setParameter("clocks", json.writeValueAsString(clocks))
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a clock cannot be written as JSON", e);
        }
    }

    private static Row row(String record, StandingClock standing, Set<String> readers) {
        RunningClock running = standing.clock();
        return new Row(
                record,
                running.name(),
                running.dueAt(),
                standing.remindAt(),
                standing.firedAt(),
                running.duty().stream().map(DutyKeys::of).distinct().toList(),
                readers,
                running);
    }
}
