package org.skypatch.tracking.balance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.skypatch.contracts.customs.Packages;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Catalogue;
import org.skypatch.tracking.register.Licences;
import org.skypatch.tracking.register.Notifications;
import org.skypatch.tracking.register.Register;

/**
 * What movements draw: on the licences and the notification that they cite and the registry holds, between the countries
 * that these name, and on the quotas of the Parties at both ends. A number that the registry does not know draws nothing.
 */
public final class Draws {

    private final Register register;
    private final Licences licences;
    private final Notifications notifications;

    public Draws(Register register, Licences licences, Notifications notifications) {
        this.register = register;
        this.licences = licences;
        this.notifications = notifications;
    }

    /** The draws of some movements, and the grants that they rest on. */
    public record Drawn(List<Draw> draws, Map<Account, Grant> grants) {}

    /** What the movements draw; those of one that only an outside reporter sees are none. */
    public Drawn of(Collection<Movement> movements) {
        List<Draw> draws = new ArrayList<>();
        SortedMap<Account, Grant> grants = new TreeMap<>();
        movements.forEach(movement -> draws.addAll(of(movement, grants)));
        return new Drawn(draws, grants);
    }

    private List<Draw> of(Movement movement, Map<Account, Grant> grants) {
        Taken taken = Taken.of(movement, register.catalogue());
        Fact since = taken.since();
        if (since == null) {
            return List.of();
        }
        Tally tally = new Tally(movement.id(), since);
        for (LicenceFact licence : licences(movement, since)) {
            Grant grant = Grants.of(licence, register.catalogue());
            grants.put(grant.account(), grant);
            drawOn(licence, grant, taken, tally);
        }
        notification(movement, since).forEach(notification -> {
            Grant grant = Grants.of(notification);
            grants.put(grant.account(), grant);
            boolean isDrawn = !taken.drawn().isEmpty();
            taken.drawn().forEach(line -> tally.drawn(grant.account(), Amount.of(line.mass(), null)));
            taken.pending().forEach(line -> tally.pending(grant.account(), Amount.of(line.mass(), null)));
            if (isDrawn) {
                tally.drawn(grant.account(), Amount.NOTHING.counting(1));
            } else {
                tally.pending(grant.account(), Amount.NOTHING.counting(1));
            }
        });
        new QuotaDraws(register, licences(movement, since)).draw(movement, taken, tally, grants);
        return tally.draws();
    }

    /** The licences that it cites and that name the countries at both ends, once each however the number was written. */
    private List<LicenceFact> licences(Movement movement, Fact since) {
        return movement.licences().stream()
                .flatMap(cited -> licences.find(cited).stream())
                .distinct()
                .filter(licence -> isAt(movement.route().dispatch(), licence.exporterCountry(), since)
                        && isAt(movement.route().destination(), licence.importerCountry(), since))
                .toList();
    }

    private boolean isAt(CountryCode country, CountryCode named, Fact since) {
        return register.territories()
                .standingFor(country, since.content().occurredAt().toLocalDate())
                .contains(named);
    }

    private Stream<NotificationFact> notification(Movement movement, Fact since) {
        return movement
                .first(fact -> fact.content().references().notification())
                .flatMap(number -> notifications.find(movement.route().dispatch(), number))
                .filter(notification -> isAt(movement.route().destination(), notification.importCountry(), since))
                .stream();
    }

    private void drawOn(LicenceFact licence, Grant grant, Taken taken, Tally tally) {
        taken.drawn().stream()
                .filter(line -> licence.commodity().equals(line.commodity()))
                .forEach(line -> tally.drawn(grant.account(), amount(line, licence)));
        taken.pending().stream()
                .filter(line -> licence.commodity().equals(line.commodity()))
                .forEach(line -> tally.pending(grant.account(), amount(line, licence)));
    }

    private Amount amount(Taken.Line line, LicenceFact licence) {
        Catalogue catalogue = register.catalogue();
        Amount amount =
                Amount.of(line.mass(), catalogue.commodity(licence.commodity()).orElse(null));
        Packages packages = line.goods().packages();
        Integer pieces = packages == null ? null : packages.count();
        return licence.units() == null || pieces == null ? amount : amount.counting(pieces);
    }
}
