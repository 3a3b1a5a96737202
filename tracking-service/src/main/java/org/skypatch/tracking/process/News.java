package org.skypatch.tracking.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.customs.NamedTrader;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.customs.References;
import org.skypatch.contracts.finding.Audience;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.finding.MovementSummary;
import org.skypatch.contracts.finding.NominalDetail;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.finding.FindingDiff;
import org.skypatch.tracking.movement.EventIds;
import org.skypatch.tracking.movement.Fact;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.process.TrackingRecords.StoredMovement;
import org.skypatch.tracking.register.Catalogue;
import org.skypatch.tracking.register.Register;

/** What is told of movements: findings that opened, changed or cleared, and departures. */
final class News {

    private News() {}

    /** What has changed of a movement's findings. */
    static List<FindingEvent> of(Movement movement, String status, FindingDiff diff, Instant at, Register register) {
        List<FindingEvent> news = new ArrayList<>();
        if (diff.raised().isEmpty()
                && diff.changed().isEmpty()
                && diff.cleared().isEmpty()) {
            return news;
        }
        MovementSummary summary = summary(movement, status, register.catalogue());
        NominalDetail nominal = nominal(movement);
        Audience audience = register.audienceOf(movement.audience(), movement.lawfulDay());
        for (Finding raised : diff.raised()) {
            news.add(new FindingEvent.FindingRaised(
                    messageId("raised", raised), at, raised, summary, nominal, audience(raised, audience)));
        }
        for (Finding changed : diff.changed()) {
            news.add(new FindingEvent.FindingChanged(
                    EventIds.named("message", "changed", changed.id().toString(), at.toString()),
                    at,
                    changed,
                    summary,
                    nominal,
                    audience(changed, audience)));
        }
        for (Finding cleared : diff.cleared()) {
            news.add(new FindingEvent.FindingCleared(
                    messageId("cleared", cleared), at, cleared, summary, nominal, audience(cleared, audience)));
        }
        return news;
    }

    /** Who is told: all whom the movement concerns, unless the finding is for some of them only. */
    private static Audience audience(Finding finding, Audience whole) {
        if (finding.onlyFor().isEmpty()) {
            return whole;
        }
        Set<CountryCode> some = new TreeSet<>(whole.countries());
        some.retainAll(finding.onlyFor());
        return new Audience(some, Set.of());
    }

    /** An episode of a finding is raised once and cleared once, also if it is told again. */
    private static UUID messageId(String what, Finding finding) {
        return EventIds.named("message", what, finding.id().toString());
    }

    /** The clearing of what is open on movements that are no more: their events now belong to another one. */
    static List<FindingEvent> clearings(
            Collection<StoredMovement> gone, Map<UUID, Movement> nowIn, Register register, Instant now) {
        List<FindingEvent> news = new ArrayList<>();
        for (StoredMovement movement : gone) {
            Movement into = movement.events().stream()
                    .map(nowIn::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            if (into == null) {
                continue;
            }
            for (Finding finding : movement.findings()) {
                if (finding.clearedAt() == null) {
                    Finding cleared = FindingDiff.cleared(finding, now);
                    news.add(new FindingEvent.FindingCleared(
                            messageId("cleared", cleared),
                            now,
                            cleared,
                            summary(into, into.status().label(), register.catalogue()),
                            nominal(into),
                            audience(cleared, register.audienceOf(into.audience(), into.lawfulDay()))));
                }
            }
        }
        return news;
    }

    /** The notices of departures of controlled commodities, by their ids: for destination and transit, and their regions. */
    static Map<UUID, FindingEvent> departureNotices(Collection<Movement> movements, Register register, Instant now) {
        Map<UUID, FindingEvent> notices = new HashMap<>();
        for (Movement movement : movements) {
            if (movement.commodities(register.catalogue()).stream().noneMatch(register.catalogue()::isControlled)) {
                continue;
            }
            for (Fact departure : movement.departures()) {
                Set<CountryCode> told =
                        new TreeSet<>(departure.content().route().transit());
                told.add(departure.content().route().destination());
                told.remove(movement.route().dispatch());
                UUID id = EventIds.named("departure-notice", departure.id().toString(), told.toString());
                notices.put(
                        id,
                        new FindingEvent.DepartureNotified(
                                id,
                                now,
                                summary(movement, movement.status().label(), register.catalogue()),
                                nominal(movement),
                                register.audienceOf(told, movement.lawfulDay())));
            }
        }
        return notices;
    }

    private static MovementSummary summary(Movement movement, String status, Catalogue catalogue) {
        var commodities = movement.commodities(catalogue);
        return new MovementSummary(
                movement.id(),
                status,
                movement.route().origin(),
                movement.route().dispatch(),
                movement.route().transit(),
                movement.route().destination(),
                commodities,
                commodities.stream()
                        .flatMap(id -> catalogue.groups(id).stream())
                        .collect(Collectors.toSet()),
                movement.mass(),
                movement.departure().map(fact -> fact.content().occurredAt()).orElse(null));
    }

    private static NominalDetail nominal(Movement movement) {
        List<String> references = movement.events().stream()
                .map(RecordedEvent::event)
                .map(CustomsEvent::references)
                .flatMap(News::written)
                .distinct()
                .toList();
        return new NominalDetail(
                references,
                trader(movement, fact -> fact.content().traders().exporter()),
                trader(movement, fact -> fact.content().traders().importer()),
                List.copyOf(movement.licences()),
                movement.facts().stream()
                        .filter(movement::isReportedByParty)
                        .flatMap(fact -> fact.content().transport().containers().stream())
                        .distinct()
                        .toList());
    }

    private static @Nullable NamedTrader trader(Movement movement, Function<Fact, @Nullable NamedTrader> part) {
        return movement.first(part).orElse(null);
    }

    private static Stream<String> written(References references) {
        String shipment = references.notification() == null
                ? null
                : references.notification()
                        + (references.shipmentSerial() == null ? "" : "/" + references.shipmentSerial());
        return Stream.of(
                        references.ucr(),
                        references.exportDeclaration(),
                        references.importDeclaration(),
                        references.transportDocument(),
                        shipment)
                .filter(Objects::nonNull);
    }
}
