package org.skypatch.tracking.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.tracking.movement.Likenesses;
import org.skypatch.tracking.movement.Likenesses.Candidate;
import org.skypatch.tracking.movement.Link;
import org.skypatch.tracking.movement.OpenEnd;
import org.skypatch.tracking.movement.ReferenceKey;

/**
 * Finds open ends that are alike and joins their movements, or parts them when a better partner or a reference shows up.
 * Apart from the path of an event, so that no event waits for it; one transaction at a time, over all instances. What it
 * comes to depends on the open ends alone: two ends are linked if each is the other's best.
 */
public final class LikenessSweep {

    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final CustomsEventProcessing processing;
    private final Clock clock;
    private final Duration settling;

    /**
     * @param settling how long an end is left alone, since most are closed by a reference soon
     */
    public LikenessSweep(Transactions transactions, CustomsEventProcessing processing, Clock clock, Duration settling) {
        this.transactions = transactions;
        this.processing = processing;
        this.clock = clock;
        this.settling = settling;
    }

    /**
     * Looks at some of the ends that have changed.
     *
     * @return how many; 0 if nothing is left to look at, or another instance looks
     */
    public int sweep() {
        AtomicInteger looked = new AtomicInteger();
        Set<ReferenceKey> known = new HashSet<>();
        transactions.run(records -> {
            looked.set(0);
            records.lock(known);
            if (!records.register().isComplete() || !records.claimLikenesses()) {
                return;
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            List<OpenEnd> changed = records.claimChangedEnds(now.minus(settling), AT_ONCE);
            looked.set(changed.size());
            if (!changed.isEmpty()) {
                linkAnew(changed, records, events -> joinAnew(events, known, records));
            }
        });
        return looked.get();
    }

    private void joinAnew(List<RecordedEvent> events, Set<ReferenceKey> known, TrackingRecords records) {
        known.addAll(Neighbourhood.joiningKeys(events));
        if (!records.tryLock(known)) {
            throw new Transactions.LockedElsewhere();
        }
        processing.join(events, known, records);
    }

    /** Links these ends to those that they are best alike with, and has joined anew what that moves. */
    static void linkAnew(List<OpenEnd> changed, TrackingRecords records, Consumer<List<RecordedEvent>> join) {
        Surroundings near = new Surroundings(changed, records);
        Set<UUID> concerned = new TreeSet<>(near.concerned());
        List<Link> before = records.linksOf(concerned);
        before.forEach(link -> concerned.addAll(List.of(link.departure(), link.arrival())));
        Set<Link> now = new TreeSet<>();
        concerned.forEach(part -> near.link(part).ifPresent(now::add));
        Set<UUID> moved = new HashSet<>();
        differing(before, now).forEach(link -> moved.addAll(List.of(link.departure(), link.arrival())));
        if (moved.isEmpty()) {
            return;
        }
        records.link(
                moved,
                now.stream().filter(link -> moved.contains(link.departure())).toList());
        join.accept(records.eventsSharing(Set.of(), moved));
    }

    private static List<Link> differing(Collection<Link> before, Collection<Link> now) {
        Function<Link, List<UUID>> ends = link -> List.of(link.departure(), link.arrival());
        Set<List<UUID>> old = before.stream().map(ends).collect(Collectors.toSet());
        Set<List<UUID>> fresh = now.stream().map(ends).collect(Collectors.toSet());
        List<Link> differing = new ArrayList<>();
        before.stream().filter(link -> !fresh.contains(ends.apply(link))).forEach(differing::add);
        now.stream().filter(link -> !old.contains(ends.apply(link))).forEach(differing::add);
        return differing;
    }

    /** The open ends around those that have changed, as far as they have a say. */
    private static final class Surroundings {

        private final Map<UUID, OpenEnd> ends = new TreeMap<>();
        private final Set<UUID> concerned = new TreeSet<>();
        private final Map<UUID, List<Candidate>> candidates = new HashMap<>();

        /** A changed end has a say in whom its candidates take for the best, and these in whom theirs do. */
        private Surroundings(List<OpenEnd> changed, TrackingRecords records) {
            changed.forEach(end -> concerned.add(end.part()));
            List<OpenEnd> nearest = records.openEndsAbout(changed);
            nearest.forEach(end -> concerned.add(end.part()));
            List<OpenEnd> frontier = nearest;
            for (int hop = 0; hop < 3; hop++) {
                frontier.forEach(end -> ends.put(end.part(), end));
                frontier = records.openEndsAbout(frontier).stream()
                        .filter(end -> !ends.containsKey(end.part()))
                        .toList();
            }
            frontier.forEach(end -> ends.put(end.part(), end));
        }

        private Set<UUID> concerned() {
            return concerned;
        }

        private Optional<Link> link(UUID part) {
            return best(part).flatMap(candidate -> best(candidate.end().part())
                    .filter(back -> back.end().part().equals(part))
                    .map(back -> ends.get(part).isDeparture()
                            ? new Link(part, candidate.end().part(), candidate.likeness())
                            : new Link(candidate.end().part(), part, candidate.likeness())));
        }

        private Optional<Candidate> best(UUID part) {
            OpenEnd end = ends.get(part);
            return end == null
                    ? Optional.empty()
                    : Likenesses.best(
                            candidates.computeIfAbsent(part, none -> Likenesses.candidates(end, ends.values())));
        }
    }
}
