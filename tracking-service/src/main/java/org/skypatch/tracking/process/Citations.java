package org.skypatch.tracking.process;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.register.Cited;

/**
 * The registry records that movements name, as they are looked up.
 *
 * @param notifications by the State of export, folded
 * @param traders by their countries, folded
 */
public record Citations(Set<LicenceNumber> licences, Set<String> notifications, Set<String> traders) {

    /** What the Parties' reports of these movements cite. */
    static Citations of(Collection<Movement> movements) {
        Citations citations = new Citations(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (Movement movement : movements) {
            movement.facts().stream().filter(movement::isReportedByParty).forEach(citations::add);
        }
        return citations;
    }

    private void add(Fact fact) {
        licences.addAll(fact.content().licences());
        var route = fact.content().route();
        String notification = fact.content().references().notification();
        if (notification != null) {
            notifications.add(Cited.key(route.dispatch(), notification));
        }
        for (Part part : Part.values()) {
            part.in(fact.content().traders())
                    .ifPresent(trader -> part.country(trader, route).ifPresent(country -> {
                        if (trader.id() != null) {
                            traders.add(Cited.key(country, trader.id().value()));
                        }
                    }));
        }
    }
}
