package org.skypatch.tracking.movement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.customs.Route;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.Correlation.Consignment;

/**
 * Folds consignments into movements.
 *
 * <p>The declared route says whom a movement concerns. A report from any other country joins it, and its reporter goes on
 * seeing what it saw before: a movement of its own reports alone, as if nothing had joined. So a guessed reference tells
 * its author nothing, not even that there is something to guess.
 */
public final class MovementFolding {

    private MovementFolding() {}

    /**
     * The movements that the consignment makes: the joined one first, then one for each outside reporter. None if it holds
     * nothing but corrections whose originals are unknown.
     */
    public static List<Movement> fold(Consignment consignment) {
        List<RecordedEvent> events =
                consignment.events().stream().sorted(Movement.AS_RECORDED).toList();
        if (originals(events).findAny().isEmpty()) {
            return List.of();
        }
        Route route = declaredRoute(events);
        Set<CountryCode> parties = declaredCountries(events, route);
        List<RecordedEvent> theirs = events.stream()
                .filter(event -> reporter(event).filter(parties::contains).isPresent())
                .toList();
        List<Movement> movements = new ArrayList<>();
        movements.add(new Movement(
                originals(theirs).findFirst().map(RecordedEvent::id).orElseGet(() -> unreported(events)),
                consignment.joined(),
                events,
                Fact.of(events),
                route,
                parties));
        outsiders(events, parties).forEach((country, own) -> {
            if (originals(own).findAny().isPresent()) {
                movements.add(new Movement(
                        originals(own).findFirst().orElseThrow().id(),
                        Joined.DECISIVE,
                        own,
                        Fact.of(own),
                        declaredRoute(own),
                        Set.of(country)));
            }
        });
        return movements;
    }

    /** The id of what only outsiders have reported: theirs are the ids of what each of them sees alone. */
    private static UUID unreported(List<RecordedEvent> events) {
        return EventIds.named(
                "movement", originals(events).findFirst().orElseThrow().id().toString());
    }

    private static Stream<RecordedEvent> originals(Collection<RecordedEvent> events) {
        return events.stream().filter(event -> !event.event().type().isCorrection());
    }

    private static Optional<CountryCode> reporter(RecordedEvent event) {
        return event.event().reportingCountry();
    }

    private static SortedMap<CountryCode, List<RecordedEvent>> outsiders(
            List<RecordedEvent> events, Set<CountryCode> parties) {
        SortedMap<CountryCode, List<RecordedEvent>> outsiders = new TreeMap<>();
        for (RecordedEvent event : events) {
            reporter(event).filter(country -> !parties.contains(country)).ifPresent(country -> outsiders
                    .computeIfAbsent(country, none -> new ArrayList<>())
                    .add(event));
        }
        return outsiders;
    }

    /** The route that counts, of what the events say today; of cancelled events if nothing else is left. */
    private static Route declaredRoute(List<RecordedEvent> events) {
        List<Fact> facts = Fact.of(events);
        List<Fact> telling = facts.isEmpty()
                ? originals(events)
                        .map(event -> new Fact(event.id(), event.event().type(), event.event(), event.recordedAt()))
                        .sorted(Fact.AS_IT_HAPPENED)
                        .toList()
                : facts;
        return telling.stream()
                .filter(fact -> fact.type().isDeparture()
                        && fact.isReportedBy(fact.content().route().dispatch()))
                .findFirst()
                .or(() -> telling.stream()
                        .filter(fact -> fact.isReportedBy(fact.content().route().dispatch()))
                        .findFirst())
                .or(() -> telling.stream()
                        .filter(fact -> fact.isReportedBy(fact.content().route().destination()))
                        .findFirst())
                .or(() -> telling.stream().findFirst())
                .orElseThrow()
                .content()
                .route();
    }

    /** The countries of the route, and those that dispatch and destination declare besides. */
    private static Set<CountryCode> declaredCountries(List<RecordedEvent> events, Route route) {
        Set<CountryCode> countries = new TreeSet<>(route.countries());
        for (Fact fact : Fact.of(events)) {
            Route declared = fact.content().route();
            boolean sameWay = declared.dispatch().equals(route.dispatch())
                    && declared.destination().equals(route.destination());
            if (sameWay && (fact.isReportedBy(route.dispatch()) || fact.isReportedBy(route.destination()))) {
                countries.addAll(declared.countries());
            }
        }
        return countries;
    }
}
