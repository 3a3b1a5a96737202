package org.skypatch.tracking.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.tracking.balance.Draws;
import org.skypatch.tracking.balance.Standing;
import org.skypatch.tracking.corridor.Corridor;
import org.skypatch.tracking.corridor.Trade;
import org.skypatch.tracking.corridor.TransitTime;
import org.skypatch.tracking.corridor.UsualPrice;
import org.skypatch.tracking.enquiry.Enquiry;
import org.skypatch.tracking.finding.Assessment;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.FindingDiff;
import org.skypatch.tracking.finding.Thresholds;
import org.skypatch.tracking.finding.Verdict;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.movement.Flow;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.MovementStatus;
import org.skypatch.tracking.movement.Stock;
import org.skypatch.tracking.process.TrackingRecords.Judgement;
import org.skypatch.tracking.process.TrackingRecords.StoredMovement;
import org.skypatch.tracking.register.Cited;
import org.skypatch.tracking.register.Register;

/** Judges movements by the rules in force and words what has changed. */
public final class Judging {

    private static final String NOT_ARRIVED = "not-arrived";

    private final RulesInForce rules;
    private final Thresholds thresholds;

    public Judging(RulesInForce rules, Thresholds thresholds) {
        this.rules = rules;
        this.thresholds = thresholds;
    }

    /** What is to be put down and told. */
    record Result(List<Judgement> judgements, List<FindingEvent> news) {}

    /**
     * Judges the movements as of this instant; never as of an earlier one than they were judged before. Movements that go
     * beyond a grant, or no longer do, because of what these draw are judged again with them.
     *
     * @param stored what is known of movements so far, by id
     * @param gone movements that are no more: what they drew is given back
     */
    Result judge(
            List<Movement> movements,
            Map<UUID, StoredMovement> stored,
            Collection<UUID> gone,
            TrackingRecords records,
            Instant now) {
        Result result = new Result(new ArrayList<>(), new ArrayList<>());
        Cited cited = records.cited(Citations.of(movements));
        Set<UUID> touched = new TreeSet<>(gone);
        movements.forEach(movement -> touched.add(movement.id()));
        Draws.Drawn drawn = new Draws(records.register(), cited.licences(), cited.notifications()).of(movements);
        Bookkeeping books = new Bookkeeping(records.ledgers());
        Set<UUID> others = books.post(touched, drawn, now);
        assess(movements, stored, cited, books.standings(drawn.draws()), records, now, result);
        if (!others.isEmpty()) {
            Map<UUID, StoredMovement> later = records.lockWithoutWaiting(others);
            List<Movement> again = Refolding.asTheyStand(later.keySet(), records);
            assess(
                    again,
                    later,
                    records.cited(Citations.of(again)),
                    books.standings(records.ledgers().drawsOf(others)),
                    records,
                    now,
                    result);
        }
        return result;
    }

    private void assess(
            List<Movement> movements,
            Map<UUID, StoredMovement> stored,
            Cited cited,
            Map<UUID, List<Standing>> standings,
            TrackingRecords records,
            Instant now,
            Result result) {
        Register register = records.register();
        Map<Flow, Stock> stocks = records.stocks(movements.stream()
                .flatMap(movement -> Flow.of(movement, register.catalogue()).stream())
                .filter(flow -> flow.direction() == Flow.Direction.OUT)
                .collect(Collectors.toSet()));
        Map<UUID, List<Enquiry>> enquiries = enquiries(movements, records);
        List<TransitTime> transitTimes = records.corridors()
                .of(movements.stream()
                        .flatMap(movement -> Corridor.of(movement).stream())
                        .collect(Collectors.toSet()));
        List<UsualPrice> usualPrices = records.corridors()
                .pricesOf(movements.stream()
                        .flatMap(movement -> Trade.pricesOf(movement, register.catalogue()).keySet().stream())
                        .collect(Collectors.toSet()));
        for (Movement movement : movements) {
            StoredMovement before = stored.get(movement.id());
            Instant asOf = before != null && before.judgedAt().isAfter(now) ? before.judgedAt() : now;
            Evidence evidence = new Evidence(
                    asOf,
                    thresholds,
                    register,
                    cited,
                    standings.getOrDefault(movement.id(), List.of()),
                    stocks,
                    enquiries.getOrDefault(movement.id(), List.of()),
                    transitTimes,
                    usualPrices);
            Assessment assessment = rules.assess(movement, evidence);
            FindingDiff diff = FindingDiff.between(
                    movement.id(), before == null ? List.of() : before.findings(), assessment, asOf);
            String status = status(movement, diff.open());
            Enquiring.byRule(movement, diff.open(), evidence).ifPresent(records.enquiries()::ask);
            result.judgements()
                    .add(new Judgement(
                            movement,
                            status,
                            Verdict.of(assessment),
                            Stream.of(diff.raised(), diff.changed(), diff.cleared())
                                    .flatMap(List::stream)
                                    .toList(),
                            diff.open(),
                            assessment.lookAgainAt().orElse(null),
                            asOf));
            result.news().addAll(News.of(movement, status, diff, asOf, register));
        }
    }

    /** The enquiries about each movement, by the events that they hang on. */
    private static Map<UUID, List<Enquiry>> enquiries(List<Movement> movements, TrackingRecords records) {
        Set<UUID> events = movements.stream()
                .flatMap(movement -> Enquiring.events(movement).stream())
                .collect(Collectors.toSet());
        Map<UUID, List<Enquiry>> byEvent =
                records.enquiries().about(events).stream().collect(Collectors.groupingBy(Enquiry::event));
        Map<UUID, List<Enquiry>> about = new HashMap<>();
        if (!byEvent.isEmpty()) {
            movements.forEach(movement -> about.put(
                    movement.id(),
                    Enquiring.events(movement).stream()
                            .flatMap(event -> byEvent.getOrDefault(event, List.of()).stream())
                            .sorted(Comparator.comparing(Enquiry::askedAt).thenComparing(Enquiry::id))
                            .toList()));
        }
        return about;
    }

    private static String status(Movement movement, List<Finding> open) {
        MovementStatus status = movement.status();
        boolean isOverdue = status.givesWayToOverdue()
                && open.stream().anyMatch(finding -> finding.rule().value().equals(NOT_ARRIVED));
        return (isOverdue ? MovementStatus.OVERDUE : status).label();
    }
}
