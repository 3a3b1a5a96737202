package org.skypatch.tracking.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.References;
import org.skypatch.contracts.customs.Route;
import org.skypatch.contracts.customs.Traders;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.ContainerNumber;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.tracking.balance.Balance;
import org.skypatch.tracking.balance.Quantity;
import org.skypatch.tracking.movement.Leg;
import org.skypatch.tracking.movement.Likeness;

/**
 * A movement as a reader may see it; references, traders, licences and containers for readers with nominal sight only.
 *
 * @param events in the single movement, not in lists
 * @param verdict the six elements of trade
 * @param balances of the licences that it draws on; in the single movement
 * @param chain what brought the goods in, and where they went on; in the single movement
 * @param likeness why its two parts were joined, if by likeness alone; in the single movement
 * @param proposals what its open end could belong to; in the single movement
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MovementView(
        UUID id,
        String status,
        String joined,
        @Nullable References references,
        Route route,
        List<Leg> legs,
        Set<CommodityId> commodities,
        Set<String> groups,
        Mass massKg,
        @Nullable Traders traders,
        @Nullable List<LicenceNumber> licences,
        @Nullable List<ContainerNumber> containers,
        @Nullable OffsetDateTime departedAt,
        @Nullable OffsetDateTime arrivedAt,
        @Nullable List<EventView> events,
        List<FindingView> findings,
        Map<String, Object> verdict,
        @Nullable List<LicenceBalance> balances,
        @Nullable Chain chain,
        @Nullable Likeness likeness,
        @Nullable List<Proposal> proposals) {

    /**
     * A quantity, in decimal strings.
     *
     * @param kg kilograms
     * @param odpTonnes missing where the commodity has no ozone-depleting potential on record
     * @param co2eTonnes missing where it has no global-warming potential on record
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Amount(
            String kg, @Nullable String odpTonnes, @Nullable String co2eTonnes) {

        static Amount of(Quantity quantity) {
            return new Amount(
                    quantity.kg().toPlainString(),
                    quantity.odpTonnes() == null ? null : quantity.odpTonnes().toPlainString(),
                    quantity.co2eTonnes() == null ? null : quantity.co2eTonnes().toPlainString());
        }
    }

    /** The balance of one licence. */
    public record LicenceBalance(LicenceNumber licence, Amount granted, Amount drawn, Amount pending, Amount left) {

        static LicenceBalance of(LicenceNumber licence, Balance balance) {
            return new LicenceBalance(
                    licence,
                    Amount.of(balance.granted()),
                    Amount.of(balance.drawn()),
                    Amount.of(balance.pending()),
                    Amount.of(balance.left()));
        }
    }

    /** A movement that could be the other end of this one. */
    public record Proposal(UUID movement, Likeness likeness) {}

    /** Movements before and after this one, the nearest first. */
    public record Chain(List<UUID> upstream, List<UUID> downstream) {}
}
