package org.skypatch.tracking.finding.rule.substance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import org.junit.jupiter.api.Test;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.movement.Part;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;
import org.skypatch.tracking.testing.Reports;
import org.skypatch.tracking.testing.TestRegister;

class FalseRecoveredClaimTest {

    private static Judged judged() {
        return Judged.by(new FalseRecoveredClaim());
    }

    private static Reports used() {
        return export("KR").of(Lot.of("5000", "hcfc-22").condition("reclaimed"));
    }

    @Test
    void finds_used_goods_without_source_or_reclaimer() {
        assertThat(judged().on(used()).state()).isEqualTo(State.FINDING);
    }

    @Test
    void finds_more_than_the_reclaimer_can_handle() {
        assertThat(judged().holding(Facts.facility("TH", "TH-R", "reclamation", "4000"))
                        .on(used().naming(Part.FACILITY, "TH-R", "Reclaimer").between("KR", "TH"))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_content_within_its_capacity() {
        assertThat(judged().holding(Facts.facility("TH", "TH-R", "reclamation", "5000"))
                        .on(used().naming(Part.FACILITY, "TH-R", "Reclaimer"))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_of_a_source_that_is_not_registered() {
        assertThat(judged().on(used().naming(Part.GENERATOR, "KR-G", "Source")).state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void knows_nothing_where_exports_are_not_reported() {
        assertThat(judged().with(TestRegister.covering("TH")).on(used()).state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_of_virgin_goods() {
        assertThat(judged().on(export("KR").of(Lot.of("1", "hcfc-22").condition("virgin")))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }
}
