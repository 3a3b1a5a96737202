package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.time.ZoneOffset;
import java.util.List;
import org.skypatch.contracts.registry.RegistryFact;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.clock.Clocked;
import org.skypatch.registry.clock.Limits;
import org.skypatch.registry.clock.RunningClock;
import org.skypatch.registry.record.RecordKey;

/** The clocks that run, in the table {@code running_clock}. */
@ApplicationScoped
class RunningClockRows {

    private final EntityManager database;
    private final Instance<Clocked<?>> clocked;
    private final Limits limits;
    private final ObjectMapper json;

    RunningClockRows(EntityManager database, Instance<Clocked<?>> clocked, Limits limits, ObjectMapper doors) {
        this.database = database;
        this.clocked = clocked;
        this.limits = limits;
        this.json = JsonHabits.forTopics(doors);
    }

    /** Sets the clocks of a record anew, from what it says now. */
    void set(RecordKey key, RegistryFact fact) {
        for (Clocked<?> kind : clocked) {
            if (kind.kind().equals(key.kind())) {
                replace(key, clocks(kind, key, fact));
            }
        }
    }

    private <F extends RegistryFact> List<RunningClock> clocks(Clocked<F> kind, RecordKey key, RegistryFact fact) {
        return kind.clocks(key.name(), kind.kind().fact().cast(fact), limits);
    }

    private void replace(RecordKey key, List<RunningClock> clocks) {
        database.createNativeQuery("delete from running_clock where kind = :kind and record = :record")
                .setParameter("kind", key.kind().label())
                .setParameter("record", key.name())
                .executeUpdate();
        for (RunningClock clock : clocks) {
            database.createNativeQuery("""
                            insert into running_clock(kind, record, name, due_at, clock)
                            values (:kind, :record, :name, :dueAt, cast(:clock as jsonb))
                            """)
                    .setParameter("kind", key.kind().label())
                    .setParameter("record", key.name())
                    .setParameter("name", clock.name())
                    .setParameter("dueAt", clock.dueAt().atOffset(ZoneOffset.UTC))
                    .setParameter("clock", text(clock))
                    .executeUpdate();
        }
    }

    private String text(RunningClock clock) {
        try {
            return json.writeValueAsString(clock);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a clock cannot be written as JSON", e);
        }
    }
}
