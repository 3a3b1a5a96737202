package org.skypatch.tracking.finding.rule.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;

import org.junit.jupiter.api.Test;
import org.skypatch.contracts.finding.TradeElement;
import org.skypatch.contracts.registry.LicenceKind;
import org.skypatch.contracts.registry.LicenceState;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Facts;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;

class LicenceOtherUseTest {

    private static Judged judged() {
        return Judged.by(new LicenceOtherUse())
                .holding(Facts.licence(
                        "TH",
                        "L-1",
                        LicenceKind.IMPORT,
                        LicenceState.ISSUED,
                        "TH-1",
                        null,
                        "2026-01-01",
                        "2026-12-31",
                        "feedstock",
                        "virgin",
                        "bulk"));
    }

    private static Lot lot() {
        return Lot.of("100", "hcfc-22").use("feedstock").condition("virgin").form("bulk");
    }

    @Test
    void finds_goods_declared_for_another_use() {
        assertThat(judged().on(export("KR").citing("TH/L-1").of(lot().use("refrigeration")))
                        .findings())
                .singleElement()
                .satisfies(found -> assertThat(found.element()).isEqualTo(TradeElement.USE));
    }

    @Test
    void finds_goods_in_another_condition() {
        assertThat(judged().on(export("KR").citing("TH/L-1").of(lot().condition("recovered")))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void finds_goods_in_another_form() {
        assertThat(judged().on(export("KR").citing("TH/L-1").of(lot().form("precharged-equipment")))
                        .state())
                .isEqualTo(State.FINDING);
    }

    @Test
    void is_content_with_what_is_licensed() {
        assertThat(judged().on(export("KR").citing("TH/L-1").of(lot())).state()).isEqualTo(State.HOLDS);
    }

    @Test
    void knows_nothing_where_the_use_is_not_declared() {
        assertThat(judged().on(export("KR").citing("TH/L-1").of(Lot.of("100", "hcfc-22")))
                        .state())
                .isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void leaves_a_line_of_other_goods_alone() {
        assertThat(judged().on(export("KR")
                                .citing("TH/L-1")
                                .of(Lot.of("100", "hfc-134a").use("refrigeration")))
                        .state())
                .isEqualTo(State.NOT_CONCERNED);
    }
}
