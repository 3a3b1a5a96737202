package org.skypatch.registry.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.AdministrationFact;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.edge.json.JsonHabits;
import org.skypatch.registry.clock.DueDates;
import org.skypatch.registry.clock.Limits;

/** Limits and calendars as the records say; of a limit's dated records the latest that has begun is in force. */
@ApplicationScoped
class PostgresLimits implements Limits {

    private final Session database;
    private final AdministrationRecords administrations;
    private final ObjectMapper json;

    PostgresLimits(Session database, AdministrationRecords administrations, ObjectMapper doors) {
        this.database = database;
        this.administrations = administrations;
        this.json = JsonHabits.forTopics(doors);
    }

    @Override
    public Optional<LimitFact> inForce(String scope, String id, LocalDate on) {
        return database.createNativeQuery(
                        "select cast(fact as text) from record where kind = 'limit' and name like :name", String.class)
                .setParameter("name", Columns.literal(scope + "/" + id) + "/%")
                .getResultStream()
                .map(this::read)
                .filter(limit -> limit.scope().equals(scope) && limit.id().equals(id))
                .filter(limit -> !on.isBefore(limit.from()))
                .max(Comparator.comparing(LimitFact::from))
                .filter(limit -> limit.until() == null || !on.isAfter(limit.until()));
    }

    @Override
    public Instant due(LimitFact limit, Instant start, @Nullable AdministrationId duty) {
        return calendar(limit, duty).due(limit, start);
    }

    @Override
    public Optional<AdministrationId> administration(Addressee duty) {
        return duty.administration() != null
                ? Optional.of(duty.administration())
                : administrations.meant(duty).stream()
                        .map(AdministrationFact::id)
                        .findFirst();
    }

    @Override
    public DueDates calendar(@Nullable AdministrationId administration) {
        return DueDates.of(
                administration == null
                        ? null
                        : administrations.find(administration).orElse(null));
    }

    private LimitFact read(String text) {
        try {
            return json.readValue(text, LimitFact.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept limit cannot be read", e);
        }
    }
}
