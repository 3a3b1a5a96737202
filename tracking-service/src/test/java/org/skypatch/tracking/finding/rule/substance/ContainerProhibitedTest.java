package org.skypatch.tracking.finding.rule.substance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.registry.GoodsScope;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;

class ContainerProhibitedTest {

    private static Judged judged() {
        return Judged.by(new ContainerProhibited())
                .holding(Facts.prohibition(
                        "TH",
                        "ban",
                        "import",
                        "hcfc-22",
                        new GoodsScope(List.of(), List.of(), List.of(), List.of(), List.of("non-refillable")),
                        "2026-01-01"));
    }

    @Test
    void finds_non_refillable_cylinders_where_they_are_banned() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hcfc-22").packed(10, "non-refillable", null)))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void lets_refillable_ones_pass() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hcfc-22").packed(10, "refillable", null)))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_where_the_kind_is_not_declared() {
        assertThat(judged().on(export("KR")).state()).isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_of_other_goods() {
        assertThat(judged().on(export("KR").kg("1", "hfc-134a")).state()).isEqualTo(State.NOT_CONCERNED);
    }
}
