package org.skypatch.contracts.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;

/**
 * The movement that a finding speaks of, as far as everybody of the audience may see it.
 *
 * @param status the derived status, such as {@code overdue}
 * @param departedAt when it left, if an export is known
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record MovementSummary(
        UUID id,
        String status,
        @Nullable CountryCode origin,
        CountryCode dispatch,
        List<CountryCode> transit,
        CountryCode destination,
        Set<CommodityId> commodities,
        Set<String> groups,
        Mass massKg,
        @Nullable OffsetDateTime departedAt) {
    public MovementSummary {
        transit = transit == null ? List.of() : List.copyOf(transit);
        commodities = commodities == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(commodities));
        groups = groups == null ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(groups));
    }
}
