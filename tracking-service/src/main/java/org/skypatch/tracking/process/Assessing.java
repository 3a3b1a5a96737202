package org.skypatch.tracking.process;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.skypatch.contracts.customs.RecordedEvent;
import org.skypatch.contracts.finding.Finding;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.balance.Draw;
import org.skypatch.tracking.balance.Draws;
import org.skypatch.tracking.balance.Grant;
import org.skypatch.tracking.balance.Ledger;
import org.skypatch.tracking.balance.Standing;
import org.skypatch.tracking.corridor.Corridor;
import org.skypatch.tracking.corridor.Trade;
import org.skypatch.tracking.corridor.TransitTime;
import org.skypatch.tracking.corridor.UsualPrice;
import org.skypatch.tracking.finding.Assessment;
import org.skypatch.tracking.finding.Evidence;
import org.skypatch.tracking.finding.FindingDiff;
import org.skypatch.tracking.finding.RuleOutcome;
import org.skypatch.tracking.finding.ThresholdSet;
import org.skypatch.tracking.finding.Thresholds;
import org.skypatch.tracking.finding.Verdict;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.finding.rule.licence.RequiredDocument;
import org.skypatch.tracking.movement.Correlation.Consignment;
import org.skypatch.tracking.movement.Flow;
import org.skypatch.tracking.movement.Joined;
import org.skypatch.tracking.movement.Movement;
import org.skypatch.tracking.movement.MovementFolding;
import org.skypatch.tracking.movement.Stock;
import org.skypatch.tracking.register.Cited;
import org.skypatch.tracking.register.Register;

/**
 * Judges a consignment that has not been reported, as if it were and stood alone, within what the asking country may know.
 * By the rules in force, the same register and the same ledgers; nothing is recorded, and nobody is told.
 */
public final class Assessing {

    private static final Duration LONGEST_SETTLING = Duration.ofDays(1);

    private final Transactions transactions;
    private final RulesInForce rules;
    private final Thresholds thresholds;

    public Assessing(Transactions transactions, RulesInForce rules, Thresholds thresholds) {
        this.transactions = transactions;
        this.rules = rules;
        this.thresholds = thresholds;
    }

    /** What comes of the question. */
    public sealed interface Outcome {

        /** The register has not arrived; nothing can be judged yet. */
        record NotYet() implements Outcome {}

        /** The asking country is not on the way. */
        record NotOnTheWay() implements Outcome {}

        /** The answer, read by the asking country. */
        record Answered(Answer answer) implements Outcome {}
    }

    /**
     * What would be found.
     *
     * @param notKnown checks that could not be made
     * @param documents what the States on the way demand
     * @param balances of what it would draw on, as far as the country may know that
     */
    public record Answer(
            Verdict verdict,
            List<Finding> findings,
            List<NotKnown> notKnown,
            List<RequiredDocument> documents,
            List<Balance> balances) {}

    /**
     * A check that could not be made.
     *
     * @param rule its code
     * @param state {@code NOT_YET}, {@code NOT_KNOWN} or {@code FAILED}
     * @param isWithheld whether it rests on what the asking country may not know
     * @param needs what it would need
     */
    public record NotKnown(String rule, RuleOutcome.State state, boolean isWithheld, String needs) {}

    /** An account as it stands, and as it would stand. */
    public record Balance(Ledger before, Ledger after) {}

    /**
     * The answer to an officer of this country.
     *
     * @param would the consignment as it would be recorded
     */
    public Outcome assess(RecordedEvent would, CountryCode country, Instant now) {
        // What the registry holds is on hand: it need not be waited for, however long a report would be.
        RecordedEvent settled = new RecordedEvent(
                would.id(), now.minus(LONGEST_SETTLING), would.contentHash(), would.warnings(), would.event());
        Movement movement = MovementFolding.fold(new Consignment(List.of(settled), Joined.DECISIVE, Set.of()))
                .getFirst();
        AtomicReference<Outcome> outcome = new AtomicReference<>(new Outcome.NotYet());
        transactions.read(records -> {
            if (!records.register().isComplete()) {
                return;
            }
            outcome.set(
                    Discretion.isOnTheWay(country, movement, records.register().territories())
                            ? new Outcome.Answered(answer(movement, country, records, now))
                            : new Outcome.NotOnTheWay());
        });
        return outcome.get();
    }

