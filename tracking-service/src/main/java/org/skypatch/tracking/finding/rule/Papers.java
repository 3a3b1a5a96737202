package org.skypatch.tracking.finding.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.NotificationFact;
import org.skypatch.contracts.registry.NotificationState;
import org.skypatch.contracts.registry.StateDecision;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.register.Versions;

/** The licences and the notification that a movement cites, as they counted when it left, and when they are to be valid. */
public final class Papers {

    private Papers() {}

    /** The reports of Parties that cite the licence. */
    public static List<Fact> citing(Movement movement, LicenceNumber licence) {
        return movement.facts().stream()
                .filter(fact -> movement.isReportedByParty(fact)
                        && fact.content().licences().contains(licence))
                .toList();
    }

    /**
     * The days of which one must lie in the validity: of an export licence that of the export, of any other that of the
     * shipment or of the release. Which of the two a State means is not on record, so either will do.
     */
    public static List<LocalDate> daysThatCount(LicenceFact licence, Movement movement, Evidence evidence) {
        List<LocalDate> days = new ArrayList<>(List.of(evidence.lawfulDay(movement)));
        if (licence.kind() != LicenceKind.EXPORT) {
            movement.arrivals().stream()
                    .findFirst()
                    .ifPresent(
                            arrival -> days.add(arrival.content().occurredAt().toLocalDate()));
        }
        return days;
    }

    /** The notification that Parties cite, if the registry holds it. */
    public static Optional<Versions<NotificationFact>> notification(Movement movement, Evidence evidence) {
        return movement.first(fact -> fact.content().references().notification())
                .flatMap(number ->
                        evidence.notifications().record(movement.route().dispatch(), number));
    }

    /** In which state the notification was when the shipment left; nothing if it was recorded later. */
    public static Optional<NotificationState> stateAtDeparture(
            Versions<NotificationFact> notification, Movement movement) {
        return notification.at(movement.startedAt()).map(NotificationFact::state);
    }

    /** Whether a State has consented by that day: in writing, under conditions, or by a silence that counts. */
    public static boolean isConsent(StateDecision decision, LocalDate day) {
        boolean isGiven =
                switch (decision.decision()) {
                    case CONSENTED, WITH_CONDITIONS, PRESUMED -> true;
                    case AWAITED, ACKNOWLEDGED, INFORMATION_ASKED, OBJECTED -> false;
                };
        LocalDate on = decision.on();
        return isGiven && (on == null || !on.isAfter(day));
    }
}
