package org.skypatch.tracking.process;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.skypatch.tracking.corridor.Corridor;
import org.skypatch.tracking.corridor.Trade;
import org.skypatch.tracking.corridor.TransitTime;
import org.skypatch.tracking.corridor.UsualPrice;

/** How long goods travelled and what they cost, month by month, within one transaction. */
public interface CorridorRecords {

    /** Everything that was ever learned of these corridors. */
    List<TransitTime> of(Collection<Corridor> corridors);

    /**
     * Claims the month's snapshot.
     *
     * @return whether nobody had taken it: a snapshot is taken once and never changed
     */
    boolean claim(YearMonth month, Instant at);

    /** How long the goods took that arrived in this time. */
    Map<Corridor, List<Duration>> journeys(Instant from, Instant before);

    /** Puts down what was learned. */
    void save(List<TransitTime> learned);

    /** Everything that was ever learned of what goods cost in these trades. */
    List<UsualPrice> pricesOf(Collection<Trade> trades);

    /** What goods cost a kilogram that left in this time. */
    Map<Trade, List<BigDecimal>> prices(Instant from, Instant before);

    /** Puts down what was learned of prices. */
    void savePrices(List<UsualPrice> learned);
}
