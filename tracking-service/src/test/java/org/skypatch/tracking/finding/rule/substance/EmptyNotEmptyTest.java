package org.skypatch.tracking.finding.rule.substance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import org.junit.jupiter.api.Test;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;

class EmptyNotEmptyTest {

    private static Judged judged() {
        return Judged.by(new EmptyNotEmpty());
    }

    @Test
    void finds_cylinders_that_hold_more_than_a_residue() {
        assertThat(judged().on(export("KR")
                                .of(Lot.of("1360", "hcfc-22")
                                        .form("empty-container")
                                        .packed(100, "cylinder", null)))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void allows_a_kilogram_in_each() {
        assertThat(judged().on(export("KR")
                                .of(Lot.of("100", "hcfc-22")
                                        .form("empty-container")
                                        .packed(100, "cylinder", null)))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_where_they_are_not_counted() {
        assertThat(judged().on(export("KR").of(Lot.of("1360", "hcfc-22").form("empty-container")))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_of_full_ones() {
        assertThat(judged().on(export("KR").of(Lot.of("1360", "hcfc-22").packed(100, "cylinder", null)))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }
}
