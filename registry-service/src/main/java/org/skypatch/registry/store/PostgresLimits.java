package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.clock.DueDates;
import org.skypatch.registry.clock.Limits;

/** Limits and calendars as the records say; of a limit's dated records the latest that has begun is in force. */
@ApplicationScoped
class PostgresLimits implements Limits {

    private final Session database;
    private final ObjectMapper json;

    PostgresLimits(Session database, ObjectMapper doors) {
        this.database = database;
        this.json = JsonHabits.forTopics(doors);
    }

    @Override
    public Optional<LimitFact> inForce(String scope, String id, LocalDate on) {
        return facts("kind = 'limit' and name like :name", Columns.literal(scope + "/" + id) + "/%", LimitFact.class)
                .stream()
                .filter(limit -> limit.scope().equals(scope) && limit.id().equals(id))
                .filter(limit -> !on.isBefore(limit.from()) && (limit.until() == null || !on.isAfter(limit.until())))
                .max(Comparator.comparing(LimitFact::from));
    }

    @Override
    public Instant due(LimitFact limit, Instant start, @Nullable AdministrationId duty) {
        AdministrationFact administration = duty == null
                ? null
                : facts("kind = 'administration' and name = :name", duty.value(), AdministrationFact.class).stream()
                        .findFirst()
                        .orElse(null);
        return DueDates.of(administration).due(limit, start);
    }

    private <F> List<F> facts(String where, String name, Class<F> type) {
        return database.createNativeQuery("select cast(fact as text) from record where " + where, String.class)
                .setParameter("name", name)
                .getResultStream()
                .map(text -> read(text, type))
                .toList();
    }

    private <F> F read(String text, Class<F> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept record cannot be read", e);
        }
    }
}
