package org.skypatch.tracking.movement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.tracking.register.Catalogue;

/**
 * That goods came into a country, or were re-exported out of it. Coming in are imports and entries into bond, reported by
 * that country; a transhipment brings nothing in.
 */
public record Flow(
        UUID movement, CountryCode country, CommodityId commodity, Direction direction, Instant at, Mass mass) {

    /** Which way. */
    public enum Direction {
        IN("in"),
        OUT("out");

        private final String label;

        Direction(String label) {
            this.label = label;
        }

        /** How it is written in the database. */
        public String label() {
            return label;
        }
    }

    /** What the movement brings into countries and takes out of them again; goods of no known commodity are left out. */
    public static List<Flow> of(Movement movement, Catalogue catalogue) {
        List<Flow> flows = new ArrayList<>();
        for (Fact fact : movement.facts()) {
            CountryCode country = fact.content().reportingCountry().orElse(null);
            if (country == null || !movement.audience().contains(country)) {
                continue;
            }
            boolean comesIn = fact.type() == CustomsEventType.BOND_ENTERED
                    || fact.type() == CustomsEventType.IMPORT_CONFIRMED
                            && country.equals(movement.route().destination());
            boolean goesOut = fact.type() == CustomsEventType.RE_EXPORT_DECLARED
                    && country.equals(movement.route().dispatch());
            if (comesIn || goesOut) {
                lines(movement.id(), country, comesIn ? Direction.IN : Direction.OUT, fact, catalogue, flows);
            }
        }
        return flows;
    }

    private static void lines(
            UUID movement,
            CountryCode country,
            Direction direction,
            Fact fact,
            Catalogue catalogue,
            Collection<Flow> flows) {
        for (Goods goods : fact.content().goods()) {
            Mass mass = direction == Direction.IN && goods.acceptedMassKg() != null
                    ? goods.acceptedMassKg()
                    : goods.netMassKg();
            catalogue
                    .resolve(goods, fact.content().occurredAt().toLocalDate())
                    .ifPresent(commodity ->
                            flows.add(new Flow(movement, country, commodity, direction, fact.occurredAt(), mass)));
        }
    }
}
