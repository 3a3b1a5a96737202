package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.clock.StandingClock;
import org.skypatch.registry.clock.Tasks;
import org.skypatch.registry.record.RecordKey;

/** The clocks that run, in the table {@code running_clock}. Whoever changes a record's clocks holds the record's lock. */
@ApplicationScoped
class RunningClockRows {

    private final Session database;
    private final Instance<Clocked<?>> clocked;
    private final Limits limits;
    private final LawChanges law;
    private final TaskOutbox outbox;
    private final Tasks tasks;
    private final Clock clock;
    private final ObjectMapper json;

    RunningClockRows(
            Session database,
            Instance<Clocked<?>> clocked,
            Limits limits,
            LawChanges law,
            TaskOutbox outbox,
            ClockPolicy policy,
            BusinessClock clock,
            ObjectMapper doors) {
        this.database = database;
        this.clocked = clocked;
        this.limits = limits;
        this.law = law;
        this.outbox = outbox;
        this.tasks = new Tasks(policy.dueShare());
        this.clock = clock;
        this.json = JsonHabits.forTopics(doors);
    }

    /** The kind of record of this label, if clocks run on it. */
    Optional<Clocked<?>> kind(String label) {
        for (Clocked<?> kind : clocked) {
            if (kind.kind().label().equals(label)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Sets the clocks of a record anew, from what it says now. */
    void set(RecordKey key, RegistryFact fact) {
        set(key, fact, Tasks.Because.RECORD_WRITTEN, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Sets the clocks of a record anew, and tells the tasks that this opens, moves and closes. */
    void set(RecordKey key, RegistryFact fact, Tasks.Because because, Instant now) {
        kind(key.kind().label()).ifPresent(kind -> set(kind, key, fact, because, now));
    }

    private <F extends RegistryFact> void set(
            Clocked<F> kind, RecordKey key, RegistryFact fact, Tasks.Because because, Instant now) {
        law.holdStill();
        F said = kind.kind().fact().cast(fact);
        List<StandingClock> before = of(key.kind().label(), key.name());
        List<RunningClock> after = kind.clocks(key.name(), said, limits);
        if (before.isEmpty() && after.isEmpty()) {
            return;
        }
        Tasks.Setting setting = tasks.set(key.toString(), before, after, because, now);
        replace(key, setting.standing(), kind.kind().readers().apply(said));
        outbox.tell(setting.told());
    }

    /** All clocks of a record, the earliest due first. */
    List<StandingClock> of(String kind, String record) {
        return database.createNativeQuery("""
                        select cast(clock as text), remind_at, fired_at from running_clock
                        where kind = :kind and record = :record order by due_at, name
                        """, Object[].class)
                .setParameter("kind", kind)
                .setParameter("record", record)
                .getResultStream()
                .map(this::standing)
                .toList();
    }

    /** A row of clock, remind_at, fired_at. */
    StandingClock standing(Object[] row) {
        return new StandingClock(read((String) row[0]), (Instant) row[1], (Instant) row[2]);
    }

    /** Notes what has come of a clock. */
    void note(RecordKey key, StandingClock standing) {
        database.createNativeMutationQuery("""
                        update running_clock set remind_at = cast(:remindAt as timestamptz),
                            fired_at = cast(:firedAt as timestamptz), retry_at = null
                        where kind = :kind and record = :record and name = :name
                        """)
                .setParameter("remindAt", text(standing.remindAt()))
                .setParameter("firedAt", text(standing.firedAt()))
                .setParameter("kind", key.kind().label())
                .setParameter("record", key.name())
                .setParameter("name", standing.clock().name())
                .executeUpdate();
    }

    private void replace(RecordKey key, List<StandingClock> clocks, Set<String> readers) {
        database.createNativeMutationQuery("delete from running_clock where kind = :kind and record = :record")
                .setParameter("kind", key.kind().label())
                .setParameter("record", key.name())
                .executeUpdate();
        for (StandingClock standing : clocks) {
            RunningClock running = standing.clock();
            database.createNativeMutationQuery("""
                            insert into running_clock(kind, record, name, due_at, remind_at, fired_at, duty, readers, clock)
                            values (:kind, :record, :name, :dueAt, cast(:remindAt as timestamptz),
                                    cast(:firedAt as timestamptz), :duty, :readers, cast(:clock as jsonb))
                            """)
                    .setParameter("kind", key.kind().label())
                    .setParameter("record", key.name())
                    .setParameter("name", running.name())
                    .setParameter("dueAt", running.dueAt().atOffset(ZoneOffset.UTC))
                    .setParameter("remindAt", text(standing.remindAt()))
                    .setParameter("firedAt", text(standing.firedAt()))
                    .setParameter(
                            "duty",
                            running.duty().stream().map(DutyKeys::of).distinct().toArray(String[]::new))
                    .setParameter("readers", readers.toArray(String[]::new))
                    .setParameter("clock", text(running))
                    .executeUpdate();
        }
    }

    Tasks tasks() {
        return tasks;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return Columns.text(instant);
    }

    private String text(RunningClock running) {
        try {
            return json.writeValueAsString(running);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a clock cannot be written as JSON", e);
        }
    }

    private RunningClock read(String text) {
        try {
            return json.readValue(text, RunningClock.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a running clock cannot be read", e);
        }
    }
}
