package org.skypatch.tracking.process;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.access.Sight;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.movement.LinkStatement;
import org.skypatch.tracking.movement.ManualLink;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.ReferenceKey;

/**
 * Joining and parting by hand. What is said of two events is put down, and what it changes is joined and judged anew in the
 * same transaction. Ends that two countries reported are joined when both say so, or one of them and an operator.
 */
public final class Linking {

    private final Transactions transactions;
    private final CustomsEventProcessing processing;
    private final Clock clock;

    public Linking(Transactions transactions, CustomsEventProcessing processing, Clock clock) {
        this.transactions = transactions;
        this.processing = processing;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {

        /** It is put down; or was before, if it is not new. */
        record Done(ManualLink link, boolean isNew) implements Outcome {}

        /** One of the movements, or the link, is none that the caller may see. */
        record NotSeen() implements Outcome {}

        /** The caller sees both, and it is not the caller's to say. */
        record NotTheirs(String why) implements Outcome {}

        /** The two cannot be one. */
        record Contradicting(String why) implements Outcome {}
    }

    /** Undoes a transaction that would put down what cannot be. */
    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Outcome outcome;

        private Undone(String why) {
            super(why);
            this.outcome = new Outcome.Contradicting(why);
        }
    }

    /** Two events that something is said of, and who says it. */
    private record Pair(
            UUID one,
            CountryCode oneSide,
            UUID other,
            CountryCode otherSide,
            @Nullable CountryCode voice) {

        private boolean isNew(boolean together, List<LinkStatement> said) {
            return said.isEmpty() || said.getLast().together() != together;
        }
    }

    /** Says that two movements are one, or that they are not. Saying it again changes nothing. */
    public Outcome say(UUID movement, UUID other, Caller caller, boolean together, String reason) {
        return run(
                records -> {
                    Map<UUID, Movement> found = new HashMap<>();
                    for (UUID id : new TreeSet<>(List.of(movement, other))) {
                        if (isSeen(id, caller, records)) {
                            Refolding.asTheyStand(Set.of(id), records).forEach(one -> found.put(id, one));
                        }
                    }
                    Movement here = found.get(movement);
                    Movement there = found.get(other);
                    if (here == null || there == null) {
                        return new Found(null, new Outcome.NotSeen());
                    }
                    if (movement.equals(other)) {
                        return new Found(null, new Outcome.Contradicting("the two are one movement already"));
                    }
                    if (together && !maySetOutTogether(here, there)) {
                        return new Found(
                                null,
                                new Outcome.Contradicting("both have left, and not from and to the same countries"));
                    }
                    return pair(here, there, caller);
                },
                caller,
                together,
                reason);
    }

    /** Says of a link of the movement that its ends do not belong together. */
    public Outcome part(UUID movement, UUID link, Caller caller, String reason) {
        return run(
                records -> {
                    if (!isSeen(movement, caller, records)) {
                        return new Found(null, new Outcome.NotSeen());
                    }
                    Set<UUID> events = new HashSet<>();
                    Refolding.asTheyStand(Set.of(movement), records)
                            .forEach(one -> events.addAll(Enquiring.events(one)));
                    ManualLink known =
                            ManualLink.of(records.manualLinks().about(events)).get(link);
                    if (known == null) {
                        return new Found(null, new Outcome.NotSeen());
                    }
                    LinkStatement any = known.statements().getFirst();
                    CountryCode voice = caller.country();
                    boolean isSide =
                            any.oneSide().equals(voice) || any.otherSide().equals(voice);
                    return isSide || voice == null
                            ? new Found(new Pair(any.one(), any.oneSide(), any.other(), any.otherSide(), voice), null)
                            : new Found(null, new Outcome.NotSeen());
                },
                caller,
                false,
                reason);
    }

    /** The pair that is spoken of, or why it cannot be. */
    private record Found(@Nullable Pair pair, @Nullable Outcome refused) {}

    /** Finds what is spoken of, in the transaction. */
    @FunctionalInterface
    private interface Finder {
        Found find(TrackingRecords records);
    }

