package org.skypatch.tracking.process;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.tracking.balance.Draws;
import org.skypatch.tracking.finding.Assessment;
import org.skypatch.tracking.finding.Verdict;
import org.skypatch.tracking.movement.Correlation.Consignment;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.MovementFolding;
import org.skypatch.tracking.movement.OpenEnd;
import org.skypatch.tracking.process.TrackingRecords.Judgement;
import org.skypatch.tracking.process.TrackingRecords.StoredMovement;
import org.skypatch.tracking.register.Cited;

/**
 * Builds everything anew that follows from the archive: movements, joins, draws, findings, deadlines. First all events are
 * joined, then all movements judged, so that nothing passes through a state in which something is missing. What was told
 * before (findings with their episodes, departure notices, ledgers) is what the outcome is compared with, so that only a
 * difference is told; told nothing at all where the memory of that was lost, and others still have it.
 */
public final class Rebuilding {

    private static final int EVENTS_AT_ONCE = 500;
    private static final int MOVEMENTS_AT_ONCE = 200;

    private final Transactions transactions;
    private final CustomsEventProcessing processing;
    private final Judging judging;
    private final Clock clock;

    public Rebuilding(Transactions transactions, CustomsEventProcessing processing, Judging judging, Clock clock) {
        this.transactions = transactions;
        this.processing = processing;
        this.judging = judging;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param before the canonical hash of the state that was
     * @param after that of the state that is
     * @param told how many messages follow from the difference
     */
    public record Rebuilt(long events, long movements, String before, String after, long told) {}

    /**
     * Rebuilds, while nobody else joins or judges; all or nothing.
     *
     * @param isTelling whether differences from what was told are told
     * @return nothing if the registry's catalogue has not arrived
     * @throws Transactions.LockedElsewhere if it is being done already
     */
    public Optional<Rebuilt> rebuild(boolean isTelling) {
        AtomicReference<@Nullable Rebuilt> rebuilt = new AtomicReference<>();
        boolean wasArchiving = processing.isArchivingOnly();
        try {
            transactions.alone(records -> {
                rebuilt.set(null);
                if (records.register().isComplete()) {
                    rebuilt.set(rebuild(records, isTelling));
                    // Whoever archives next waits for this transaction, and is to join again.
                    processing.archiveOnly(false);
                }
            });
        } catch (RuntimeException e) {
            processing.archiveOnly(wasArchiving);
            throw e;
        }
        return Optional.ofNullable(rebuilt.get());
    }

    private Rebuilt rebuild(TrackingRecords records, boolean isTelling) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String before = hash(records);
        records.whole().forgetMovements();
        long events = joinAll(records, now);
        linkAll(records, now);
        long movements = judgeAll(records, now);
        giveBackWhatRemains(records, now);
        if (!isTelling) {
            records.whole().untell();
        }
        return new Rebuilt(
                events, movements, before, hash(records), records.whole().told());
    }

    /** The canonical hash of everything. */
    static String hash(TrackingRecords records) {
        CanonicalState state = new CanonicalState();
        List<UUID> page = records.whole().movementsAfter(null, MOVEMENTS_AT_ONCE);
        while (!page.isEmpty()) {
            state.with(records.whole().statesOf(page));
            page = records.whole().movementsAfter(page.getLast(), MOVEMENTS_AT_ONCE);
        }
        return state.hash();
    }

    private static long joinAll(TrackingRecords records, Instant now) {
        long events = 0;
        List<RecordedEvent> page = records.whole().eventsAfter(null, EVENTS_AT_ONCE);
        while (!page.isEmpty()) {
            events += page.size();
            Set<UUID> joined = records.eventsTogetherWith(
                    page.stream().map(RecordedEvent::id).collect(Collectors.toSet()));
            List<RecordedEvent> left =
                    page.stream().filter(event -> !joined.contains(event.id())).toList();
            if (!left.isEmpty()) {
                join(left, records, now);
            }
            page = records.whole().eventsAfter(page.getLast(), EVENTS_AT_ONCE);
        }
        return events;
    }

    /** Ends that are open now, and were not before, are compared at once. */
    private static void linkAll(TrackingRecords records, Instant now) {
        List<OpenEnd> changed = records.claimChangedEnds(now, EVENTS_AT_ONCE);
        while (!changed.isEmpty()) {
            LikenessSweep.linkAnew(changed, records, events -> join(events, records, now));
            changed = records.claimChangedEnds(now, EVENTS_AT_ONCE);
        }
    }

    private static void join(List<RecordedEvent> events, TrackingRecords records, Instant now) {
        Neighbourhood.Explored neighbourhood = new Neighbourhood(records, new HashSet<>()).around(events);
        List<Movement> movements = new ArrayList<>();
        List<OpenEnd> ends = new ArrayList<>();
        for (Consignment consignment : neighbourhood.consignments()) {
            List<Movement> folded = MovementFolding.fold(consignment);
            movements.addAll(folded);
            ends.addAll(OpenEnd.of(consignment, folded, records.register().catalogue()));
        }
        Set<UUID> ids = movements.stream().map(Movement::id).collect(Collectors.toSet());
        Set<UUID> gone =
                new HashSet<>(records.lockMovementsOf(neighbourhood.events()).keySet());
        gone.removeAll(ids);
        records.whole().forget(gone);
        Cited cited = records.cited(Citations.of(movements));
        Draws.Drawn drawn = new Draws(records.register(), cited.licences(), cited.notifications()).of(movements);
        new Bookkeeping(records.ledgers()).post(ids, drawn, now);
        records.save(
                movements.stream()
                        .map(movement -> new Judgement(
                                movement,
                                movement.status().label(),
                                Verdict.of(new Assessment(List.of())),
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                now))
                        .toList(),
                Set.of(),
                now);
        records.keepOpenEnds(neighbourhood.events(), ends, now);
    }

    private long judgeAll(TrackingRecords records, Instant now) {
        long movements = 0;
        List<UUID> page = records.whole().movementsAfter(null, MOVEMENTS_AT_ONCE);
        while (!page.isEmpty()) {
            movements += page.size();
            Map<UUID, StoredMovement> stored = records.lockWithoutWaiting(page);
            List<Movement> folded = Refolding.asTheyStand(page, records);
            Judging.Result result = judging.judge(folded, stored, Set.of(), records, now);
            List<FindingEvent> news = new ArrayList<>(CustomsEventProcessing.notices(folded, records, now));
            news.addAll(result.news());
            records.save(result.judgements(), Set.of(), now);
            records.tell(news);
            page = records.whole().movementsAfter(page.getLast(), MOVEMENTS_AT_ONCE);
        }
        return movements;
    }

    /** What was found of movements that should never have been is cleared, and what they drew given back. */
    private void giveBackWhatRemains(TrackingRecords records, Instant now) {
        Map<UUID, StoredMovement> remains = records.whole().remains();
        if (remains.isEmpty()) {
            return;
        }
        List<Movement> into =
                Refolding.asTheyStand(records.lockMovementsOf(remains.keySet()).keySet(), records);
        Judging.Result result = judging.judge(List.of(), Map.of(), remains.keySet(), records, now);
        List<FindingEvent> news = new ArrayList<>(result.news());
        news.addAll(News.clearings(
                remains.values(), CustomsEventProcessing.movementOfEvent(into), records.register(), now));
        records.save(result.judgements(), remains.keySet(), now);
        records.tell(news);
    }
}
