package org.skypatch.registry.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.Addressee;
import org.skypatch.contracts.registry.LimitFact;
import org.skypatch.registry.clock.DueDates;
import org.skypatch.registry.clock.Limits;

/** The limits, each looked up once; for many records of one transaction in which the law holds still. */
final class LimitsOnce implements Limits {

    private final Limits limits;
    private final Map<InForce, Optional<LimitFact>> inForce = new HashMap<>();
    private final Map<Addressee, Optional<AdministrationId>> administrations = new HashMap<>();
    private final Map<Optional<AdministrationId>, DueDates> calendars = new HashMap<>();

    private record InForce(String scope, String id, LocalDate on) {}

    LimitsOnce(Limits limits) {
        this.limits = limits;
    }

    @Override
    public Optional<LimitFact> inForce(String scope, String id, LocalDate on) {
        return inForce.computeIfAbsent(new InForce(scope, id, on), asked -> limits.inForce(scope, id, on));
    }

    @Override
    public Instant due(LimitFact limit, Instant start, @Nullable AdministrationId duty) {
        return limits.due(limit, start, duty);
    }

    @Override
    public Optional<AdministrationId> administration(Addressee duty) {
        return administrations.computeIfAbsent(duty, limits::administration);
    }

    @Override
    public DueDates calendar(@Nullable AdministrationId administration) {
        return calendars.computeIfAbsent(
                Optional.ofNullable(administration), asked -> limits.calendar(asked.orElse(null)));
    }
}
