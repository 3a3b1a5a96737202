package org.skypatch.tracking.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;

/** Which documents States demand, from when, on what basis. */
public final class Requirements {

    private final InForce<CountryCode, RequirementFact> facts;

    public Requirements(Collection<Versions<RequirementFact>> records) {
        this.facts = new InForce<>(records, RequirementFact::state, RequirementFact::from, RequirementFact::until);
    }

    /**
     * What the State demands for the commodity in this direction ({@code import}, {@code export}, {@code transit}); whether
     * it demands it of certain goods is for {@link ScopeReach} to say.
     */
    public List<RequirementFact> inForce(
            CountryCode state, String direction, CommodityId commodity, Catalogue catalogue, LocalDate day) {
        return facts.on(day, state)
                .filter(fact -> fact.direction().equals(direction))
                .filter(fact -> Law.speaksOf(fact.commodity(), fact.group(), fact.convention(), commodity, catalogue))
                .toList();
    }
}