    private Outcome run(Finder finder, Caller caller, boolean together, String reason) {
        AtomicReference<Outcome> outcome = new AtomicReference<>(new Outcome.NotSeen());
        Set<ReferenceKey> known = new HashSet<>();
        try {
            transactions.run(records -> {
                records.lock(known);
                Found found = finder.find(records);
                outcome.set(
                        found.pair() == null
                                ? Objects.requireNonNull(found.refused())
                                : put(found.pair(), caller, together, reason, known, records));
            });
        } catch (Undone e) {
            return e.outcome;
        }
        return outcome.get();
    }

    private Outcome put(
            Pair pair,
            Caller caller,
            boolean together,
            String reason,
            Set<ReferenceKey> known,
            TrackingRecords records) {
        List<RecordedEvent> ends = records.eventsSharing(Set.of(), Set.of(pair.one(), pair.other()));
        known.addAll(Neighbourhood.joiningKeys(ends));
        if (!records.tryLock(known)) {
            throw new Transactions.LockedElsewhere();
        }
        List<LinkStatement> before = records.manualLinks().about(Set.of(pair.one())).stream()
                .filter(statement -> statement.other().equals(pair.other())
                        && statement.one().equals(pair.one()))
                .toList();
        List<LinkStatement> own = before.stream()
                .filter(statement -> Objects.equals(statement.voice(), pair.voice()))
                .sorted(Comparator.comparing(LinkStatement::ordinal))
                .toList();
        if (!pair.isNew(together, own)) {
            return new Outcome.Done(new ManualLink(before), false);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LinkStatement statement = new LinkStatement(
                pair.one(),
                pair.oneSide(),
                pair.other(),
                pair.otherSide(),
                own.size() + 1,
                together,
                pair.voice(),
                caller.administration(),
                now,
                reason);
        records.manualLinks().say(statement);
        ManualLink link = new ManualLink(
                Stream.concat(before.stream(), Stream.of(statement)).toList());
        processing.join(ends, known, records);
        boolean isOne = records.eventsTogetherWith(Set.of(pair.one())).contains(pair.other());
        if (link.state() == ManualLink.State.AGREED && !isOne) {
            throw new Undone("what is known of the two contradicts that they are one: other destinations,"
                    + " or references that count more");
        }
        return new Outcome.Done(link, true);
    }

    /** Whether the caller may see the movement, which is locked then. */
    private static boolean isSeen(UUID id, Caller caller, TrackingRecords records) {
        if (caller.country() != null) {
            return records.enquiries().lockSeenBy(caller.country().value(), id);
        }
        return caller.sight() instanceof Sight.NonNominal
                && caller.has(Role.OPERATOR)
                && records.lockWithoutWaiting(Set.of(id)).containsKey(id);
    }

    private static boolean maySetOutTogether(Movement here, Movement there) {
        return here.departures().isEmpty()
                || there.departures().isEmpty()
                || here.route().dispatch().equals(there.route().dispatch())
                        && here.route().destination().equals(there.route().destination());
    }

    private static Found pair(Movement here, Movement there, Caller caller) {
        UUID one = Enquiring.anchor(here);
        UUID other = Enquiring.anchor(there);
        CountryCode oneSide = reporter(here, one);
        CountryCode otherSide = reporter(there, other);
        if (one.equals(other) || oneSide == null || otherSide == null) {
            return new Found(null, new Outcome.Contradicting("the two rest on the same report, or on none"));
        }
        CountryCode voice = caller.country();
        boolean isParty = voice == null
                || here.audience().contains(voice) && there.audience().contains(voice);
        if (!isParty || voice != null && !voice.equals(oneSide) && !voice.equals(otherSide)) {
            return new Found(
                    null,
                    new Outcome.NotTheirs("the countries that reported the two ends, and operators, link movements"));
        }
        return new Found(
                one.compareTo(other) < 0
                        ? new Pair(one, oneSide, other, otherSide, voice)
                        : new Pair(other, otherSide, one, oneSide, voice),
                null);
    }

    private static @Nullable CountryCode reporter(Movement movement, UUID event) {
        return movement.events().stream()
                .filter(recorded -> recorded.id().equals(event))
                .findFirst()
                .flatMap(recorded -> recorded.event().reportingCountry())
                .orElse(null);
    }
}
