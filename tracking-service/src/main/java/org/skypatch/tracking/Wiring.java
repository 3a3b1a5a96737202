package org.skypatch.tracking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;
import org.skypatch.contracts.customs.TransportMode;
import org.skypatch.contracts.trade.Mass;
import org.skypatch.edge.clock.BusinessClock;
import org.skypatch.tracking.finding.Thresholds;
import org.skypatch.tracking.finding.rule.RulesInForce;
import org.skypatch.tracking.process.CustomsEventProcessing;
import org.skypatch.tracking.process.Judging;
import org.skypatch.tracking.process.LikenessSweep;
import org.skypatch.tracking.process.OverdueSweep;
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
                new Mass(policy.toleranceKg()));
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
    RulesInForce rules() {
        return RulesInForce.today((rule, failure) -> LOG.errorf(failure, "rule %s failed", rule.code()));
    }

    @Produces
    @Singleton
    CustomsEventProcessing processing(
            Transactions transactions, RulesInForce rules, Thresholds thresholds, BusinessClock clock) {
        return new CustomsEventProcessing(transactions, new Judging(rules, thresholds), clock);
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
    OverdueSweep sweep(Transactions transactions, CustomsEventProcessing processing, BusinessClock clock) {
        return new OverdueSweep(transactions, processing, clock);
    }
}
