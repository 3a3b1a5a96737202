package org.skypatch.tracking.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;

/** Which documents States demand, from when, on what basis. */
public final class Requirements {

    private final List<RequirementFact> facts;

    public Requirements(Collection<RequirementFact> facts) {
        this.facts = List.copyOf(facts);
    }

    /** What the State demands for the commodity in this direction ({@code import}, {@code export}, {@code transit}). */
    public List<RequirementFact> inForce(
            CountryCode state,
            String direction,
            CommodityId commodity,
            Set<String> groups,
            Set<Convention> conventions,
            LocalDate day) {
        return facts.stream()
                .filter(fact -> fact.state().equals(state) && fact.direction().equals(direction))
                .filter(fact -> !day.isBefore(fact.from()) && (fact.until() == null || !day.isAfter(fact.until())))
                .filter(fact -> covers(fact, commodity, groups, conventions))
                .toList();
    }

    private static boolean covers(
            RequirementFact fact, CommodityId commodity, Set<String> groups, Set<Convention> conventions) {
        if (fact.commodity() != null) {
            return fact.commodity().equals(commodity);
        }
        if (fact.group() != null) {
            return Coverage.covers(fact.group(), groups);
        }
        return fact.convention() != null && conventions.contains(fact.convention());
    }
}