    private Answer answer(Movement movement, CountryCode country, TrackingRecords records, Instant now) {
        Discretion discretion =
                new Discretion(country, movement, records.register().territories());
        Register register = discretion.known(records.register());
        Cited cited = records.cited(Citations.of(List.of(movement)), discretion::mayKnow);
        Draws.Drawn drawn = new Draws(register, cited.licences(), cited.notifications()).of(List.of(movement));
        Set<Account> withheld = drawn.grants().keySet().stream()
                .filter(account -> !discretion.mayKnow(account))
                .collect(Collectors.toSet());
        List<Balance> balances = new ArrayList<>();
        List<Standing> standings = new ArrayList<>();
        for (Draw draw : drawn.draws()) {
            if (!withheld.contains(draw.account())) {
                Balance balance = balance(draw, drawn.grants().get(draw.account()), records);
                balances.add(balance);
                standings.add(standing(draw, balance.after(), records));
            }
        }
        Evidence evidence = new Evidence(
                now,
                ThresholdSet.on(movement.lawfulDay(), thresholds, records.thresholds()),
                register,
                cited,
                standings,
                discretion.knowsStocks() ? stocks(movement, register, records) : Map.of(),
                List.of(),
                discretion.isAnEnd() ? transitTimes(movement, records) : List.of(),
                discretion.isAnEnd() ? usualPrices(movement, register, records) : List.of());
        Assessment assessment = discretion.told(rules.assess(movement, evidence), cited, withheld);
        Set<String> notMade = discretion.notMade(cited, withheld);
        return new Answer(
                Verdict.of(assessment),
                FindingDiff.between(movement.id(), List.of(), assessment, now).open(),
                notKnown(assessment, notMade),
                RequiredDocument.of(movement, evidence),
                balances);
    }

    private static Balance balance(Draw draw, Grant grant, TrackingRecords records) {
        Ledger before = records.ledgers()
                .find(Set.of(draw.account()))
                .getOrDefault(draw.account(), Ledger.opened(grant))
                .under(grant);
        // It may have been reported already: then it stands in its own place.
        Draw same = records.ledgers().drawsOf(Set.of(draw.movement())).stream()
                .filter(one -> one.key().equals(draw.key()))
                .findFirst()
                .orElse(null);
        return new Balance(before, before.replacing(same, draw));
    }

    private static Standing standing(Draw draw, Ledger after, TrackingRecords records) {
        if (!after.isExceeded()) {
            return Standing.within(after.grant(), draw);
        }
        Collection<Draw> draws = Stream.concat(
                        records.ledgers().drawsOn(Set.of(draw.account())).stream()
                                .filter(other -> !other.key().equals(draw.key())),
                        Stream.of(draw))
                .toList();
        return Ledger.beyond(after.grant(), draws).stream()
                .filter(standing -> standing.draw().equals(draw))
                .findFirst()
                .orElseGet(() -> Standing.within(after.grant(), draw));
    }

    private static Map<Flow, Stock> stocks(Movement movement, Register register, TrackingRecords records) {
        Set<Flow> out = Flow.of(movement, register.catalogue()).stream()
                .filter(flow -> flow.direction() == Flow.Direction.OUT)
                .collect(Collectors.toSet());
        return out.isEmpty() ? Map.of() : records.stocks(out);
    }

    private static List<UsualPrice> usualPrices(Movement movement, Register register, TrackingRecords records) {
        return records.corridors()
                .pricesOf(Trade.pricesOf(movement, register.catalogue()).keySet());
    }

    private static List<TransitTime> transitTimes(Movement movement, TrackingRecords records) {
        Set<Corridor> corridors = Corridor.of(movement).stream().collect(Collectors.toSet());
        return corridors.isEmpty() ? List.of() : records.corridors().of(corridors);
    }

    private static List<NotKnown> notKnown(Assessment assessment, Set<String> withheld) {
        return assessment.outcomes().stream()
                .filter(judged -> switch (judged.outcome().state()) {
                    case NOT_YET, NOT_KNOWN, FAILED -> true;
                    case NOT_CONCERNED, HOLDS, FINDING -> false;
                })
                .map(judged -> new NotKnown(
                        judged.rule().code().value(),
                        judged.outcome().state(),
                        withheld.contains(judged.rule().code().value()),
                        judged.rule().card().needs()))
                .toList();
    }
}
