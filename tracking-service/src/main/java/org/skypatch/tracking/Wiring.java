package org.skypatch.tracking;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.skypatch.contracts.customs.TransportMode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.tracking.finding.Signs;
import org.skypatch.tracking.finding.Thresholds;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.process.Assessing;
import org.skypatch.tracking.process.CorridorSnapshots;
import org.skypatch.tracking.process.CustomsEventProcessing;
import org.skypatch.tracking.process.Enquiring;
import org.skypatch.tracking.process.Judging;
import org.skypatch.tracking.process.LikenessSweep;
import org.skypatch.tracking.process.Linking;
import org.skypatch.tracking.process.OverdueSweep;
import org.skypatch.tracking.process.Rebuilding;
import org.skypatch.tracking.process.Releasing;
import org.skypatch.tracking.process.RuleTrials;
import org.skypatch.tracking.process.RuleTrying;
import org.skypatch.tracking.process.Transactions;

/** The service on one screen: the pipeline, the sweep, and the numbers of policy. */
@ApplicationScoped
public class Wiring {

    private static final Logger LOG = Logger.getLogger(Wiring.class);

    /** The numbers that no treaty gives. */
    @ConfigMapping(prefix = "skypatch.policy")
    public interface Policy {

        /** After the expected arrival, before silence is a finding; days. */
        @WithDefault("7")
        int amberGraceDays();

        /** After the expected arrival, before silence is a grave finding; days. */
        @WithDefault("21")
        int redGraceDays();

        /** How long goods travel by sea where no arrival was declared; days. */
        @WithDefault("45")
        int seaDays();

        @WithDefault("25")
        int railDays();

        @WithDefault("12")
        int roadDays();

        @WithDefault("5")
        int airDays();

        @WithDefault("25")
        int inlandWaterwayDays();

        @WithDefault("30")
        int postDays();

        /** How long after an import an export may stay unreported; days. */
        @WithDefault("14")
        int exportReportedWithinDays();

        /** How long another administration's report is waited for; hours. */
        @WithDefault("48")
        int settlingOfReportsHours();

        /** How long a registry fact is waited for; seconds. */
        @WithDefault("60")
        int settlingOfRegisterSeconds();

        /** How long an end without a partner waits for a reference before it is compared with others; minutes. */
        @WithDefault("60")
        int likenessAfterMinutes();

        /** By how many percent masses may differ. */
        @WithDefault("2")
        int tolerancePercent();

        /** By how many kilograms masses may differ at least. */
        @WithDefault("5")
        BigDecimal toleranceKg();

        /** How long goods may stay in transit in one country; 1 to 366 days. */
        @WithDefault("15")
        int transitDays();

        /** How long goods may stay in a warehouse or free zone; 1 to 3660 days. */
        @WithDefault("180")
        int bondDays();

        /** By how many percent masses of bulk tanks may differ, for the heel that stays in them; 0 to 50. */
        @WithDefault("5")
        int tankTolerancePercent();

        /** By how many characters a number may differ from a genuine one and still be meant for it; 1 or 2. */
        @WithDefault("2")
        int nearMissEdits();

        /** From which likeness on two names are one (Jaro-Winkler); 0.8 to 1. */
        @WithDefault("0.92")
        BigDecimal nameLikeness();

        /** By which part of the mass the packages and their contents may miss it; 0 to 0.1. */
        @WithDefault("0.001")
        BigDecimal countingTolerance();

        /** The heaviest content of a container that is declared empty; 0 to 10 kg. */
        @WithDefault("1")
        BigDecimal emptyResidueKg();

        /** How far the clocks of two administrations may lie apart; 0 to 168 hours. */
        @WithDefault("24")
        int clocksMayDifferHours();

        /** How many times as dear as usual, or as cheap, goods must be to be noticed; 1.1 to 100. */
        @WithDefault("2")
        BigDecimal priceFactor();

        /** Up to which value a kilogram used goods are worth no more than scrap, in dollars or euros; 0 to 100. */
        @WithDefault("0.5")
        BigDecimal scrapPerKg();
    }

