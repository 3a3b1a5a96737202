package org.skypatch.tracking.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.tracking.movement.Correlation;
import org.skypatch.tracking.movement.ManualLinks;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.MovementFolding;

/** Folds stored movements anew out of their events, to judge them as they stand. */
final class Refolding {

    private Refolding() {}

    static List<Movement> asTheyStand(Collection<UUID> ids, TrackingRecords records) {
        List<Movement> movements = new ArrayList<>();
        if (ids.isEmpty()) {
            return movements;
        }
        records.eventsOf(ids)
                .forEach((id, events) -> new Correlation(records.register().catalogue())
                                .join(
                                        events,
                                        records.linksOf(ids(events)),
                                        ManualLinks.of(records.manualLinks().about(ids(events))))
                                .stream()
                                .flatMap(consignment -> MovementFolding.fold(consignment).stream())
                                .filter(movement -> movement.id().equals(id))
                                .forEach(movements::add));
        return movements;
    }

    private static Set<UUID> ids(List<RecordedEvent> events) {
        return events.stream().map(RecordedEvent::id).collect(Collectors.toSet());
    }
}
