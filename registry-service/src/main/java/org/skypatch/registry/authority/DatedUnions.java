package org.skypatch.registry.authority;

import java.time.LocalDate;
import java.util.List;
import org.skypatch.contracts.registry.TerritoryFact;
import org.skypatch.contracts.trade.CountryCode;

/** The unions that dated territory records make. */
public final class DatedUnions implements Unions {

    private static final String UNION = "customs-union";

    private final List<TerritoryFact> unions;

    /** @param territories records of territories of any kind; those that are no unions are left aside */
    public DatedUnions(List<TerritoryFact> territories) {
        unions = territories.stream()
                .filter(territory -> territory.kind().equals(UNION))
                .toList();
    }

    @Override
    public List<String> of(CountryCode state, LocalDate on) {
        return unions.stream()
                .filter(union -> union.members().contains(state))
                .filter(union -> !on.isBefore(union.from()) && (union.until() == null || !on.isAfter(union.until())))
                .map(TerritoryFact::code)
                .distinct()
                .toList();
    }
}
