package org.skypatch.tracking.movement;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.customs.References;
import org.skypatch.contracts.customs.Route;
import org.skypatch.contracts.customs.Traders;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.ContainerNumber;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.tracking.register.Catalogue;

/**
 * A movement at a glance, as lists show it: what its Parties reported, put together.
 *
 * @param references the first value of each reference
 * @param traders the first naming of each trader
 */
public record MovementOutline(
        UUID id,
        String joined,
        References references,
        Route route,
        List<Leg> legs,
        Set<CommodityId> commodities,
        Set<String> groups,
        Mass massKg,
        Traders traders,
        List<LicenceNumber> licences,
        List<ContainerNumber> containers,
        @Nullable OffsetDateTime departedAt,
        @Nullable OffsetDateTime arrivedAt) {

    /** The outline of a movement. */
    public static MovementOutline of(Movement movement, Catalogue catalogue) {
        Set<CommodityId> commodities = movement.commodities(catalogue);
        return new MovementOutline(
                movement.id(),
                movement.joined().label(),
                references(movement),
                movement.route(),
                movement.legs(),
                commodities,
                commodities.stream()
                        .flatMap(id -> catalogue.groups(id).stream())
                        .collect(Collectors.toSet()),
                movement.mass(),
                new Traders(
                        trader(movement, Traders::exporter),
                        trader(movement, Traders::importer),
                        trader(movement, Traders::carrier),
                        trader(movement, Traders::generator),
                        trader(movement, Traders::facility)),
                List.copyOf(movement.licences()),
                movement.facts().stream()
                        .filter(movement::isReportedByParty)
                        .flatMap(fact -> fact.content().transport().containers().stream())
                        .distinct()
                        .toList(),
                movement.departure().map(fact -> fact.content().occurredAt()).orElse(null),
                movement.arrivals().stream()
                        .findFirst()
                        .map(fact -> fact.content().occurredAt())
                        .orElse(null));
    }

    private static @Nullable NamedTrader trader(Movement movement, Function<Traders, @Nullable NamedTrader> part) {
        return movement.first(fact -> part.apply(fact.content().traders())).orElse(null);
    }

    private static References references(Movement movement) {
        return new References(
                reference(movement, References::ucr),
                reference(movement, References::exportDeclaration),
                reference(movement, References::importDeclaration),
                reference(movement, References::transportDocument),
                reference(movement, References::notification),
                reference(movement, References::shipmentSerial),
                reference(movement, References::previousMovement),
                null);
    }

    private static <T> @Nullable T reference(Movement movement, Function<References, @Nullable T> part) {
        return movement.first(fact -> part.apply(fact.content().references())).orElse(null);
    }
}
