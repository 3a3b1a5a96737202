package org.skypatch.tracking.process;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.contracts.registry.RegistryEvent;
import org.skypatch.tracking.finding.RuleFailure;
import org.skypatch.tracking.finding.ThresholdSet;
import org.skypatch.tracking.finding.Verdict;
import org.skypatch.tracking.movement.Flow;
import org.skypatch.tracking.movement.Link;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.OpenEnd;
import org.skypatch.tracking.movement.ReferenceKey;
import org.skypatch.tracking.movement.Stock;
import org.skypatch.tracking.register.Cited;
import org.skypatch.tracking.register.Register;

/** What tracking remembers, within one transaction. Sets go to the database as sets: one statement each. */
public interface TrackingRecords {

    /** The registry's facts as of this transaction. */
    Register register();

    /** The numbers of policy that were published, by their first day. */
    List<ThresholdSet> thresholds();

    /** Those of these records that the registry holds; of licences that it does not hold, those that look like them. */
    default Cited cited(Citations citations) {
        return cited(citations, every -> true);
    }

    /** The same, as if the registry held nothing but the known ones. */
    Cited cited(Citations citations, Predicate<RegistryEvent> known);

    /** What had come into a country, and gone out of it again, up to each of these re-exports. */
    Map<Flow, Stock> stocks(Collection<Flow> departures);

    /** Everything, page by page. */
    WholeState whole();

    /** Who was asked whether goods were seen, and what was answered. */
    EnquiryRecords enquiries();

    /** What was said by hand of events: that they belong together, or not. */
    LinkRecords manualLinks();

    /** What Parties said of who else may see movements. */
    ReleaseRecords releases();

    /** How long goods travelled, month by month. */
    CorridorRecords corridors();

    /** What was drawn on licences, notifications and quotas. */
    LedgerRecords ledgers();

    /** Keeps other transactions away from whatever carries these keys, until this one ends. Waits; taken in one order. */
    void lock(Collection<ReferenceKey> keys);

    /**
     * The same, for keys found later, without waiting, so that nobody waits in a circle.
     *
     * @return whether all could be had
     */
    boolean tryLock(Collection<ReferenceKey> keys);

    /**
     * Archives the events that are not known yet, and remembers those that contradict a known one under the same id.
     *
     * @return the new ones
     */
    List<RecordedEvent> archiveNew(List<RecordedEvent> events);

    /** The archived events that carry one of these joining keys, or have one of these ids. */
    List<RecordedEvent> eventsSharing(Collection<ReferenceKey> keys, Collection<UUID> ids);

    /** The ids of the events of every movement that one of these events belongs to. */
    Set<UUID> eventsTogetherWith(Collection<UUID> events);

    /** The movements that these events belong to so far; their rows stay locked until the transaction ends. */
    Map<UUID, StoredMovement> lockMovementsOf(Collection<UUID> events);

    /**
     * These movements; their rows stay locked until the transaction ends. Does not wait, so that nobody waits in a circle.
     *
     * @throws Transactions.LockedElsewhere if another transaction works on one of them
     */
    Map<UUID, StoredMovement> lockWithoutWaiting(Collection<UUID> movements);

    /** Movements that should be judged: those due, and those whose evidence changed; skips what others work on. */
    Map<UUID, StoredMovement> claimDue(Instant now, int most);

    /**
     * The archived events of these movements, by movement; of a movement that an outside reporter sees alone, those of the
     * whole consignment, out of which it is folded.
     */
    Map<UUID, List<RecordedEvent>> eventsOf(Collection<UUID> movements);

    /** Puts down the new state of movements, and forgets those that are no more. */
    void save(List<Judgement> judged, Collection<UUID> gone, Instant at);

    /** The likenesses that tie a part of one of these ids to another. */
    List<Link> linksOf(Collection<UUID> parts);

    /**
     * Keeps the open ends that these events make now, in place of those that they made before, and remembers what has
     * changed until {@link #claimChangedEnds}.
     */
    void keepOpenEnds(Collection<UUID> events, List<OpenEnd> ends, Instant at);

    /** Whether this transaction alone now finds out what is alike. */
    boolean claimLikenesses();

    /** Open ends that came, changed or went before this instant, as they were or are; each is handed out once. */
    List<OpenEnd> claimChangedEnds(Instant before, int most);

    /**
     * The ends that the other end of one of these could be, by corridor, mass and time, and these themselves as far as they
     * are still open.
     */
    List<OpenEnd> openEndsAbout(Collection<OpenEnd> ends);

    /** Puts links in place of those that these parts had. */
    void link(Collection<UUID> parts, Collection<Link> links);

    /** Departure notices that have not been sent yet, remembering that they now are. */
    Set<UUID> firstTime(Collection<UUID> notices);

    /** Puts news into the outbox, in this order. */
    void tell(List<FindingEvent> news);

    /**
     * A movement as it was put down.
     *
     * @param events the events that it holds
     * @param findings open and cleared
     * @param dueAt when time alone may change something; never, if missing
     * @param judgedAt as of when it was judged last
     */
    record StoredMovement(
            UUID id,
            Set<UUID> events,
            List<Finding> findings,
            @Nullable Instant dueAt,
            Instant judgedAt) {}

    /**
     * A movement as it is to be put down.
     *
     * @param changed the findings that are new, changed or cleared
     * @param open all open findings
     * @param failures the rules that threw
     */
    record Judgement(
            Movement movement,
            String status,
            Verdict verdict,
            List<Finding> changed,
            List<Finding> open,
            List<RuleFailure> failures,
            @Nullable Instant lookAgainAt,
            Instant judgedAt) {}
}
