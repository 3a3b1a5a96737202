package org.skypatch.tracking.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.tracking.balance.Draws;
import org.skypatch.tracking.balance.Standing;
import org.skypatch.tracking.finding.Assessment;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.FindingDiff;
import org.skypatch.tracking.finding.ThresholdSet;
import org.skypatch.tracking.finding.Thresholds;
import org.skypatch.tracking.finding.Verdict;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.MovementStatus;
import org.skypatch.tracking.process.TrackingRecords.Judgement;
import org.skypatch.tracking.process.TrackingRecords.StoredMovement;
import org.skypatch.tracking.register.Cited;
import org.skypatch.tracking.register.Register;

/** Judges movements by the rules in force and words what has changed. */
public final class Judging {

    private static final String NOT_ARRIVED = "not-arrived";

    private final RulesInForce rules;
    private final Thresholds thresholds;

    /**
     * @param thresholds the numbers of policy as configured; those published take their place from their first day on
     */
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
        Dossier dossier = new Dossier(movements, cited, standings, records);
        for (Movement movement : movements) {
            StoredMovement before = stored.get(movement.id());
            Instant asOf = before != null && before.judgedAt().isAfter(now) ? before.judgedAt() : now;
            Evidence evidence =
                    dossier.of(movement, asOf, ThresholdSet.on(movement.lawfulDay(), thresholds, records.thresholds()));
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
                            assessment.failures(),
                            assessment.lookAgainAt().orElse(null),
                            asOf));
            result.news().addAll(News.of(movement, status, diff, asOf, register));
        }
    }

    private static String status(Movement movement, List<Finding> open) {
        MovementStatus status = movement.status();
        boolean isOverdue = status.givesWayToOverdue()
                && open.stream().anyMatch(finding -> finding.rule().value().equals(NOT_ARRIVED));
        return (isOverdue ? MovementStatus.OVERDUE : status).label();
    }
}
