package org.skypatch.contracts.registry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.contracts.trade.Tonnes;

/**
 * What a Party lets in or out in a year of a Montreal group or a commodity; one of the three amounts.
 * What is not said to count is not drawn: by default virgin goods in bulk, no feedstock, no quarantine and pre-shipment, no exempt use.
 *
 * @param year calendar year
 * @param group Montreal group such as {@code C-I} or {@code F}; else {@code commodity}
 * @param direction import or export
 * @param odpTonnes ODP-tonnes
 * @param co2eTonnes CO2-equivalent tonnes
 * @param counts which goods count; by default as said above
 * @param countsAt the moment whose year counts: licence, export or import
 * @param allocations shares of traders
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record QuotaFact(
        CountryCode country,
        int year,
        @Nullable String group,
        @Nullable CommodityId commodity,
        String direction,
        @Nullable Mass massKg,
        @Nullable Tonnes odpTonnes,
        @Nullable Tonnes co2eTonnes,
        @Nullable GoodsScope counts,
        String countsAt,
        List<Allocation> allocations,
        @Nullable String legalBasis)
        implements RegistryFact {
    public QuotaFact {
        allocations = allocations == null ? List.of() : List.copyOf(allocations);
    }

    @Override
    public Set<CountryCode> concerns() {
        return Set.of(country);
    }
}
