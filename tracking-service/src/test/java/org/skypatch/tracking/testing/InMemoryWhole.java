package org.skypatch.tracking.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.tracking.balance.Draw;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.process.CanonicalState.OfMovement;
import org.skypatch.tracking.process.RuleTrial.Position;
import org.skypatch.tracking.process.TrackingRecords.Judgement;
import org.skypatch.tracking.process.TrackingRecords.StoredMovement;
import org.skypatch.tracking.process.WholeState;

/** Everything that is in memory. */
public final class InMemoryWhole implements WholeState {

    private static final Comparator<UUID> BY_ID = Comparator.naturalOrder();

    private final Map<UUID, RecordedEvent> archive;
    private final Map<UUID, Judgement> movements;
    private final Consumer<UUID> forgetting;
    private final Map<UUID, Map<UUID, Finding>> findings;
    private final InMemoryLedgers ledgers;
    private final List<FindingEvent> told;
    private int toldBefore;

    InMemoryWhole(
            Map<UUID, RecordedEvent> archive,
            Map<UUID, Judgement> movements,
            Consumer<UUID> forgetting,
            Map<UUID, Map<UUID, Finding>> findings,
            InMemoryLedgers ledgers,
            List<FindingEvent> told) {
        this.archive = archive;
        this.movements = movements;
        this.forgetting = forgetting;
        this.findings = findings;
        this.ledgers = ledgers;
        this.told = told;
    }

    void begin() {
        toldBefore = told.size();
    }

    @Override
    public List<RecordedEvent> eventsAfter(@Nullable RecordedEvent last, int most) {
        return archive.values().stream()
                .sorted(Movement.AS_RECORDED)
                .filter(event -> last == null || Movement.AS_RECORDED.compare(event, last) > 0)
                .limit(most)
                .toList();
    }

    @Override
    public List<UUID> movementsAfter(@Nullable UUID last, int most) {
        return movements.keySet().stream()
                .sorted(BY_ID)
                .filter(id -> last == null || BY_ID.compare(id, last) > 0)
                .limit(most)
                .toList();
    }

    @Override
    public List<Position> startedWithin(
            @Nullable String audience, LocalDate from, LocalDate until, @Nullable Position after, int most) {
        Comparator<Position> order = Comparator.comparing(Position::startedAt).thenComparing(Position::movement);
        return movements.values().stream()
                .map(Judgement::movement)
                .filter(movement -> audience == null
                        || movement.audience().stream()
                                .anyMatch(country -> country.value().equals(audience)))
                .map(movement -> new Position(movement.startedAt(), movement.id()))
                .filter(place -> {
                    LocalDate day = place.startedAt().atZone(ZoneOffset.UTC).toLocalDate();
                    return !day.isBefore(from) && !day.isAfter(until);
                })
                .sorted(order)
                .filter(place -> after == null || order.compare(place, after) > 0)
                .limit(most)
                .toList();
    }

    @Override
    public List<OfMovement> statesOf(Collection<UUID> ids) {
        Map<UUID, List<Draw>> draws = ledgers.draws().stream().collect(Collectors.groupingBy(Draw::movement));
        return ids.stream()
                .map(movements::get)
                .map(row -> new OfMovement(
                        row.movement().events().stream().map(RecordedEvent::id).collect(Collectors.toSet()),
                        row.movement().joined().label(),
                        row.movement().audience().stream().map(Object::toString).collect(Collectors.toSet()),
                        row.status(),
                        row.open(),
                        draws.getOrDefault(row.movement().id(), List.of())))
                .toList();
    }

    @Override
    public void forgetMovements() {
        forget(movements.keySet());
    }

    @Override
    public void forget(Collection<UUID> ids) {
        List.copyOf(ids).forEach(forgetting);
    }

    @Override
    public Map<UUID, StoredMovement> remains() {
        Set<UUID> ids = new TreeSet<>();
        findings.forEach((id, known) -> {
            if (known.values().stream().anyMatch(finding -> finding.clearedAt() == null)) {
                ids.add(id);
            }
        });
        ledgers.draws().forEach(draw -> ids.add(draw.movement()));
        ids.removeAll(movements.keySet());
        Map<UUID, StoredMovement> remains = new HashMap<>();
        ids.forEach(id -> remains.put(
                id,
                new StoredMovement(
                        id,
                        Set.of(id),
                        List.copyOf(findings.getOrDefault(id, Map.of()).values()),
                        null,
                        Instant.EPOCH)));
        return remains;
    }

    @Override
    public long told() {
        return told.size() - toldBefore;
    }

    @Override
    public void untell() {
        told.subList(toldBefore, told.size()).clear();
    }
}
