package org.skypatch.tracking.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.tracking.finding.FindingDiff;
import org.skypatch.tracking.finding.Threshold;
import org.skypatch.tracking.finding.ThresholdSet;
import org.skypatch.tracking.finding.Thresholds;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.process.RuleTrial.Position;
import org.skypatch.tracking.process.RuleTrial.State;
import org.skypatch.tracking.process.RuleTrials.Claimed;
import org.skypatch.tracking.register.Cited;

/**
 * Tries other numbers of policy on movements that were: reads page by page, each as of one moment and keeping nobody
 * waiting, judges every movement twice, and counts what differs.
 */
public final class RuleTrying {

    private static final int AT_ONCE = 100;
    private static final int MOST_UNFINISHED = 3;

    private final Transactions transactions;
    private final RuleTrials trials;
    private final RulesInForce rules;
    private final Thresholds configured;
    private final Clock clock;

    public RuleTrying(
            Transactions transactions, RuleTrials trials, RulesInForce rules, Thresholds configured, Clock clock) {
        this.transactions = transactions;
        this.trials = trials;
        this.rules = rules;
        this.configured = configured;
        this.clock = clock;
    }

    /**
     * Has a trial made of the caller's own movements.
     *
     * @return nothing if the caller has too many unfinished ones
     * @throws IllegalArgumentException if the values contradict each other
     */
    public Optional<RuleTrial> ask(
            UUID id, Caller caller, LocalDate from, LocalDate until, Map<Threshold, BigDecimal> values) {
        Threshold.all(configured, values);
        RuleTrial trial = new RuleTrial(
                id,
                caller.administration(),
                now(),
                RuleTrial.audienceOf(caller.sight()),
                from,
                until,
                values,
                State.WAITING,
                0,
                null,
                TrialOutcome.NOTHING,
                null,
                null);
        return trials.add(trial, MOST_UNFINISHED) ? Optional.of(trial) : Optional.empty();
    }

    /**
     * Works on a trial until it is done, or another instance has taken it over.
     *
     * @return whether there was one
     */
    public boolean work() {
        Claimed claimed = trials.claim().orElse(null);
        if (claimed == null) {
            return false;
        }
        boolean isOurs = true;
        while (isOurs && claimed.trial().finishedAt() == null) {
            claimed = new Claimed(next(claimed.trial()), claimed.lease());
            isOurs = trials.keep(claimed);
        }
        return true;
    }

    private RuleTrial next(RuleTrial trial) {
        try {
            return page(trial);
        } catch (Transactions.DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            return trial.ended(State.FAILED, e.getClass().getName(), now());
        }
    }

    private RuleTrial page(RuleTrial trial) {
        AtomicReference<@Nullable RuleTrial> next = new AtomicReference<>();
        transactions.read(records -> {
            List<Position> page = records.whole()
                    .startedWithin(trial.audience(), trial.from(), trial.until(), trial.after(), AT_ONCE);
            next.set(
                    page.isEmpty()
                            ? trial.ended(State.DONE, null, now())
                            : trial.further(page.size(), page.getLast(), tried(trial, page, records)));
        });
        RuleTrial done = next.get();
        if (done == null) {
            throw new IllegalStateException("a page was not read");
        }
        return done;
    }

    private TrialOutcome tried(RuleTrial trial, List<Position> page, TrackingRecords records) {
        List<Movement> movements =
                Refolding.asTheyStand(page.stream().map(Position::movement).toList(), records);
        Cited cited = records.cited(Citations.of(movements));
        Dossier dossier = new Dossier(
                movements,
                cited,
                new Bookkeeping(records.ledgers())
                        .standings(records.ledgers()
                                .drawsOf(movements.stream().map(Movement::id).toList())),
                records);
        Instant now = now();
        TrialOutcome outcome = TrialOutcome.NOTHING;
        for (Movement movement : movements) {
            Thresholds inForce = ThresholdSet.on(movement.lawfulDay(), configured, records.thresholds());
            outcome = outcome.plus(TrialOutcome.of(
                    movement.id(),
                    findings(movement, dossier, now, inForce),
                    findings(movement, dossier, now, Threshold.all(inForce, trial.values())),
                    trial.reader()));
        }
        return outcome;
    }

    private List<Finding> findings(Movement movement, Dossier dossier, Instant now, Thresholds thresholds) {
        return FindingDiff.between(
                        movement.id(), List.of(), rules.assess(movement, dossier.of(movement, now, thresholds)), now)
                .open();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
