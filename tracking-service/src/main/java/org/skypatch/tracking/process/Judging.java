package org.skypatch.tracking.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.finding.FindingEvent;
import org.skypatch.tracking.balance.Draw;
import org.skypatch.tracking.finding.Assessment;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.FindingDiff;
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

    public Judging(RulesInForce rules, Thresholds thresholds) {
        this.rules = rules;
        this.thresholds = thresholds;
    }

    /** What is to be put down and told. */
    record Result(List<Judgement> judgements, List<FindingEvent> news) {}

    /**
     * Judges the movements as of this instant; never as of an earlier one than they were judged before.
     *
     * @param stored what is known of movements so far, by id
     */
    Result judge(List<Movement> movements, Map<UUID, StoredMovement> stored, TrackingRecords records, Instant now) {
        Register register = records.register();
        Cited cited = records.cited(Citations.of(movements));
        List<Judgement> judgements = new ArrayList<>();
        List<FindingEvent> news = new ArrayList<>();
        for (Movement movement : movements) {
            StoredMovement before = stored.get(movement.id());
            Instant asOf = before != null && before.judgedAt().isAfter(now) ? before.judgedAt() : now;
            Evidence evidence = new Evidence(asOf, thresholds, register, cited);
            Assessment assessment = rules.assess(movement, evidence);
            FindingDiff diff = FindingDiff.between(
                    movement.id(), before == null ? List.of() : before.findings(), assessment, asOf);
            String status = status(movement, diff.open());
            judgements.add(new Judgement(
                    movement,
                    status,
                    Verdict.of(assessment),
                    Stream.of(diff.raised(), diff.changed(), diff.cleared())
                            .flatMap(List::stream)
                            .toList(),
                    diff.open(),
                    Draw.of(movement, cited.licences(), register.catalogue()),
                    assessment.lookAgainAt().orElse(null),
                    asOf));
            news.addAll(News.of(movement, status, diff, asOf, register));
        }
        return new Result(judgements, news);
    }

    private static String status(Movement movement, List<Finding> open) {
        MovementStatus status = movement.status();
        boolean isOverdue = status.givesWayToOverdue()
                && open.stream().anyMatch(finding -> finding.rule().value().equals(NOT_ARRIVED));
        return (isOverdue ? MovementStatus.OVERDUE : status).label();
    }
}
