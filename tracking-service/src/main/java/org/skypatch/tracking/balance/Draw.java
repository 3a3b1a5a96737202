package org.skypatch.tracking.balance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Catalogue;
import org.skypatch.tracking.register.Licences;

/**
 * What one movement takes from one licence of one commodity.
 *
 * @param isPending whether the goods have not arrived yet: pending until a Party closes it
 * @param departedAt orders the draws of a licence, together with the movement
 */
public record Draw(
        LicenceNumber licence, UUID movement, CommodityId commodity, Mass mass, boolean isPending, Instant departedAt) {

    /**
     * The draws of a movement: on licences that the registry holds, of the licensed commodity, between the countries that
     * the licence names. What was released counts; before that what left. Seized goods stay drawn; goods that were
     * refused, returned, lost or cancelled draw nothing.
     */
    public static List<Draw> of(Movement movement, Licences licences, Catalogue catalogue) {
        List<Draw> draws = new ArrayList<>();
        for (LicenceNumber cited : movement.licences()) {
            licences.find(cited)
                    .filter(licence -> names(licence, movement))
                    .ifPresent(licence -> draws.addAll(of(movement, licence, catalogue)));
        }
        return draws.stream().distinct().toList();
    }

    private static boolean names(LicenceFact licence, Movement movement) {
        CountryCode from = licence.exporterCountry();
        CountryCode to = licence.importerCountry();
        return movement.route().dispatch().equals(from)
                && movement.route().destination().equals(to);
    }

    private static List<Draw> of(Movement movement, LicenceFact licence, Catalogue catalogue) {
        boolean hasArrived = !movement.arrivals().isEmpty();
        boolean isGivenBack = !hasArrived
                && Stream.of(movement.refusals(), movement.returns(), movement.losses())
                        .anyMatch(reports -> !reports.isEmpty());
        if (isGivenBack) {
            return List.of();
        }
        SortedMap<CommodityId, Mass> masses = hasArrived ? movement.accepted(catalogue) : movement.exported(catalogue);
        boolean isPending = !hasArrived && movement.seizures().isEmpty();
        LicenceNumber number = new LicenceNumber(licence.issuer(), licence.number());
        return masses.entrySet().stream()
                .filter(entry -> entry.getKey().equals(licence.commodity()))
                .map(Map.Entry::getValue)
                .map(mass ->
                        new Draw(number, movement.id(), licence.commodity(), mass, isPending, movement.startedAt()))
                .toList();
    }
}
