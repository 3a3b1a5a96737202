package org.skypatch.tracking.corridor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skypatch.contracts.customs.Goods;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Catalogue;
import org.skypatch.tracking.register.ScopeReach;

/**
 * What is traded from where to where, and for which money.
 *
 * @param currency ISO 4217 code, in capitals
 */
public record Trade(CountryCode from, CountryCode to, CommodityId commodity, String currency) {

    private static final MathContext DIGITS = new MathContext(12);

    /**
     * The value per kilogram of what left in bulk, as declared at departure; commodities of which a line names no value,
     * or that lines value in two currencies, are left out.
     */
    public static Map<Trade, BigDecimal> pricesOf(Movement movement, Catalogue catalogue) {
        Map<Trade, BigDecimal> values = new HashMap<>();
        Map<Trade, BigDecimal> masses = new HashMap<>();
        Set<CommodityId> unvalued = new HashSet<>();
        for (Fact departure : movement.departures()) {
            for (Goods goods : departure.content().goods()) {
                Optional<CommodityId> commodity = catalogue.resolve(
                        goods, departure.content().occurredAt().toLocalDate());
                if (commodity.isEmpty() || !isBulk(goods)) {
                    continue;
                }
                if (goods.value() == null) {
                    unvalued.add(commodity.get());
                    continue;
                }
                Trade trade = new Trade(
                        movement.route().dispatch(),
                        movement.route().destination(),
                        commodity.get(),
                        goods.value().currency().toUpperCase(java.util.Locale.ROOT));
                values.merge(trade, goods.value().amount(), BigDecimal::add);
                masses.merge(trade, goods.netMassKg().kilograms(), BigDecimal::add);
            }
        }
        Map<Trade, BigDecimal> prices = new HashMap<>();
        values.forEach((trade, value) -> {
            BigDecimal kg = masses.get(trade);
            boolean isAlone = values.keySet().stream()
                            .filter(other -> other.commodity().equals(trade.commodity()))
                            .count()
                    == 1;
            if (kg.signum() > 0 && isAlone && !unvalued.contains(trade.commodity())) {
                prices.put(trade, value.divide(kg, DIGITS));
            }
        });
        return prices;
    }

    private static boolean isBulk(Goods goods) {
        String form = ScopeReach.formOf(goods);
        return form == null || form.equals("bulk");
    }
}
