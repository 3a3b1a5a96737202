package org.skypatch.tracking.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.skypatch.contracts.customs.TransportMode;
import org.skypatch.tracking.testing.Policies;

class ThresholdSetTest {

    private static final Thresholds CONFIGURED = Policies.defaults();

    private static ThresholdSet set(String from, Threshold threshold, String value) {
        return new ThresholdSet(LocalDate.parse(from), Map.of(threshold, new BigDecimal(value)));
    }

    private static Thresholds on(String day, ThresholdSet... published) {
        return ThresholdSet.on(LocalDate.parse(day), CONFIGURED, List.of(published));
    }

    @Test
    void counts_from_its_first_day_until_another_names_the_same_number() {
        ThresholdSet[] published = {
            set("2026-03-01", Threshold.TOLERANCE_PERCENT, "3"),
            set("2026-04-01", Threshold.SEA_DAYS, "30"),
            set("2026-05-01", Threshold.TOLERANCE_PERCENT, "4")
        };

        assertThat(on("2026-02-28", published)).isEqualTo(CONFIGURED);
        assertThat(on("2026-03-01", published).tolerancePercent()).isEqualTo(3);
        assertThat(on("2026-04-30", published).tolerancePercent()).isEqualTo(3);
        assertThat(on("2026-04-30", published).usualTravel(TransportMode.SEA)).isEqualTo(Duration.ofDays(30));
        assertThat(on("2026-05-01", published).tolerancePercent()).isEqualTo(4);
        assertThat(on("2026-05-01", published).usualTravel(null)).isEqualTo(Duration.ofDays(30));
    }

    @ParameterizedTest
    @EnumSource
    void changes_this_number_alone_and_keeps_its_bounds(Threshold threshold) {
        BigDecimal odd = threshold == Threshold.RED_GRACE_DAYS || threshold == Threshold.BOND_DAYS
                ? new BigDecimal("100")
                : threshold == Threshold.NAME_LIKENESS || threshold == Threshold.COUNTING_TOLERANCE
                        ? new BigDecimal(threshold == Threshold.NAME_LIKENESS ? "0.85" : "0.05")
                        : new BigDecimal(
                                threshold == Threshold.EMPTY_RESIDUE_KG
                                        ? 2
                                        : threshold == Threshold.PRICE_FACTOR ? 3 : 1);
        Thresholds changed = threshold.in(CONFIGURED, odd);

        assertThat(changed).isNotEqualTo(CONFIGURED);
        assertThat(threshold.in(changed, odd)).isEqualTo(changed);
        assertThat(Threshold.parse(threshold.label())).contains(threshold);
        assertThat(threshold.problem(new BigDecimal("-1"))).isPresent();
        assertThat(threshold.problem(new BigDecimal("1000000"))).isPresent();
    }

    @Test
    void takes_graces_that_bound_each_other_together_and_refuses_those_that_contradict() {
        Map<Threshold, BigDecimal> longer = Map.of(
                Threshold.AMBER_GRACE_DAYS, new BigDecimal("30"), Threshold.RED_GRACE_DAYS, new BigDecimal("60"));
        assertThat(Threshold.all(CONFIGURED, longer).redGrace()).isEqualTo(Duration.ofDays(60));
        assertThatThrownBy(() -> on("2026-05-01", set("2026-05-01", Threshold.RED_GRACE_DAYS, "1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
