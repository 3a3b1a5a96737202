package org.skypatch.tracking.finding.rule.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.report;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;
import org.skypatch.tracking.testing.Reports;

class BondChangedGoodsTest {

    private static Judged judged() {
        return Judged.by(new BondChangedGoods());
    }

    private static Reports entered(Lot lot) {
        return report(CustomsEventType.BOND_ENTERED, "SG")
                .named("B-1")
                .at("2026-03-05T00:00:00Z")
                .of(lot);
    }

    private static Reports left(Lot lot) {
        return report(CustomsEventType.BOND_LEFT, "SG")
                .named("B-2")
                .at("2026-03-09T00:00:00Z")
                .of(lot);
    }

    @Test
    void finds_another_commodity_coming_out() {
        assertThat(judged().on(
                                export("KR").through("SG"),
                                entered(Lot.of("100", "hcfc-22")),
                                left(Lot.of("100", "hfc-134a")))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void finds_another_packing_coming_out() {
        assertThat(judged().on(
                                export("KR").through("SG"),
                                entered(Lot.of("100", "hcfc-22").packed(1, "iso-tank", null)),
                                left(Lot.of("100", "hcfc-22").packed(8, "cylinder", null)))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void lets_part_of_a_lot_leave() {
        assertThat(judged().on(
                                export("KR").through("SG"),
                                entered(Lot.of("100", "hcfc-22").packed(9, "cylinder", null)),
                                left(Lot.of("60", "hcfc-22").packed(5, "cylinder", null)))
                        .state())
                .isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_of_goods_without_a_known_commodity() {
        assertThat(judged().on(export("KR").through("SG"), entered(Lot.unnamed("100")), left(Lot.of("100", "hcfc-22")))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_while_the_goods_are_in_bond() {
        assertThat(judged().on(export("KR").through("SG"), entered(Lot.of("100", "hcfc-22")))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }
}