    @Produces
    @Singleton
    Thresholds thresholds(Policy policy) {
        return new Thresholds(
                days(policy.amberGraceDays()),
                days(policy.redGraceDays()),
                Map.of(
                        TransportMode.SEA, days(policy.seaDays()),
                        TransportMode.RAIL, days(policy.railDays()),
                        TransportMode.ROAD, days(policy.roadDays()),
                        TransportMode.AIR, days(policy.airDays()),
                        TransportMode.INLAND_WATERWAY, days(policy.inlandWaterwayDays()),
                        TransportMode.POST, days(policy.postDays())),
                days(policy.seaDays()),
                days(policy.exportReportedWithinDays()),
                Duration.ofHours(within(policy.settlingOfReportsHours(), 0, 24 * 30)),
                Duration.ofSeconds(within(policy.settlingOfRegisterSeconds(), 0, 86_400)),
                policy.tolerancePercent(),
                new Mass(policy.toleranceKg()),
                signs(policy));
    }

    private static Signs signs(Policy policy) {
        return new Signs(
                Duration.ofDays(policy.transitDays()),
                Duration.ofDays(policy.bondDays()),
                policy.tankTolerancePercent(),
                policy.nearMissEdits(),
                policy.nameLikeness(),
                policy.countingTolerance(),
                new Mass(policy.emptyResidueKg()),
                Duration.ofHours(policy.clocksMayDifferHours()),
                policy.priceFactor(),
                policy.scrapPerKg());
    }

    private static Duration days(int days) {
        return Duration.ofDays(within(days, 0, 366));
    }

    private static int within(int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("skypatch.policy: " + value + " is not from " + least + " to " + most);
        }
        return value;
    }

    @Produces
    @Singleton
    RulesInForce rules(MeterRegistry meters) {
        return RulesInForce.today((rule, failure) -> {
            meters.counter("skypatch.rule.failed", "rule", rule.code().value()).increment();
            // The message may hold what a report says: it is masked where operators read it, and left out of the log.
            LOG.errorf(
                    "rule %s failed: %s; see /v1/rule-failures",
                    rule.code(), failure.getClass().getName());
        });
    }

    @Produces
    @Singleton
    Judging judging(RulesInForce rules, Thresholds thresholds) {
        return new Judging(rules, thresholds);
    }

    /** With {@code skypatch.rebuild.archive-only=true} events are archived, and joined once a rebuild is asked for. */
    @Produces
    @Singleton
    CustomsEventProcessing processing(
            Transactions transactions,
            Judging judging,
            BusinessClock clock,
            @ConfigProperty(name = "skypatch.rebuild.archive-only", defaultValue = "false") boolean archiveOnly) {
        CustomsEventProcessing processing = new CustomsEventProcessing(transactions, judging, clock);
        processing.archiveOnly(archiveOnly);
        return processing;
    }

    @Produces
    @Singleton
    Rebuilding rebuilding(
            Transactions transactions, CustomsEventProcessing processing, Judging judging, BusinessClock clock) {
        return new Rebuilding(transactions, processing, judging, clock);
    }

    @Produces
    @Singleton
    Assessing assessing(Transactions transactions, RulesInForce rules, Thresholds thresholds) {
        return new Assessing(transactions, rules, thresholds);
    }

    @Produces
    @Singleton
    RuleTrying trying(
            Transactions transactions,
            RuleTrials trials,
            RulesInForce rules,
            Thresholds thresholds,
            BusinessClock clock) {
        return new RuleTrying(transactions, trials, rules, thresholds, clock);
    }

    @Produces
    @Singleton
    LikenessSweep likenessSweep(
            Transactions transactions, CustomsEventProcessing processing, Policy policy, BusinessClock clock) {
        return new LikenessSweep(
                transactions,
                processing,
                clock,
                Duration.ofMinutes(within(policy.likenessAfterMinutes(), 0, 60 * 24 * 30)));
    }

    @Produces
    @Singleton
    Enquiring enquiring(Transactions transactions, CustomsEventProcessing processing, BusinessClock clock) {
        return new Enquiring(transactions, processing, clock);
    }

    @Produces
    @Singleton
    Linking linking(Transactions transactions, CustomsEventProcessing processing, BusinessClock clock) {
        return new Linking(transactions, processing, clock);
    }

    @Produces
    @Singleton
    Releasing releasing(Transactions transactions, CustomsEventProcessing processing, BusinessClock clock) {
        return new Releasing(transactions, processing, clock);
    }

    @Produces
    @Singleton
    CorridorSnapshots snapshots(Transactions transactions, BusinessClock clock) {
        return new CorridorSnapshots(transactions, clock);
    }

    @Produces
    @Singleton
    OverdueSweep sweep(Transactions transactions, CustomsEventProcessing processing, BusinessClock clock) {
        return new OverdueSweep(transactions, processing, clock);
    }
}
