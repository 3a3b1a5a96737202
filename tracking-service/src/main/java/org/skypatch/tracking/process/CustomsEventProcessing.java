package org.skypatch.tracking.process;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.tracking.movement.Correlation.Consignment;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.MovementFolding;
import org.skypatch.tracking.movement.OpenEnd;
import org.skypatch.tracking.movement.ReferenceKey;
import org.skypatch.tracking.process.TrackingRecords.StoredMovement;

/**
 * The path of a batch of customs events: archive what is new, find what it belongs to, join, fold, judge, and put
 * everything down in one transaction. Applying a batch again changes nothing.
 */
public final class CustomsEventProcessing {

    private final Transactions transactions;
    private final Judging judging;
    private final Clock clock;
    private final AtomicBoolean archivesOnly = new AtomicBoolean();

    public CustomsEventProcessing(Transactions transactions, Judging judging, Clock clock) {
        this.transactions = transactions;
        this.judging = judging;
        this.clock = clock;
    }

    /** Has events archived and not joined, until {@link Rebuilding} joins them all; or no longer. */
    public void archiveOnly(boolean only) {
        archivesOnly.set(only);
    }

    boolean isArchivingOnly() {
        return archivesOnly.get();
    }

    /** Applies the events, each once, and all or none of them. */
    public void apply(List<RecordedEvent> batch) {
        Set<ReferenceKey> known = new HashSet<>();
        transactions.makeRoom(batch.stream().map(RecordedEvent::recordedAt).toList());
        transactions.run(records -> apply(batch, known, records));
    }

    private void apply(List<RecordedEvent> batch, Set<ReferenceKey> known, TrackingRecords records) {
        known.addAll(Neighbourhood.joiningKeys(batch));
        records.lock(known);
        List<RecordedEvent> fresh = records.archiveNew(batch);
        if (!fresh.isEmpty() && !archivesOnly.get()) {
            join(fresh, known, records);
        }
    }

    /** Joins events anew that are archived, with all that they have to do with. */
    void join(List<RecordedEvent> fresh, Set<ReferenceKey> known, TrackingRecords records) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Neighbourhood.Explored neighbourhood = new Neighbourhood(records, known).around(fresh);
        Map<UUID, StoredMovement> stored = new HashMap<>(records.lockMovementsOf(neighbourhood.events()));
        fireWhatIsDue(stored, records, now);

        List<Movement> movements = new ArrayList<>();
        List<OpenEnd> ends = new ArrayList<>();
        for (Consignment consignment : neighbourhood.consignments()) {
            List<Movement> folded = MovementFolding.fold(consignment);
            movements.addAll(folded);
            ends.addAll(OpenEnd.of(consignment, folded, records.register().catalogue()));
        }
        Map<UUID, StoredMovement> gone = gone(stored, movements);
        Judging.Result result = judging.judge(movements, stored, gone.keySet(), records, now);
        List<FindingEvent> news = new ArrayList<>(notices(movements, records, now));
        news.addAll(result.news());
        news.addAll(News.clearings(gone.values(), movementOfEvent(movements), records.register(), now));
        records.save(result.judgements(), gone.keySet(), now);
        records.keepOpenEnds(neighbourhood.events(), ends, now);
        records.tell(news);
    }

    /** What time had already decided is put down first, so that it does not hang on when the sweep came by. */
    private void fireWhatIsDue(Map<UUID, StoredMovement> stored, TrackingRecords records, Instant now) {
        List<UUID> due = stored.values().stream()
                .filter(movement ->
                        movement.dueAt() != null && !movement.dueAt().isAfter(now))
                .map(StoredMovement::id)
                .sorted()
                .toList();
        if (due.isEmpty()) {
            return;
        }
        Map<UUID, StoredMovement> before = new HashMap<>(stored);
        before.keySet().retainAll(due);
        judgeAgain(before, records, now);
        // All of them are read anew: what one of them draws may have changed what another one is told.
        Set<UUID> events = stored.values().stream()
                .flatMap(movement -> movement.events().stream())
                .collect(Collectors.toSet());
        Map<UUID, StoredMovement> after = new HashMap<>(records.lockMovementsOf(events));
        after.keySet().retainAll(stored.keySet());
        stored.putAll(after);
    }

    /** Judges stored movements as they stand: their time has come, or what they rest on has changed. */
    void judgeAgain(Map<UUID, StoredMovement> stored, TrackingRecords records, Instant now) {
        List<Movement> movements = Refolding.asTheyStand(stored.keySet(), records);
        Judging.Result result = judging.judge(movements, stored, Set.of(), records, now);
        records.save(result.judgements(), Set.of(), now);
        records.tell(result.news());
    }

    /** Of the departures of these movements, what has not been told. */
    static List<FindingEvent> notices(List<Movement> movements, TrackingRecords records, Instant now) {
        Map<UUID, FindingEvent> notices = News.departureNotices(movements, records.register(), now);
        Set<UUID> first = records.firstTime(notices.keySet());
        return notices.entrySet().stream()
                .filter(notice -> first.contains(notice.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<UUID, StoredMovement> gone(Map<UUID, StoredMovement> stored, List<Movement> movements) {
        Map<UUID, StoredMovement> gone = new HashMap<>(stored);
        movements.forEach(movement -> gone.remove(movement.id()));
        return gone;
    }

    static Map<UUID, Movement> movementOfEvent(List<Movement> movements) {
        Map<UUID, Movement> of = new HashMap<>();
        movements.forEach(movement -> movement.events().forEach(event -> of.putIfAbsent(event.id(), movement)));
        return of;
    }
}
