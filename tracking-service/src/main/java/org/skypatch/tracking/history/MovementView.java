package org.skypatch.tracking.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
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
import org.skypatch.tracking.enquiry.EnquiryView;
import org.skypatch.tracking.movement.Leg;
import org.skypatch.tracking.movement.Likeness;

/**
 * A movement as a reader may see it; references, traders, licences and containers for readers with nominal sight only.
 *
 * @param events in the single movement, not in lists
 * @param verdict the six elements of trade
 * @param balances of what it draws on, as far as the reader may see that; in the single movement
 * @param chain what brought the goods in, and where they went on; in the single movement
 * @param likeness why its two parts were joined, if by likeness alone; in the single movement
 * @param proposals what its open end could belong to; in the single movement
 * @param enquiries whether others saw the goods, for who asked, who was asked, and the two ends of the way
 * @param links what was said by hand of it and others that the reader sees
 * @param releases to whom it was released; for its Parties
 * @param released how much the reader sees of it, if by a release only: whole or non-nominal
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
        @Nullable List<BalanceView> balances,
        @Nullable Chain chain,
        @Nullable Likeness likeness,
        @Nullable List<Proposal> proposals,
        @Nullable List<EnquiryView> enquiries,
        @Nullable List<HandLink> links,
        @Nullable List<ReleaseView> releases,
        @Nullable String released) {

    /**
     * To whom it was released, and how much; or that this was taken back.
     *
     * @param extent whole, non-nominal or revoked
     */
    public record ReleaseView(UUID id, String to, String extent, String by, Instant at, String reason) {}

    /**
     * What was said by hand of this movement and another.
     *
     * @param movement the one at the other end; this one if they are joined
     * @param state proposed, agreed or refused
     */
    public record HandLink(UUID id, UUID movement, String state, List<Saying> statements) {

        /**
         * One of the statements, in order.
         *
         * @param reason for readers with nominal sight
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Saying(
                String by,
                boolean together,
                Instant at,
                @Nullable String reason) {}
    }

    /** A movement that could be the other end of this one. */
    public record Proposal(UUID movement, Likeness likeness) {}

    /** Movements before and after this one, the nearest first. */
    public record Chain(List<UUID> upstream, List<UUID> downstream) {}
}
