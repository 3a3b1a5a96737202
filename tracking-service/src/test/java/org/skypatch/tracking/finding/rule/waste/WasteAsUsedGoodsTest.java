package org.skypatch.tracking.finding.rule.waste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skypatch.tracking.testing.Reports.export;
import static org.skypatch.tracking.testing.Reports.report;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skypatch.contracts.customs.CustomsEventType;
import org.skypatch.tracking.finding.RuleOutcome.State;
import org.skypatch.tracking.testing.Judged;
import org.skypatch.tracking.testing.Lot;

class WasteAsUsedGoodsTest {

    private static State of(Lot lot) {
        return Judged.by(new WasteAsUsedGoods()).on(export("KR").of(lot)).state();
    }

    private static Lot used() {
        return Lot.unnamed("10000").described("USED mattresses");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "used mattresses",
                "Second-hand television sets",
                "Réfrigérateurs d'occasion",
                "Ropa usada",
                "gebrauchte Kühlschränke",
                "Телевизоры б/у",
                "二手 空调"
            })
    void finds_used_goods_at_the_value_of_scrap(String description) {
        assertThat(of(Lot.unnamed("10000").described(description).worth("5000", "USD")))
                .isEqualTo(State.FINDING);
    }

    @Test
    void finds_used_goods_without_packing() {
        assertThat(of(used().packed(1, "loose", null).worth("90000", "USD"))).isEqualTo(State.FINDING);
    }

    @Test
    void lets_goods_pass_that_are_packed_and_worth_more() {
        assertThat(of(used().packed(200, "carton", null).worth("5001", "USD"))).isEqualTo(State.HOLDS);
    }

    @Test
    void does_not_know_where_neither_value_nor_packing_is_declared() {
        assertThat(of(used())).isEqualTo(State.NOT_KNOWN);
        assertThat(of(used().worth("100", "KRW"))).isEqualTo(State.NOT_KNOWN);
    }

    @Test
    void has_nothing_to_say_of_new_goods_and_of_declared_waste() {
        assertThat(of(Lot.unnamed("10000").described("Unused reused-fibre mats").worth("1", "USD")))
                .isEqualTo(State.NOT_CONCERNED);
        assertThat(of(used().condition("waste").worth("1", "USD"))).isEqualTo(State.NOT_CONCERNED);
        assertThat(of(used().waste("A1160").worth("1", "USD"))).isEqualTo(State.NOT_CONCERNED);
    }

    @Test
    void clears_when_the_value_is_amended() {
        assertThat(Judged.by(new WasteAsUsedGoods())
                        .on(
                                export("KR").of(used().worth("1", "USD")),
                                report(CustomsEventType.DECLARATION_AMENDED, "KR")
                                        .named("E-2")
                                        .correcting("E-1", "2026-03-05T00:00:00Z")
                                        .of(used().worth("90000", "USD")))
                        .state())
                .isEqualTo(State.HOLDS);
    }
}
